package dev.envelope.lab.command.seat;

import dev.envelope.client.InstructorClient;
import dev.envelope.game.plan.seating.StandIn;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * An action with what it is about, read and ready to be given.
 *
 * @param action what is done
 * @param seat the seat it is about
 * @param time how much more time
 * @param text a note, or a strategy's name
 * @param count how many
 */
record InstructorOrder(InstructorAction action, Optional<Integer> seat, Duration time, String text, int count) {

    private static final int MOST_LINKS = 10_000;

    InstructorOrder(InstructorAction action, Optional<Integer> seat, Duration time, String text) {
        this(action, seat, time, text, 0);
    }

    /**
     * What was typed on {@code line}: an action, its details and the option {@code --seat}.
     *
     * @throws ParameterException saying what was found and what was expected
     */
    static InstructorOrder of(CommandLine line, InstructorAction action, List<String> details, Optional<Integer> seat) {
        if (!action.takes(details.size())) {
            String found = details.isEmpty() ? "nothing" : String.join(" ", details);
            throw new ParameterException(line, action.word() + ": " + found + " (expected: " + expected(action) + ")");
        }
        if (seat.isPresent() && action != InstructorAction.NOTE) {
            throw new ParameterException(line, "--seat: with " + action.word() + " (expected: with note)");
        }
        return switch (action) {
            case EXTEND -> new InstructorOrder(action, seat, seconds(line, details.get(0)), "");
            case NOTE -> new InstructorOrder(action, seat, Duration.ZERO, details.get(0));
            case INVITE -> new InstructorOrder(action, seat, Duration.ZERO, "", links(line, details.get(0)));
            case ADVANCE, GIVE_BACK, REMOVE ->
                new InstructorOrder(action, Optional.of(seat(line, details.get(0))), Duration.ZERO, "");
            case REPLACE ->
                new InstructorOrder(
                        action,
                        Optional.of(seat(line, details.get(0))),
                        Duration.ZERO,
                        details.size() == 1 ? "" : strategy(line, details.get(1)));
            default -> new InstructorOrder(action, seat, Duration.ZERO, "");
        };
    }

    private static String expected(InstructorAction action) {
        return switch (action) {
            case EXTEND -> "seconds, such as 60";
            case INVITE -> "how many links";
            case NOTE -> "one text, in quotes";
            case ADVANCE, GIVE_BACK, REMOVE -> "a seat's number, from 0";
            case REPLACE -> "a seat's number, from 0, and a strategy or nothing";
            default -> "nothing more";
        };
    }

    private static Duration seconds(CommandLine line, String typed) {
        try {
            BigDecimal millis = new BigDecimal(typed).movePointRight(3);
            if (millis.signum() > 0) {
                return Duration.ofMillis(millis.longValueExact());
            }
        } catch (ArithmeticException | NumberFormatException wrong) {
            throw new ParameterException(line, "extend: " + typed + " (expected: seconds, such as 60)", wrong);
        }
        throw new ParameterException(line, "extend: " + typed + " (expected: seconds, such as 60)");
    }

    private static int links(CommandLine line, String typed) {
        int count = typed.matches("\\d{1,5}") ? Integer.parseInt(typed) : 0;
        if (count < 1 || count > MOST_LINKS) {
            throw new ParameterException(line, "invite: " + typed + " (expected: from 1 to " + MOST_LINKS + " links)");
        }
        return count;
    }

    private static int seat(CommandLine line, String typed) {
        if (!typed.matches("\\d{1,6}")) {
            throw new ParameterException(line, "seat: " + typed + " (expected: a seat's number, from 0)");
        }
        return Integer.parseInt(typed);
    }

    private static String strategy(CommandLine line, String typed) {
        if (!StandIn.isStrategy(typed)) {
            throw new ParameterException(line, "strategy: " + typed + " (expected: " + StandIn.EXPECTED + ")");
        }
        return typed;
    }

    /** Gives it; done once the server has carried it out. */
    CompletionStage<Boolean> give(InstructorClient instructor) {
        CompletionStage<?> given = switch (action) {
            case START -> instructor.start();
            case PAUSE -> instructor.pause();
            case RESUME -> instructor.resume();
            case EXTEND -> instructor.extend(time);
            case CLOSE -> instructor.closeRound();
            case END -> instructor.end();
            case NOTE -> seat.isPresent() ? instructor.tell(seat.get(), text) : instructor.tell(text);
            case ADVANCE -> instructor.advance(seat.orElseThrow());
            case REPLACE -> instructor.replace(seat.orElseThrow(), text);
            case GIVE_BACK -> instructor.giveBack(seat.orElseThrow());
            case REMOVE -> instructor.remove(seat.orElseThrow());
            case OPEN_DOOR -> instructor.moveDoor(true);
            case CLOSE_DOOR -> instructor.moveDoor(false);
            case INVITE, SEATS, STATUS -> CompletableFuture.completedFuture(true);
        };
        return given.thenApply(nothing -> true);
    }
}
