package dev.envelope.server.net;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/**
 * A log that strangers cannot flood: a few lines a second about connections, then the number of those left out. Safe for
 * use by several threads.
 */
final class QuietLog {

    private static final int LINES_A_SECOND = 20;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int LONGEST = 300;

    private final Logger logger;
    private final LongSupplier nanos;
    private final AtomicLong second;
    private final AtomicInteger lines = new AtomicInteger();

    QuietLog(Logger logger, LongSupplier nanos) {
        this.logger = logger;
        this.nanos = nanos;
        this.second = new AtomicLong(nanos.getAsLong());
    }

    /** Says that something happened on a connection; {@code what} may hold what a stranger sent. */
    void connection(long id, String what) {
        if (!logger.isInfoEnabled()) {
            return;
        }
        long now = nanos.getAsLong();
        long began = second.get();
        if (now - began >= SECOND_NANOS && second.compareAndSet(began, now)) {
            int unsaid = lines.getAndSet(0) - LINES_A_SECOND;
            if (unsaid > 0) {
                logger.info("{} more lines about connections were left out", unsaid);
            }
        }
        if (lines.incrementAndGet() <= LINES_A_SECOND) {
            logger.info("connection {}: {}", id, printable(what));
        }
    }

    private static String printable(String what) {
        String line = what.length() <= LONGEST ? what : what.substring(0, LONGEST) + "…";
        return line.replaceAll("\\p{Cntrl}", "?");
    }
}
