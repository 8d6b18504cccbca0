package dev.envelope.lab.command.option;

import java.util.concurrent.CountDownLatch;

/** What is put away exactly once: when the command ends by itself, or when the process is told to stop. */
public final class OnStop implements AutoCloseable {
    private final Runnable putAway;
    private final Thread hook;

    private OnStop(Runnable putAway) {
        this.putAway = putAway;
        this.hook = new Thread(putAway, "stop");
    }

    /** Will run {@code putAway} at the end. */
    public static OnStop run(Runnable putAway) {
        OnStop stop = new OnStop(putAway);
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    /** Waits until the process is told to stop; never returns otherwise. */
    public void await() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @Override
    public void close() {
        try {
            if (Runtime.getRuntime().removeShutdownHook(hook)) {
                putAway.run();
            }
        } catch (IllegalStateException stopping) {
            return; // the process is going down, and the hook with it
        }
    }
}
