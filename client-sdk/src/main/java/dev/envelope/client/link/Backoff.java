package dev.envelope.client.link;

import dev.envelope.client.api.ClientLimits;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before an attempt to reconnect: doubling, bounded, spread out so that a class does not come at once. */
final class Backoff {

    private final ClientLimits limits;
    private final RandomGenerator random;
    private int failures;

    Backoff(ClientLimits limits, RandomGenerator random) {
        this.limits = limits;
        this.random = random;
    }

    /** Whether another attempt may be made. */
    boolean hasNext() {
        return failures < limits.reconnectAttempts();
    }

    /** The wait before the next attempt: half to one and a half of the bound that doubles. */
    Duration next() {
        long first = limits.firstBackoff().toNanos();
        long longest = limits.longestBackoff().toNanos();
        long bound = failures >= 30 ? longest : (long) Math.min((double) longest, (double) first * (1L << failures));
        failures++;
        return Duration.ofNanos((long) (bound * (0.5 + random.nextDouble())));
    }

    /** How many attempts have failed in a row. */
    int failures() {
        return failures;
    }

    /** The connection has proved good: begin anew. */
    void reset() {
        failures = 0;
    }
}
