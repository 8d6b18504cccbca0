package dev.envelope.server.host;

import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.Journal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that makes things durable: it commits whatever waits, of all sessions, in one transaction, again and
 * again, and then lets the outputs go, in the order in which they were handed over.
 */
final class Committer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);

    private static final long CLOSE_MILLIS = 10_000;

    private final Journal journal;
    private final BlockingQueue<Optional<Commit>> waiting = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "envelope-committer");

    Committer(Journal journal) {
        this.journal = journal;
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes a commit; those of one session are handed over by one thread. */
    void submit(Commit commit) {
        waiting.add(Optional.of(commit));
    }

    int waiting() {
        return waiting.size();
    }

    /** Commits what was submitted so far, then ends. Gives up after a while when the journal does not answer. */
    @Override
    public void close() {
        waiting.add(Optional.empty());
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Optional<Commit>> taken = new ArrayList<>();
        boolean open = true;
        while (open) {
            try {
                taken.add(waiting.take());
            } catch (InterruptedException e) {
                return;
            }
            waiting.drainTo(taken);
            open = taken.stream().allMatch(Optional::isPresent);
            commit(taken.stream().flatMap(Optional::stream).toList());
            taken.clear();
        }
    }

    /**
     * What is sound comes first: a session that is restored because of a broken commit must find in the journal what it
     * handed over before.
     */
    private void commit(List<Commit> group) {
        List<Commit> sound = new ArrayList<>(group.size());
        List<Commit> doomed = new ArrayList<>();
        Set<SessionHost> broken = new HashSet<>();
        for (Commit commit : group) {
            if (commit.broken()) {
                broken.add(commit.host());
            }
            boolean rests = !broken.contains(commit.host()) && !commit.host().isDoomed(commit);
            (rests ? sound : doomed).add(commit);
        }
        makeDurable(sound);
        doomed.forEach(commit -> commit.host().withdraw(commit));
    }

    private void makeDurable(List<Commit> sound) {
        try {
            store(sound);
        } catch (RuntimeException | Error e) { // an Error too: without this thread nobody would be answered again
            LOG.error("commit of {} drains failed: {}", sound.size(), e.toString());
            sound.forEach(Committer::fail);
            return;
        }
        release(sound);
    }

    private static void release(List<Commit> commits) {
        Departures departures = new Departures();
        commits.forEach(commit -> commit.host().release(commit, departures));
        departures.go();
        commits.forEach(commit -> commit.host().released());
    }

    private void store(List<Commit> commits) {
        Map<Long, List<Batch>> bySession = new TreeMap<>();
        for (Commit commit : commits) {
            commit.batch()
                    .ifPresent(batch -> bySession
                            .computeIfAbsent(batch.session(), session -> new ArrayList<>())
                            .add(batch));
        }
        if (!bySession.isEmpty()) {
            journal.append(bySession.values().stream().map(Batch::joined).toList());
        }
    }

    /** A drain without records rests on what was durable before, unless one before it failed. */
    private static void fail(Commit commit) {
        if (commit.batch().isPresent() || commit.host().isDoomed(commit)) {
            commit.host().withdraw(commit);
        } else {
            release(List.of(commit));
        }
    }
}
