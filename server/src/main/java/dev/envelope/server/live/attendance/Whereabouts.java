package dev.envelope.server.live.attendance;

import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.server.request.Connection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Who is connected to a session, and for which seats time runs because rounds cannot wait for their owners: they are not there,
 * or have something to fill out first. For the session's thread alone.
 */
public final class Whereabouts {

    private final Attendance attendance;
    private final Absences absences = new Absences();

    /** Nobody is there; up to {@code maxPerSeat} connections may have a seat. */
    public Whereabouts(int maxPerSeat) {
        attendance = new Attendance(maxPerSeat);
    }

    /** Who is connected. */
    public Attendance attendance() {
        return attendance;
    }

    /** Somebody is there; returns the connection that its seat gives up for it, if any. */
    public Optional<Connection> arrive(Attendee attendee, SessionState state, long atMillis) {
        Optional<Connection> oldest = attendance.add(attendee);
        attendee.seat().ifPresent(seat -> arrived(seat, state, atMillis));
        return oldest;
    }

    private void arrived(int seat, SessionState state, long atMillis) {
        if (isReady(seat, state)) {
            absences.ended(seat);
        } else if (!absences.has(seat)) {
            absences.began(seat, atMillis);
        }
    }

    /** Whether rounds can wait for the owner of {@code seat}: it is there, and can say something in them. */
    private boolean isReady(int seat, SessionState state) {
        return attendance.has(seat) && !state.isUnready(seat);
    }

    /** A connection is gone. */
    public void leave(long connectionId, long atMillis) {
        Optional<Attendee> gone = attendance.remove(connectionId);
        gone.ifPresent(attendee -> attendee.seat().ifPresent(seat -> left(seat, atMillis)));
    }

    private void left(int seat, long atMillis) {
        if (!attendance.has(seat)) {
            absences.began(seat, atMillis);
        }
    }

    /** Whoever is connected to the seat is not its owner any more; returns who that was. */
    public List<Attendee> dismiss(int seat) {
        List<Attendee> dismissed = attendance.of(seat);
        dismissed.forEach(attendee -> attendance.remove(attendee.connection().id()));
        absences.ended(seat);
        return dismissed;
    }

    /** Nobody knows how long whoever is not here has been away: they are gone since now. */
    public void countAbsences(SessionState state, long atMillis) {
        for (int seat = 0; seat < state.seatNumbers(); seat++) {
            left(seat, atMillis);
        }
    }

    /** The time before {@code atMillis} does not count: the clock stood still. */
    public void restart(long atMillis) {
        absences.restart(atMillis);
    }

    /** An owner that has filled something out can be waited for; of one that has its seat back while it is away the time begins anew. */
    public void follow(Event event, SessionState state, long atMillis) {
        if (event instanceof Event.ConsentAnswered consent && consent.agreed()) {
            filledOut(consent.seat(), state);
        } else if (event instanceof Event.ComprehensionAnswered tried) {
            filledOut(tried.seat(), state);
        } else if (event instanceof Event.SeatGivenBack back && !isReady(back.seat(), state)) {
            absences.began(back.seat(), atMillis);
        }
    }

    private void filledOut(int seat, SessionState state) {
        if (isReady(seat, state)) {
            absences.ended(seat);
        }
    }

    /** When rounds have waited long enough for the first of the seats; absent where they may wait for ever, or for nobody. */
    public OptionalLong dueAt(SessionState state) {
        return absences.dueAt(state);
    }

    /** That seat, whose time does not run any more; empty where its owner is ready after all. */
    public OptionalInt takeFirst(SessionState state) {
        int seat = absences.first();
        absences.ended(seat);
        return isReady(seat, state) ? OptionalInt.empty() : OptionalInt.of(seat);
    }
}
