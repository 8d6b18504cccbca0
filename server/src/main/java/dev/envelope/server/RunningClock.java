package dev.envelope.server;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The time of day in milliseconds as it was at the start, going on by the machine's count of elapsed time: whoever sets
 * the machine's clock moves no deadline. Never decreases; safe for use by several threads.
 */
final class RunningClock implements LongSupplier {

    private final LongSupplier nanos;
    private final long startMillis;
    private final long startNanos;

    private RunningClock(LongSupplier nanos, long startMillis) {
        this.nanos = nanos;
        this.startMillis = startMillis;
        startNanos = nanos.getAsLong();
    }

    /** A clock that starts now. */
    static RunningClock start() {
        return start(System::currentTimeMillis, System::nanoTime);
    }

    /** A clock that starts at what {@code wallMillis} says, which is asked once, and goes on with {@code nanos}. */
    static RunningClock start(LongSupplier wallMillis, LongSupplier nanos) {
        return new RunningClock(nanos, wallMillis.getAsLong());
    }

    @Override
    public long getAsLong() {
        return startMillis + TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - startNanos);
    }
}
