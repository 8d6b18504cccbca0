package dev.envelope.client;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Request ids that count up from a random start, so that two devices on one seat do not meet; never 0. */
final class RequestIds implements LongSupplier {

    private final AtomicLong last;

    RequestIds(long start) {
        this.last = new AtomicLong(start);
    }

    @Override
    public long getAsLong() {
        long id = last.incrementAndGet();
        return id != 0 ? id : last.incrementAndGet();
    }
}
