package dev.envelope.game.session;

import dev.envelope.game.matching.Feasibility;
import dev.envelope.game.plan.seating.Seats;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.event.HandOver;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.Phase;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Whether somebody new gets a seat, and which. */
final class Arrival {

    private final SessionState state;

    Arrival(SessionState state) {
        this.state = state;
    }

    /** Why somebody with the key of this hash gets none. */
    Optional<Refusal> refusal(String keyHash) {
        if (state.seating().barred().contains(keyHash)) {
            return refused(RefusalCode.NOT_ALLOWED, "seat", "taken away by the instructor", "another session");
        }
        if (state.phase() == Phase.FINISHED || state.phase() == Phase.QUESTIONNAIRE) {
            return refused(RefusalCode.DOOR_CLOSED, "session", "over", "the key of a seat in it, or a session to come");
        }
        boolean byLink = state.plan().seats().entry() == Seats.Entry.LINKS;
        if (byLink && !state.seating().invited().contains(keyHash)) {
            return refused(
                    RefusalCode.NOT_ALLOWED, "seat key", "of no link", "that of a link which the instructor gave out");
        }
        if (state.progress().doorClosed()) {
            return refused(RefusalCode.DOOR_CLOSED, "door", "closed by the instructor", "open");
        }
        return state.isStarted() ? lateness() : fullness();
    }

    private Optional<Refusal> lateness() {
        int last = state.plan().staffing().lastArrival();
        if (last == 0) {
            return refused(RefusalCode.DOOR_CLOSED, "session", "begun", "a seat taken before it began");
        }
        if (state.round() > last || (state.round() == last && state.phase() == Phase.SETTLED)) {
            return refused(RefusalCode.DOOR_CLOSED, "round", state.round(), "at most " + last + " for newcomers");
        }
        return filled().isPresent() ? Optional.empty() : fullness().or(this::infeasibility);
    }

    private Optional<Refusal> fullness() {
        int taken = state.seatsTaken();
        return taken >= state.plan().seats().wanted()
                ? refused(RefusalCode.SESSION_FULL, "seats", taken + " taken", "fewer than " + taken)
                : Optional.empty();
    }

    private Optional<Refusal> infeasibility() {
        return Feasibility.obstacle(state.plan(), state.plan().playedSeats(state.seatsTaken() + 1))
                .map(obstacle -> new Refusal(RefusalCode.SESSION_FULL, obstacle.sentence()));
    }

    /** The seat that somebody new gets: before the first round the lowest free one, later first those that were filled. */
    int seat() {
        return state.isStarted()
                ? filled().orElse(state.seatNumbers())
                : state.seating().next();
    }

    private OptionalInt filled() {
        return IntStream.range(0, state.seatNumbers())
                .filter(seat -> state.seat(seat).presence().is(HandOver.FILLED))
                .findFirst();
    }

    private static Optional<Refusal> refused(RefusalCode code, String what, Object found, String expected) {
        return Optional.of(Refusal.of(code, what, found, expected));
    }
}
