package dev.envelope.client;

import dev.envelope.client.link.Loop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** A loop on virtual time: runs what it is given on the caller's thread, timers when {@link #advance} passes them. */
final class ManualLoop implements Loop {

    private record Timer(long due, long order, Runnable task) {}

    private final Queue<Runnable> ready = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::due).thenComparingLong(Timer::order));
    private long now;
    private long order;
    private boolean running;

    @Override
    public boolean execute(Runnable task) {
        ready.add(task);
        drain();
        return true;
    }

    @Override
    public Runnable schedule(Duration delay, Runnable task) {
        Timer timer = new Timer(now + delay.toNanos(), order++, task);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    void advance(Duration time) {
        long until = now + time.toNanos();
        while (!timers.isEmpty() && timers.peek().due() <= until) {
            Timer timer = timers.remove();
            now = timer.due();
            execute(timer.task());
        }
        now = until;
    }

    private void drain() {
        if (running) {
            return;
        }
        running = true;
        for (Runnable task = ready.poll(); task != null; task = ready.poll()) {
            task.run();
        }
        running = false;
    }
}
