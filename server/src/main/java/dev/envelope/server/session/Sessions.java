package dev.envelope.server.session;

import dev.envelope.game.plan.Plan;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.server.journal.StoredRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The sessions of a server, as the one who runs it sees them. Safe for use by several threads. */
public interface Sessions {

    /**
     * Opens a session and returns once that is durable.
     *
     * @throws IllegalArgumentException when the plan cannot be played, or a reproducible session has no seed
     * @throws IllegalStateException when the server has as many sessions as it takes, or is closed
     * @throws dev.envelope.server.journal.JournalException when it could not be stored
     */
    OpenedSession open(Plan plan, OpenOptions options);

    /** Where every session stands that this server hosts, in the order of opening. */
    List<SessionStatus> all();

    /** Where the session with this join code stands; empty when the server hosts none. */
    Optional<SessionStatus> find(String joinCode);

    /**
     * All of the session with this join code as of the last durable change, with everything that is secret while it runs;
     * empty when the server hosts none.
     */
    Optional<SessionState> state(String joinCode);

    /**
     * Hands the durable records of a session to {@code reader}, in order, each verified.
     *
     * @throws IllegalArgumentException when the journal has no session of this join code
     */
    void transcript(String joinCode, Consumer<StoredRecord> reader);

    /**
     * Hands the durable events of a session to {@code reader}, in order.
     *
     * @throws IllegalArgumentException when the journal has no session of this join code
     */
    void events(String joinCode, Consumer<Event> reader);
}
