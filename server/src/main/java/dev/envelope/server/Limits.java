package dev.envelope.server;

/**
 * Every bound the server keeps: what is beyond is refused with a code, never queued without end.
 *
 * @param maxFrameBytes the longest message on the wire, either way, in bytes
 * @param maxOutstanding requests without an answer, per connection
 * @param maxConnections connections of the whole server
 * @param maxConnectionsPerSeat connections that may share one seat
 * @param maxSessions sessions that are not finished
 * @param maxQueued requests without an answer, per session
 * @param helloTimeoutMillis how long a connection may take to say hello
 * @param idleTimeoutMillis how long a connection may say nothing
 * @param maxOutboundBytes bytes waiting for one peer that does not read, before pushes are dropped
 */
public record Limits(
        int maxFrameBytes,
        int maxOutstanding,
        int maxConnections,
        int maxConnectionsPerSeat,
        int maxSessions,
        int maxQueued,
        long helloTimeoutMillis,
        long idleTimeoutMillis,
        int maxOutboundBytes) {

    /** Limits for a class, a laboratory or a tournament on one machine. */
    public static final Limits DEFAULT =
            new Limits(64 * 1024, 256, 20_000, 4, 1_000, 65_536, 10_000, 120_000, 256 * 1024);

    /** Checks that every bound is positive. */
    public Limits {
        positive("maxFrameBytes", maxFrameBytes);
        positive("maxOutstanding", maxOutstanding);
        positive("maxConnections", maxConnections);
        positive("maxConnectionsPerSeat", maxConnectionsPerSeat);
        positive("maxSessions", maxSessions);
        positive("maxQueued", maxQueued);
        positive("helloTimeoutMillis", helloTimeoutMillis);
        positive("idleTimeoutMillis", idleTimeoutMillis);
        positive("maxOutboundBytes", maxOutboundBytes);
    }

    private static void positive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: at least 1)");
        }
    }
}
