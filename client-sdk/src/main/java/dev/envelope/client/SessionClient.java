package dev.envelope.client;

import dev.envelope.client.api.NotSent;
import dev.envelope.client.api.OutcomeUnknown;
import dev.envelope.game.view.Snapshot;
import java.util.concurrent.CompletionStage;

/**
 * A connection to a session that keeps itself alive: it reconnects when it is cut, notices when the cable is dead, and
 * asks for a snapshot when it has missed something. Safe to call from any thread.
 */
public interface SessionClient extends AutoCloseable {

    /** The latest that is known of the session. */
    Snapshot snapshot();

    /** Asks the server for everything this client may know. */
    CompletionStage<Snapshot> refresh();

    /** Whether the server can be spoken to at this moment, as far as is known. */
    boolean isConnected();

    /** Completes when the client was closed or the session has finished and the server hung up; fails when it gave up. */
    CompletionStage<Void> whenClosed();

    /**
     * Hangs up; a seat stays taken and waits for its key. Waits for nothing: unanswered requests fail with
     * {@link OutcomeUnknown}, unsent ones with {@link NotSent}, and {@link #whenClosed} completes soon.
     */
    @Override
    void close();
}
