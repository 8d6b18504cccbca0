package dev.envelope.client;

import dev.envelope.client.api.OutcomeUnknown;
import java.util.concurrent.CompletionStage;

/**
 * The instructor's connection to a session. A command that was sent and whose answer was lost fails with
 * {@link OutcomeUnknown}: look at a fresh snapshot before giving it again.
 */
public interface InstructorClient extends SessionClient {

    /** Begins with the seats taken so far. */
    CompletionStage<Void> start();

    /** Stops the clock. */
    CompletionStage<Void> pause();

    /** Lets the clock go on. */
    CompletionStage<Void> resume();

    /** Closes the open round now. */
    CompletionStage<Void> closeRound();

    /** Finishes the session after the current round is settled. */
    CompletionStage<Void> end();

    /** Adds a listener; its first call is {@link SessionListener#refreshed}. */
    void listen(SessionListener listener);
}
