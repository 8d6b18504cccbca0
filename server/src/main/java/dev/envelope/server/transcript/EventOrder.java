package dev.envelope.server.transcript;

import dev.envelope.game.session.event.Event;
import java.util.List;
import java.util.Optional;

/**
 * The order that a session's events keep whatever its seed: times never fall, rounds are dealt, opened, closed and settled one after
 * another, messages belong to the open round, and those who were dealt to are those who are settled. For one thread.
 */
final class EventOrder {

    private Stage stage = Stage.SETTLED;
    private int round;
    private long atMillis = Long.MIN_VALUE;
    private boolean opened;
    private List<List<Integer>> dealt = List.of();

    /** How far a round has come. */
    private enum Stage {
        /** It is over, or none was dealt yet. */
        SETTLED("dealt"),
        /** Everybody has a value. */
        DEALT("opened"),
        /** It takes messages. */
        OPEN("closed"),
        /** It takes no more messages. */
        CLOSED("settled");

        private final String next;

        Stage(String next) {
            this.next = next;
        }
    }

    /** Takes the next event; says what was expected where it is out of order. */
    Optional<String> next(Event event) {
        if (event.atMillis() < atMillis) {
            return Optional.of("a time of " + atMillis + " or later");
        }
        atMillis = event.atMillis();
        if (event instanceof Event.SessionOpened) {
            boolean again = opened;
            opened = true;
            return again ? Optional.of("one opening") : Optional.empty();
        }
        return inRound(event);
    }

    private Optional<String> inRound(Event event) {
        if (event instanceof Event.RoundDealt next) {
            return step(Stage.SETTLED, round + 1, next.round(), Stage.DEALT).or(() -> {
                round = next.round();
                dealt = next.markets().stream()
                        .map(market -> market.seats().stream()
                                .map(Event.DealtSeat::seat)
                                .toList())
                        .toList();
                return Optional.empty();
            });
        }
        if (event instanceof Event.RoundOpened next) {
            return step(Stage.DEALT, round, next.round(), Stage.OPEN);
        }
        if (event instanceof Event.MessageSealed next) {
            return step(Stage.OPEN, round, next.round(), Stage.OPEN);
        }
        if (event instanceof Event.RoundClosed next) {
            return step(Stage.OPEN, round, next.round(), Stage.CLOSED);
        }
        return event instanceof Event.RoundSettled next ? settled(next) : Optional.empty();
    }

    private Optional<String> settled(Event.RoundSettled next) {
        List<List<Integer>> seats = next.markets().stream()
                .map(market ->
                        market.seats().stream().map(Event.SettledSeat::seat).toList())
                .toList();
        return step(Stage.CLOSED, round, next.round(), Stage.SETTLED)
                .or(() ->
                        seats.equals(dealt) ? Optional.empty() : Optional.of("the markets that were dealt, " + dealt));
    }

    private Optional<String> step(Stage before, int expected, int found, Stage after) {
        if (stage != before || found != expected) {
            int next = stage == Stage.SETTLED ? round + 1 : round;
            return Optional.of("round " + next + " to be " + stage.next + " first");
        }
        stage = after;
        return Optional.empty();
    }
}
