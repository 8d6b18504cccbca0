package dev.envelope.server.projection;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Keeps work that nobody waits for to a share of a thread's time, so that what others wait for has the processors. For one thread. */
final class Pacer {

    /** One part of so many is work, the others are rest. */
    static final int PARTS = 5;

    /** So much work is done at a stretch, in nanoseconds. */
    static final long STRETCH = 2_000_000;

    private final LongSupplier nanos;
    private final LongConsumer sleep;
    private long since;

    /** By the time that {@code nanos} says; rests, for so many nanoseconds, with {@code sleep}. */
    Pacer(LongSupplier nanos, LongConsumer sleep) {
        this.nanos = nanos;
        this.sleep = sleep;
        this.since = nanos.getAsLong();
    }

    /** By this machine's clock. An interrupted rest is over, and the thread stays interrupted. */
    static Pacer ofThisMachine() {
        return new Pacer(System::nanoTime, Pacer::rest);
    }

    private static void rest(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Work begins after a time without any. */
    void begin() {
        since = nanos.getAsLong();
    }

    /** Rests when a stretch of work is done. */
    void pause() {
        long worked = nanos.getAsLong() - since;
        if (worked >= STRETCH) {
            sleep.accept(worked * (PARTS - 1));
            begin();
        }
    }
}
