package dev.envelope.client.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a client's listeners one event after another, on worker threads; a listener that throws is logged. */
public final class Announcer<L> {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final int BATCH = 64;

    private final Executor workers;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<L> listeners = new ArrayList<>();
    private boolean scheduled;

    /** Listeners are called on {@code workers}. */
    public Announcer(Executor workers) {
        this.workers = workers;
    }

    /** Adds a listener, whose first event is {@code greeting}. */
    public void add(L listener, Runnable greeting) {
        enqueue(() -> {
            listeners.add(listener);
            guarded(greeting);
        });
    }

    /** Tells every listener. */
    public void tell(Consumer<L> event) {
        enqueue(() -> {
            for (L listener : List.copyOf(listeners)) {
                guarded(() -> event.accept(listener));
            }
        });
    }

    private void enqueue(Runnable task) {
        synchronized (waiting) {
            waiting.add(task);
            if (scheduled) {
                return;
            }
            scheduled = true;
        }
        workers.execute(this::run);
    }

    private void run() {
        for (int done = 0; done < BATCH; done++) {
            Runnable task;
            synchronized (waiting) {
                task = waiting.poll();
                if (task == null) {
                    scheduled = false;
                    return;
                }
            }
            task.run();
        }
        workers.execute(this::run);
    }

    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.warn("a listener threw", e);
        }
    }
}
