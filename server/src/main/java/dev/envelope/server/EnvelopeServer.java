package dev.envelope.server;

import dev.envelope.server.session.Sessions;

/** A running server: journal, sessions and network, put together. */
public interface EnvelopeServer extends AutoCloseable {

    /** The port it listens on. */
    int port();

    /** Its sessions. */
    Sessions sessions();

    /**
     * Stops listening, answers what is under way, closes the connections, then the sessions once what they decided is
     * durable, then the journal.
     */
    @Override
    void close();
}
