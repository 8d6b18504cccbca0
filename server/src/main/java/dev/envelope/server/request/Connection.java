package dev.envelope.server.request;

import dev.envelope.game.session.command.Refusal;
import java.util.concurrent.Executor;

/** One client's connection as sessions see it. Implemented by the network; safe to call from any thread, never blocks. */
public interface Connection {

    /** A number no other connection of this server has. */
    long id();

    /** Sends the answer to request {@code requestId}. Answers and pushes leave in the order of the calls. */
    void answer(long requestId, Response response);

    /**
     * Sends a push. When the peer does not read, pushes are dropped, and {@link FrontDesk#drained} is called once it does
     * again.
     */
    void push(Response response);

    /**
     * What carries out work for this connection in order, such as the thread that writes to it; work for connections of one
     * lane can be handed over together.
     */
    default Executor lane() {
        return Runnable::run;
    }

    /**
     * Runs {@code work} once everything that arrived together has been read, so that a session takes it up together; at
     * once where the connection cannot tell.
     */
    default void afterReading(Runnable work) {
        work.run();
    }

    /** Sends {@code reason} as a refusal that answers no request, then closes the connection. */
    void end(Refusal reason);
}
