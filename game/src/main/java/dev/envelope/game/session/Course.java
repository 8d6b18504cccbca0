package dev.envelope.game.session;

import dev.envelope.game.plan.Timing;
import dev.envelope.game.plan.seating.Seats;
import dev.envelope.game.session.event.CloseReason;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.FormsDue;
import dev.envelope.game.session.state.RoundState;
import dev.envelope.game.session.state.SessionState;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** The course of a session: what happens next by itself, phase by phase. */
final class Course {

    private Course() {}

    /** The next event that needs no command but time; empty while the session waits. */
    static Optional<Event> next(SessionState state, long now) {
        return switch (state.phase()) {
            case LOBBY -> inLobby(state, now);
            case DEALT -> state.isPaused() ? Optional.empty() : Optional.of(opening(state, now));
            case OPEN -> state.isPaused() ? Optional.empty() : whileOpen(state, now);
            case CLOSED -> Optional.of(Settlement.of(state, now));
            case SETTLED -> afterRound(state, now);
            case QUESTIONNAIRE -> whileAsking(state, now);
            case FINISHED -> Optional.empty();
        };
    }

    private static Optional<Event> inLobby(SessionState state, long now) {
        if (state.isEndRequested()) {
            return Optional.of(end(state, now));
        }
        if (state.isPaused()) {
            return Optional.empty();
        }
        if (state.isStarted()) {
            return Filling.next(state, now).or(() -> Optional.of(Dealing.deal(state, now, 1)));
        }
        return isFull(state) && (isReady(state) || hasWaited(state, now))
                ? Optional.of(new Event.SessionStarted(now))
                : Optional.empty();
    }

    private static boolean isFull(SessionState state) {
        Seats seats = state.plan().seats();
        return seats.start() == Seats.Start.WHEN_FULL && state.seatsTaken() == seats.wanted();
    }

    /** Whether everybody has filled out what comes before the rounds. */
    private static boolean isReady(SessionState state) {
        return IntStream.range(0, state.seatNumbers())
                .noneMatch(seat -> !state.isFree(seat)
                        && FormsDue.beforeRounds(state, seat).isPresent());
    }

    private static boolean hasWaited(SessionState state, long now) {
        return RoundState.Due.reached(state.current().due().nextRound(), now);
    }

    private static Event opening(SessionState state, long now) {
        OptionalLong open = state.block().treatment().timing().openMillis();
        OptionalLong deadline = open.isPresent() ? OptionalLong.of(now + open.getAsLong()) : open;
        return new Event.RoundOpened(now, state.round(), deadline);
    }

    private static Optional<Event> whileOpen(SessionState state, long now) {
        RoundState.Due due = state.current().due();
        boolean late = RoundState.Due.reached(due.deadline(), now);
        boolean graceFirst =
                due.graceEnd().orElse(Long.MAX_VALUE) <= due.deadline().orElse(Long.MAX_VALUE);
        if (RoundState.Due.reached(due.graceEnd(), now) && graceFirst) {
            return Optional.of(closing(state, now, CloseReason.ALL_SEALED));
        }
        if (late) {
            return Optional.of(closing(state, now, CloseReason.DEADLINE));
        }
        boolean closesEarly = state.block().treatment().timing().closing() == Timing.Closing.ALL_SEALED;
        boolean waits = !state.current().allSealed() || state.awaitsAnswers();
        return closesEarly && !waits && due.graceEnd().isEmpty()
                ? Optional.of(allSealed(state, now))
                : Optional.empty();
    }

    private static Event allSealed(SessionState state, long now) {
        long grace = state.hasPersons() ? state.block().treatment().timing().graceMillis() : 0;
        return grace == 0
                ? closing(state, now, CloseReason.ALL_SEALED)
                : new Event.GraceStarted(now, state.round(), now + grace);
    }

    private static Event closing(SessionState state, long now, CloseReason reason) {
        return new Event.RoundClosed(now, state.round(), reason);
    }

    private static Optional<Event> afterRound(SessionState state, long now) {
        if (state.isEndRequested() || state.round() == state.rounds() || state.isStoppedByBankruptcy()) {
            return Optional.of(ending(state, now));
        }
        Optional<Event> missing = StandInRules.missing(state, now);
        if (missing.isPresent()) {
            return missing;
        }
        OptionalLong next = state.current().due().nextRound();
        boolean due = next.isEmpty() || RoundState.Due.reached(next, now);
        return due && !state.isPaused()
                ? Filling.betweenRounds(state, now).or(() -> Optional.of(nextRound(state, now)))
                : Optional.empty();
    }

    /** The next deal, or the end where too few are left for a market. */
    private static Event nextRound(SessionState state, long now) {
        Event.RoundDealt deal = Dealing.deal(state, now, state.round() + 1);
        return deal.markets().isEmpty() ? ending(state, now) : deal;
    }

    /** What follows the last round: the questionnaire, where anybody is to be asked. */
    private static Event ending(SessionState state, long now) {
        return FormRules.opening(state, now).orElseGet(() -> end(state, now));
    }

    /** The session ends when all who are there have answered, or at the deadline. */
    private static Optional<Event> whileAsking(SessionState state, long now) {
        boolean due = !state.isPaused()
                && RoundState.Due.reached(state.current().due().deadline(), now);
        return due || !FormsDue.isAnybodyAwaited(state) ? Optional.of(end(state, now)) : Optional.empty();
    }

    static Event end(SessionState state, long now) {
        return new Event.SessionFinished(
                now, state.setup().seed().seedHex(), state.setup().seed().nonceHex());
    }
}
