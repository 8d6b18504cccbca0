package dev.envelope.server.session;

import dev.envelope.server.host.SessionHost;
import dev.envelope.server.host.Workplace;
import dev.envelope.server.host.Workplaces;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.live.Fold;
import dev.envelope.server.settings.Limits;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the sessions of a journal are hosted again when a server starts: those that have not finished go on, and of those
 * that have, the last ones show how they ended, so that nobody misses an end that fell together with a stop.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Workplaces workplaces;
    private final Hosts hosts;
    private long finishedRecords;

    /** Brings sessions back among {@code hosts}. */
    Recovery(Workplaces workplaces, Hosts hosts) {
        this.workplaces = workplaces;
        this.hosts = hosts;
    }

    /** Brings back those that can be read; returns the last number given out, 0 for none. */
    long resume(List<StoredSession> stored) {
        stored.forEach(row -> hosts.given(row.joinCode()));
        goOn(stored.stream().filter(row -> !row.finished()).toList());
        stored.stream()
                .filter(StoredSession::finished)
                .sorted(Comparator.comparingLong(StoredSession::id).reversed())
                .forEach(this::showAgain);
        return stored.stream().mapToLong(StoredSession::id).max().orElse(0);
    }

    /** Folds sessions side by side, on every processor, and hosts them in their order. */
    private void goOn(List<StoredSession> rows) {
        ExecutorService folding =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), Recovery::thread);
        try {
            List<Future<Optional<Fold>>> folds = rows.stream()
                    .map(row -> folding.submit(() -> workplaces.of(row.id()).replay(row)))
                    .toList();
            for (int i = 0; i < rows.size(); i++) {
                goOn(rows.get(i), folds.get(i));
            }
        } finally {
            folding.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "envelope-recovery");
        thread.setDaemon(true);
        return thread;
    }

    private void goOn(StoredSession row, Future<Optional<Fold>> folded) {
        host(row, () -> awaited(folded))
                .ifPresent(fold -> LOG.info(
                        "session {} round {}: resumed",
                        row.joinCode(),
                        fold.state().round()));
    }

    private void showAgain(StoredSession row) {
        Limits limits = workplaces.limits();
        boolean room = hosts.count() < limits.maxSessions() && finishedRecords < limits.maxFinishedRecords();
        Optional<Fold> fold = room ? host(row, () -> workplaces.of(row.id()).replay(row)) : Optional.empty();
        if (fold.isPresent()) {
            finishedRecords += fold.get().length();
        } else {
            hosts.over(row.joinCode());
        }
    }

    /** Hosts the session as {@code folded} has it; empty when it cannot be read. */
    private Optional<Fold> host(StoredSession row, Folding folded) {
        try {
            Fold fold = folded.fold()
                    .orElseThrow(
                            () -> new JournalException("session " + row.id() + ": no records (expected: at least 1)"));
            Workplace workplace = workplaces.of(row.id());
            SessionHost host = SessionHost.of(
                    workplace.notBefore(fold.state().atMillis()),
                    row,
                    fold,
                    workplace.journal().names(row.id()));
            hosts.add(host);
            host.recover();
            return Optional.of(fold);
        } catch (RuntimeException e) {
            LOG.error("session {}: is not resumed: {}", row.joinCode(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Where a session's fold comes from. */
    @FunctionalInterface
    private interface Folding {
        Optional<Fold> fold();
    }

    private static Optional<Fold> awaited(Future<Optional<Fold>> folded) {
        try {
            return folded.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unreadable) {
                throw unreadable;
            }
            throw new JournalException("cannot be folded: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalException("interrupted", e);
        }
    }
}
