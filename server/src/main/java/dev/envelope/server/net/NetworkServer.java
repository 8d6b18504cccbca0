package dev.envelope.server.net;

import dev.envelope.server.Limits;
import dev.envelope.server.session.FrontDesk;

/** The network of a running server: one port for everything, and the entrance for the same Java process. */
@SuppressWarnings("DoNotCallSuggester")
public final class NetworkServer implements AutoCloseable {

    private NetworkServer() {}

    /**
     * Starts to listen.
     *
     * @throws java.io.UncheckedIOException when the address cannot be listened on or the certificate cannot be read;
     *     the message says which and why
     */
    public static NetworkServer start(NetworkSettings settings, Limits limits, FrontDesk frontDesk) {
        throw new UnsupportedOperationException(settings.toString());
    }

    /**
     * The port it listens on.
     *
     * @throws IllegalStateException when it listens on none
     */
    public int port() {
        throw new IllegalStateException("port: none (expected: a server with a socket)");
    }

    /** What it has counted since it was started. */
    public NetworkCounts counts() {
        throw new IllegalStateException("not running");
    }

    /**
     * Stops listening; refuses what is asked from now on with SHUTTING_DOWN; waits until requests under way are answered
     * and the answers are out, at most {@link Limits#closeTimeoutMillis}; then closes what is left and ends its threads.
     */
    @Override
    public void close() {}
}
