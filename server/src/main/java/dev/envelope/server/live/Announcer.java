package dev.envelope.server.live;

import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.Phase;
import dev.envelope.server.live.attendance.Attendee;
import dev.envelope.server.request.Response;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a change of state means to those who attend. Made of the states before and after, never of events: a client is told
 * what it may know, and that is decided where views are made.
 */
final class Announcer {

    private final SessionState before;
    private final SessionState after;
    private final long atMillis;

    Announcer(SessionState before, SessionState after, long atMillis) {
        this.before = before;
        this.after = after;
        this.atMillis = atMillis;
    }

    /** Whether anybody is told anything. */
    boolean isDue() {
        return before.phase() != after.phase()
                || before.isPaused() != after.isPaused()
                || before.round() != after.round()
                || isExtended();
    }

    /** Whether who acts for a seat, or what one was told, has changed. */
    boolean hasAffairs() {
        return before.affairs() != after.affairs();
    }

    /** Whether {@code attendee} is to see anew who acts for its seat and what it is told. */
    boolean concerns(Attendee attendee) {
        return isKnown(attendee) && !before.affairs(attendee.seat()).equals(after.affairs(attendee.seat()));
    }

    private boolean isKnown(Attendee attendee) {
        return attendee.seat().isEmpty() || attendee.seat().getAsInt() < before.seatNumbers();
    }

    private boolean isExtended() {
        boolean hasDeadline = after.phase() == Phase.OPEN || after.phase() == Phase.QUESTIONNAIRE;
        return hasDeadline
                && before.phase() == after.phase()
                && before.isPaused() == after.isPaused()
                && !before.deadline().equals(after.deadline());
    }

    /** What {@code attendee} is told, if anything. */
    Optional<Response> tell(Attendee attendee) {
        if (attendee.seat().isEmpty()) {
            return Optional.of(changed(attendee.seat()));
        }
        int seat = attendee.seat().getAsInt();
        if (enters(Phase.OPEN)) {
            return after.view(seat, atMillis)
                    .<Response>map(Response.RoundOpened::new)
                    .or(() -> Optional.of(changed(attendee.seat())));
        }
        if (enters(Phase.SETTLED)) {
            return after.result(seat)
                    .filter(result -> result.round() == after.round())
                    .<Response>map(Response.RoundSettled::new)
                    .or(() -> Optional.of(changed(attendee.seat())));
        }
        return concernsSeats() ? Optional.of(changed(attendee.seat())) : Optional.empty();
    }

    private boolean enters(Phase phase) {
        return after.phase() == phase && (before.phase() != phase || before.round() != after.round());
    }

    private boolean concernsSeats() {
        return before.isPaused() != after.isPaused()
                || isExtended()
                || before.phase() == Phase.LOBBY
                || after.phase() == Phase.QUESTIONNAIRE
                || after.phase() == Phase.FINISHED;
    }

    private Response changed(OptionalInt seat) {
        return new Response.SessionChanged(
                after.phase(),
                after.isPaused(),
                after.remainingMillis(atMillis),
                after.proof().revealed(),
                after.pay(seat).paid());
    }
}
