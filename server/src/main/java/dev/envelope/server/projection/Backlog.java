package dev.envelope.server.projection;

import dev.envelope.server.journal.Batch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What was stored and is not in the tables yet, in the order of the commits. When more waits than a class of people could
 * send, all of it is let go, and what comes after it too: it is read from the journal once it is calm.
 */
final class Backlog {

    private final int most;
    private final BlockingQueue<List<Batch>> waiting = new LinkedBlockingQueue<>();
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong stored = new AtomicLong();
    private volatile boolean missed;

    /** Keeps {@code most} records at the most. */
    Backlog(int most) {
        this.most = most;
    }

    /** Takes what was stored. Never waits. */
    void add(List<Batch> batches) {
        int more = size(batches);
        stored.addAndGet(more);
        if (missed) {
            return;
        }
        if (records.addAndGet(more) > most) {
            missed = true;
            waiting.clear();
        } else {
            waiting.add(batches);
        }
    }

    private static int size(List<Batch> batches) {
        return batches.stream().mapToInt(batch -> batch.records().size()).sum();
    }

    /** What comes next, after so many milliseconds at the latest; empty when there is nothing. */
    Optional<List<Batch>> next(long millis) throws InterruptedException {
        Optional<List<Batch>> next = Optional.ofNullable(waiting.poll(millis, TimeUnit.MILLISECONDS));
        next.ifPresent(batches -> records.addAndGet(-size(batches)));
        return missed ? Optional.empty() : next;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether something was let go. */
    boolean hasMissed() {
        return missed;
    }

    /** How many records were stored in all. */
    long stored() {
        return stored.get();
    }

    /** Begins again: whatever was stored by now is read from the journal. */
    void restart() {
        waiting.clear();
        records.set(0);
        missed = false;
    }
}
