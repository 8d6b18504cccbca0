package dev.envelope.server.live.attendance;

import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.server.request.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The connections of one session, in the order of arrival. For the session's thread alone. */
public final class Attendance {

    private final int maxPerSeat;
    private final Map<Long, Attendee> byConnection = new LinkedHashMap<>();
    private final Map<Integer, List<Attendee>> bySeat = new LinkedHashMap<>();

    /** Nobody; up to {@code maxPerSeat} connections may have a seat. */
    Attendance(int maxPerSeat) {
        this.maxPerSeat = maxPerSeat;
    }

    /** Adds an attendee; a seat that has as many connections as it may gives up its oldest one, which is returned. */
    Optional<Connection> add(Attendee attendee) {
        byConnection.put(attendee.connection().id(), attendee);
        if (attendee.seat().isEmpty()) {
            return Optional.empty();
        }
        List<Attendee> sharing = bySeat.computeIfAbsent(attendee.seat().getAsInt(), seat -> new ArrayList<>());
        sharing.add(attendee);
        if (sharing.size() <= maxPerSeat) {
            return Optional.empty();
        }
        Connection oldest = sharing.get(0).connection();
        remove(oldest.id());
        return Optional.of(oldest);
    }

    /** Why the oldest connection of a seat is given up. */
    public Refusal displaced() {
        return new Refusal(
                RefusalCode.TOO_MANY_CONNECTIONS,
                "connections of this seat: " + (maxPerSeat + 1) + " (expected: at most " + maxPerSeat
                        + "); the newest stay");
    }

    /** Whether somebody is connected to the seat. */
    public boolean has(int seat) {
        return bySeat.containsKey(seat);
    }

    /** Everybody who is connected to the seat, in the order of arrival. */
    List<Attendee> of(int seat) {
        return List.copyOf(bySeat.getOrDefault(seat, List.of()));
    }

    /** Removes a connection; returns who it was. */
    public Optional<Attendee> remove(long connectionId) {
        Attendee gone = byConnection.remove(connectionId);
        if (gone != null && gone.seat().isPresent()) {
            int seat = gone.seat().getAsInt();
            List<Attendee> sharing = bySeat.getOrDefault(seat, new ArrayList<>());
            sharing.remove(gone);
            if (sharing.isEmpty()) {
                bySeat.remove(seat);
            }
        }
        return Optional.ofNullable(gone);
    }

    /** Who is at {@code connection}; empty before its hello. */
    public Optional<Attendee> find(Connection connection) {
        return Optional.ofNullable(byConnection.get(connection.id()));
    }

    /** The others who have the seat of {@code attendee}, in the order of arrival. */
    public List<Attendee> sharing(Attendee attendee) {
        List<Attendee> seated = attendee.seat().isPresent()
                ? bySeat.getOrDefault(attendee.seat().getAsInt(), List.of())
                : List.of();
        return seated.size() <= 1
                ? List.of()
                : seated.stream().filter(other -> !other.equals(attendee)).toList();
    }

    /** Everybody. */
    public Collection<Attendee> all() {
        return Collections.unmodifiableCollection(byConnection.values());
    }

    /** How many connections there are. */
    public int size() {
        return byConnection.size();
    }
}
