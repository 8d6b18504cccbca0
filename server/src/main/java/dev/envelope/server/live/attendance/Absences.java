package dev.envelope.server.live.attendance;

import dev.envelope.game.plan.seating.DropOuts;
import dev.envelope.game.session.state.SessionState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Since when the owners of seats have no connection, or could have filled out what comes before the rounds, in the order of
 * time. For the session's thread alone.
 */
final class Absences {

    private final Map<Integer, Long> since = new LinkedHashMap<>();

    /** The owner of {@code seat} is gone. */
    void began(int seat, long atMillis) {
        since.remove(seat);
        since.put(seat, atMillis);
    }

    /** The owner of {@code seat} is there, or its seat is in other hands. */
    void ended(int seat) {
        since.remove(seat);
    }

    /** Whether time runs for the owner of {@code seat}. */
    boolean has(int seat) {
        return since.containsKey(seat);
    }

    /** The time before {@code atMillis} does not count: the clock stood still. */
    void restart(long atMillis) {
        since.replaceAll((seat, before) -> Math.max(before, atMillis));
    }

    /** When the first of them has been gone for as long as it may be; absent where it may be for ever, or nobody is. */
    OptionalLong dueAt(SessionState state) {
        Optional<DropOuts> dropOuts = state.dropOuts();
        if (since.isEmpty() || dropOuts.isEmpty() || !state.isRunning()) {
            return OptionalLong.empty();
        }
        long first = since.values().iterator().next();
        return OptionalLong.of(first + dropOuts.get().afterMillis());
    }

    /** The first of them. */
    int first() {
        return since.keySet().iterator().next();
    }
}
