package dev.envelope.client.api;

import java.time.Duration;

/**
 * Every bound on what a client waits for and holds.
 *
 * @param connectTimeout how long a connection may take to be made
 * @param helloTimeout how long the server may take to answer a hello
 * @param heartbeat how often the server is asked for a sign of life; silent for two of these, it is taken for gone
 * @param firstBackoff how long the first attempt to reconnect waits, before jitter
 * @param longestBackoff how long an attempt waits at most, before jitter; each waits twice as long as the one before
 * @param reconnectAttempts how many attempts in a row may fail before the client gives up
 * @param outstanding how many requests may be unanswered at once; the server's own bound holds too
 * @param frameBytes the longest message, either way
 */
public record ClientLimits(
        Duration connectTimeout,
        Duration helloTimeout,
        Duration heartbeat,
        Duration firstBackoff,
        Duration longestBackoff,
        int reconnectAttempts,
        int outstanding,
        int frameBytes) {

    /** Ten seconds to connect and for the hello, a sign of life every five, some ten minutes of reconnecting. */
    public static final ClientLimits DEFAULT = new ClientLimits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofMillis(100),
            Duration.ofSeconds(5),
            120,
            32,
            64 * 1024);

    /** Checks that every bound is positive. */
    public ClientLimits {
        positive("connectTimeout", connectTimeout.toNanos());
        positive("helloTimeout", helloTimeout.toNanos());
        positive("heartbeat", heartbeat.toNanos());
        positive("firstBackoff", firstBackoff.toNanos());
        positive("longestBackoff", longestBackoff.toNanos());
        positive("outstanding", outstanding);
        positive("frameBytes", frameBytes);
        if (reconnectAttempts < 0) {
            throw new IllegalArgumentException("reconnectAttempts: " + reconnectAttempts + " (expected: at least 0)");
        }
    }

    private static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: positive)");
        }
    }
}
