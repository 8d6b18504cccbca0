package dev.envelope.benchmarks.net;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.HdrHistogram.Histogram;

/** The clock and the counters of one load run; all but the waiting happens on the one event loop. */
final class LoadRun {

    private static final long HIGHEST_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long SLACK_MILLIS = 30_000;

    private final LoadShape shape;
    private final CountDownLatch ready;
    private final CompletableFuture<LoadResult> end = new CompletableFuture<>();
    private final Histogram latencies = new Histogram(HIGHEST_NANOS, 3);
    private long measureFrom;
    private long measureTo;
    private long answers;

    LoadRun(int connections, LoadShape shape) {
        this.shape = shape;
        this.ready = new CountDownLatch(connections);
    }

    LoadShape shape() {
        return shape;
    }

    void oneReady() {
        ready.countDown();
    }

    void awaitReady(long seconds) throws InterruptedException, TimeoutException {
        if (!ready.await(seconds, TimeUnit.SECONDS)) {
            throw new TimeoutException(ready.getCount() + " connections were not ready after " + seconds + " s");
        }
    }

    void begin() {
        measureFrom = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(shape.warmUpMillis());
        measureTo = measureFrom + TimeUnit.MILLISECONDS.toNanos(shape.measureMillis());
    }

    boolean goesOn() {
        return !end.isDone();
    }

    void answered(long nanos) {
        long now = System.nanoTime();
        if (now < measureFrom || end.isDone()) {
            return;
        }
        answers++;
        latencies.recordValue(Math.min(nanos, HIGHEST_NANOS));
        if (now >= measureTo) {
            double seconds = (now - measureFrom) / 1e9;
            end.complete(new LoadResult(answers / seconds, latencies));
        }
    }

    void fail(String why) {
        end.completeExceptionally(new IllegalStateException(why));
    }

    LoadResult awaitEnd(long millis) throws InterruptedException, TimeoutException {
        try {
            return end.get(millis + SLACK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
