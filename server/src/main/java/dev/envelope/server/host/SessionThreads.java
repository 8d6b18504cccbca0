package dev.envelope.server.host;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A few threads of the sessions' own; each session is pinned to one. */
final class SessionThreads implements AutoCloseable {

    private static final long CLOSE_SECONDS = 10;

    private final List<ThreadPoolExecutor> threads = new ArrayList<>();

    SessionThreads(int count) {
        for (int i = 1; i <= count; i++) {
            threads.add(thread("envelope-sessions-" + i));
        }
    }

    /** What arrives after the close is dropped: nobody is there to be answered. */
    private static ThreadPoolExecutor thread(String name) {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> daemon(work, name),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    int count() {
        return threads.size();
    }

    Executor thread(int index) {
        return threads.get(index);
    }

    /** Finishes what waits. */
    @Override
    public void close() {
        threads.forEach(ThreadPoolExecutor::shutdown);
        try {
            for (ThreadPoolExecutor thread : threads) {
                thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
