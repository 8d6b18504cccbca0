package dev.envelope.server.host;

import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.event.EventCodec;
import dev.envelope.server.live.StandIns;
import dev.envelope.server.settings.Limits;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the sessions of a server share, and are given at their workplaces: threads, committer, journal, clock, limits. */
public final class Workplaces implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workplaces.class);
    private static final long POLL_MILLIS = 10;

    private final Journal journal;
    private final EventCodec codec;
    private final LongSupplier clock;
    private final Limits limits;
    private final SessionThreads threads =
            new SessionThreads(Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors() / 2)));
    private final Committer committer;
    private final ScheduledExecutorService timer = timer();
    private final StandIns standIns;
    private final ExecutorService workers = Executors.newFixedThreadPool(1, Workplaces::workerThread);

    public Workplaces(Journal journal, EventCodec codec, LongSupplier clock, Limits limits, StandIns standIns) {
        this.standIns = standIns;
        this.journal = journal;
        this.codec = codec;
        this.clock = clock;
        this.limits = limits;
        committer = new Committer(journal);
    }

    /** What is to be done later than the close is dropped: the next start does it. */
    private static ScheduledExecutorService timer() {
        return new ScheduledThreadPoolExecutor(1, Workplaces::clockThread, new ThreadPoolExecutor.DiscardPolicy());
    }

    private static Thread clockThread(Runnable work) {
        Thread thread = new Thread(work, "envelope-clock");
        thread.setDaemon(true);
        return thread;
    }

    private static Thread workerThread(Runnable work) {
        Thread thread = new Thread(work, "envelope-worker");
        thread.setDaemon(true);
        return thread;
    }

    public StandIns standIns() {
        return standIns;
    }

    public Limits limits() {
        return limits;
    }

    /** The workplace of session {@code id}, on the thread that it is pinned to. */
    public Workplace of(long id) {
        int thread = (int) (id % threads.count());
        return new Workplace(
                threads.thread(thread), committer, journal, codec, timer, workers, standIns, clock, limits);
    }

    /** Runs {@code wake} again and again, a hundred times a second. */
    public void keepWaking(Runnable wake) {
        Runnable careful = () -> {
            try {
                wake.run();
            } catch (RuntimeException | Error e) {
                LOG.error("the sessions' clock stumbled and goes on", e);
            }
        };
        ScheduledFuture<?> unused =
                timer.scheduleWithFixedDelay(careful, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** How many drains wait for the commit under way to end. */
    public int waitingCommits() {
        return committer.waiting();
    }

    /** Carries out what waits, and returns once everything decided is durable. */
    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
        threads.close();
        committer.close();
    }
}
