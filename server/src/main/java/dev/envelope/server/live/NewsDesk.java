package dev.envelope.server.live;

import dev.envelope.game.session.state.SessionState;
import dev.envelope.server.request.Response;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Public counts, told at most ten times a second. For the session's thread alone. */
final class NewsDesk {

    private static final long INTERVAL_MILLIS = 100;

    private boolean pending;
    private long nextAtMillis = Long.MIN_VALUE;

    /** Takes note of a change; says nothing yet. */
    void observe(SessionState before, SessionState after) {
        pending |= before.seatsTaken() != after.seatsTaken() || !sealed(before).equals(sealed(after));
    }

    /** When there is something to tell; empty while there is nothing. */
    OptionalLong dueAt() {
        return pending ? OptionalLong.of(nextAtMillis) : OptionalLong.empty();
    }

    /** The news of {@code atMillis}. */
    Response.News tell(SessionState state, long atMillis) {
        pending = false;
        nextAtMillis = atMillis + INTERVAL_MILLIS;
        return new Response.News(state.seatsTaken(), state.plan().seats().wanted(), sealed(state));
    }

    /** How many have sealed, where the treatment reveals it. */
    private static OptionalInt sealed(SessionState state) {
        boolean shown = state.treatment()
                .filter(treatment -> treatment.reveal().sealedCount())
                .isPresent();
        return shown ? OptionalInt.of(state.sealedCount()) : OptionalInt.empty();
    }
}
