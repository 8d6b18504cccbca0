package dev.envelope.server.settings;

/**
 * Every bound the server keeps: what is beyond is refused with a code, never queued without end.
 *
 * @param maxFrameBytes the longest message on the wire, either way, in bytes
 * @param maxOutstanding requests without an answer, per connection
 * @param maxConnections connections of the whole server
 * @param maxConnectionsPerSeat connections that may share one seat
 * @param maxSessions sessions that are hosted: those that go on, and the last finished ones as long as there is room
 * @param maxFinishedRecords records of finished sessions that are read at a start before no more of these are
 * @param maxQueued requests without an answer, per session
 * @param maxMessagesPerRound messages of one seat that are taken in one round
 * @param maxDeclines how often seats of one session may be taken and given back for want of consent
 * @param helloTimeoutMillis how long a connection may take to say hello
 * @param idleTimeoutMillis how long a connection may say nothing
 * @param maxOutboundBytes bytes waiting for one peer that does not read, before pushes are dropped and nothing more is
 *     read from it
 * @param maxOutboundPushes pushes handed to one connection that its event loop has not come to yet
 * @param maxRequestHeadBytes the longest head of an HTTP request: its line and headers, each
 * @param maxExports exports that are made and sent over HTTP at a time; as many more may wait
 * @param closeTimeoutMillis how long a closing connection may take: for answers under way, for the peer to read what it
 *     was sent and close its end
 */
public record Limits(
        int maxFrameBytes,
        int maxOutstanding,
        int maxConnections,
        int maxConnectionsPerSeat,
        int maxSessions,
        int maxFinishedRecords,
        int maxQueued,
        int maxMessagesPerRound,
        int maxDeclines,
        long helloTimeoutMillis,
        long idleTimeoutMillis,
        int maxOutboundBytes,
        int maxOutboundPushes,
        int maxRequestHeadBytes,
        int maxExports,
        long closeTimeoutMillis) {

    /** Limits for a class, a laboratory or a tournament on one machine. */
    public static final Limits DEFAULT = new Limits(
            64 * 1024,
            64,
            20_000,
            4,
            1_000,
            100_000,
            65_536,
            1_000,
            10_000,
            10_000,
            120_000,
            256 * 1024,
            1_024,
            8 * 1024,
            2,
            3_000);

    /** Checks that every bound is positive. */
    public Limits {
        positive("maxFrameBytes", maxFrameBytes);
        positive("maxOutstanding", maxOutstanding);
        positive("maxConnections", maxConnections);
        positive("maxConnectionsPerSeat", maxConnectionsPerSeat);
        positive("maxSessions", maxSessions);
        positive("maxFinishedRecords", maxFinishedRecords);
        positive("maxQueued", maxQueued);
        positive("maxMessagesPerRound", maxMessagesPerRound);
        positive("maxDeclines", maxDeclines);
        positive("helloTimeoutMillis", helloTimeoutMillis);
        positive("idleTimeoutMillis", idleTimeoutMillis);
        positive("maxOutboundBytes", maxOutboundBytes);
        positive("maxOutboundPushes", maxOutboundPushes);
        positive("maxRequestHeadBytes", maxRequestHeadBytes);
        positive("maxExports", maxExports);
        positive("closeTimeoutMillis", closeTimeoutMillis);
    }

    /** These limits with another number of messages of one seat in one round. */
    public Limits withMaxMessagesPerRound(int messages) {
        return new Limits(
                maxFrameBytes,
                maxOutstanding,
                maxConnections,
                maxConnectionsPerSeat,
                maxSessions,
                maxFinishedRecords,
                maxQueued,
                messages,
                maxDeclines,
                helloTimeoutMillis,
                idleTimeoutMillis,
                maxOutboundBytes,
                maxOutboundPushes,
                maxRequestHeadBytes,
                maxExports,
                closeTimeoutMillis);
    }

    /** These limits with another number of seats that may be given back. */
    public Limits withMaxDeclines(int declines) {
        return new Limits(
                maxFrameBytes,
                maxOutstanding,
                maxConnections,
                maxConnectionsPerSeat,
                maxSessions,
                maxFinishedRecords,
                maxQueued,
                maxMessagesPerRound,
                declines,
                helloTimeoutMillis,
                idleTimeoutMillis,
                maxOutboundBytes,
                maxOutboundPushes,
                maxRequestHeadBytes,
                maxExports,
                closeTimeoutMillis);
    }

    private static void positive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: at least 1)");
        }
    }
}
