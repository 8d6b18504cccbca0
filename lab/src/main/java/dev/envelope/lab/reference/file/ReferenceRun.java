package dev.envelope.lab.reference.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The evaluation of reference cases, a few at a time, none of which can stop the others: whatever a case throws is its own
 * failure, and one that takes too long is given up and left behind on a thread that ends with the program.
 */
public final class ReferenceRun {

    private final Map<String, BlockCases> families = new LinkedHashMap<>();
    private final Duration bound;
    private final int workers;

    /**
     * A run by {@code families}, no two for the same block.
     *
     * @param bound how long a case may take
     * @param workers how many cases are evaluated at once
     */
    public ReferenceRun(List<BlockCases> families, Duration bound, int workers) {
        this.bound = bound;
        this.workers = workers;
        for (BlockCases family : families) {
            for (String block : family.blocks()) {
                if (this.families.put(block, family) != null) {
                    throw new IllegalArgumentException("block: " + block + " (expected: one family for it)");
                }
            }
        }
    }

    /** Evaluates {@code cases} and hands over each result as soon as it and those before it are there. */
    public void run(List<ReferenceCase> cases, Consumer<Evaluation> results) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(workers);
        try {
            List<Future<Evaluation>> waiting = new ArrayList<>();
            cases.forEach(reference -> waiting.add(executor.submit(() -> evaluate(reference))));
            for (Future<Evaluation> next : waiting) {
                results.accept(next.get());
            }
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            executor.shutdownNow();
        }
    }

    /** The result of one case. */
    public Evaluation evaluate(ReferenceCase reference) throws InterruptedException {
        if (!reference.problems().isEmpty()) {
            return Evaluation.unsupported(reference, String.join("; ", reference.problems()), 0);
        }
        BlockCases family = families.get(reference.block());
        if (family == null) {
            String known = String.join(", ", families.keySet());
            return Evaluation.unsupported(
                    reference, "block: " + reference.block() + " (expected: one of " + known + ")", 0);
        }
        long start = System.nanoTime();
        FutureTask<Value> task = new FutureTask<>(() -> PointList.evaluate(reference, family));
        Thread thread = new Thread(task, "reference " + reference.id());
        thread.setDaemon(true);
        thread.start();
        try {
            Value value = task.get(bound.toNanos(), TimeUnit.NANOSECONDS);
            return Evaluation.of(reference, value, since(start));
        } catch (TimeoutException endless) {
            task.cancel(true);
            return Evaluation.unsupported(reference, "not solved within " + bound.toSeconds() + " s", since(start));
        } catch (ExecutionException failed) {
            return Evaluation.unsupported(
                    reference, reason(Objects.requireNonNullElse(failed.getCause(), failed)), since(start));
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** The message of a refusal; of anything else what and where it was: a mistake of the program is not to be hidden. */
    private static String reason(Throwable thrown) {
        if (thrown instanceof IllegalArgumentException && thrown.getMessage() != null) {
            return thrown.getMessage();
        }
        StackTraceElement[] trace = thrown.getStackTrace();
        return "the evaluation failed: " + thrown + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
