package dev.envelope.server.journal.sql;

import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.StoredSession;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal in a PostgreSQL database, on one connection that is made anew when it breaks. No other process writes there
 * meanwhile, see {@link PostgresLink}.
 *
 * <p>Where the connection breaks before a commit was asked for, nothing is stored. Where it breaks while the database
 * commits, {@link #append} waits until the database can be asked: it never returns or throws without knowing which.
 */
public final class PostgresJournal implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresJournal.class);

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final PostgresUrl url;
    private Optional<PostgresLink> link;
    private Optional<PostgresLink.Backend> before = Optional.empty();
    private int failedLinks;
    private long nextTry;
    private volatile boolean closed;

    private PostgresJournal(PostgresUrl url, PostgresLink link) {
        this.url = url;
        this.link = Optional.of(link);
    }

    /**
     * Opens the journal in the database at {@code url}.
     *
     * @param make whether to make its tables where there are none
     * @throws JournalException when the database cannot be reached or written, is in use by another process, is not set up
     *     to keep what it commits, or has the tables of another program or of a newer schema
     */
    static PostgresJournal open(PostgresUrl url, boolean make) {
        try {
            return new PostgresJournal(url, PostgresLink.connect(url, make, Optional.empty()));
        } catch (SQLException e) {
            throw PostgresErrors.explain(url, e);
        }
    }

    @Override
    public synchronized void append(List<Batch> batches) {
        PostgresLink written = work(so -> {
            so.tables().requireNext(batches);
            so.tables().insert(batches);
            return so;
        });
        try {
            written.connection().commit();
            written.tables().batches().stored(batches);
        } catch (SQLException e) {
            decide(batches, e);
        }
    }

    /** Whether the commit that failed was one: returns if it was, throws if it was not. */
    private void decide(List<Batch> batches, SQLException failure) {
        LOG.warn("{}: a commit was not answered, and is looked for: {}", url, failure.getMessage());
        drop();
        long pause = FIRST_PAUSE_MILLIS;
        Optional<PostgresLink> found = reconnected();
        while (found.isEmpty()) {
            if (closed || !Pause.millis(pause)) {
                throw new JournalException(url + ": closed before it was known what was stored", failure);
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            found = reconnected();
        }
        boolean isStored = inTransaction(so -> so.tables().batches().endsWith(batches));
        if (batches.stream().allMatch(batch -> batch.records().isEmpty())) {
            append(batches); // which are names: to store them once more changes nothing
        } else if (!isStored) {
            throw PostgresErrors.explain(url, failure);
        }
    }

    private Optional<PostgresLink> reconnected() {
        try {
            return Optional.of(reconnect());
        } catch (JournalException e) {
            LOG.warn("{}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public synchronized List<StoredSession> sessions() {
        return inTransaction(so -> so.tables().sessions());
    }

    /** The connection is taken for a few rows at a time, so that a slow reader keeps nobody from appending. */
    @Override
    public void read(long session, Consumer<StoredRecord> reader) {
        BatchTable.verified(session, rows(session), this::rows, reader);
    }

    private synchronized long[] rows(long session) {
        return inTransaction(so -> so.tables().batches().rows(session));
    }

    private synchronized List<BatchTable.Row> rows(long[] ids, int from) {
        return inTransaction(so -> so.tables().batches().read(ids, from));
    }

    @Override
    public synchronized SortedMap<Integer, String> names(long session) {
        return inTransaction(so -> so.tables().names(session));
    }

    @Override
    public synchronized void eraseNames(long session) {
        inTransaction(so -> so.tables().eraseNames(session));
        inTransaction(PostgresLink::clearErased);
    }

    /** What the connection that commits has as {@code synchronous_commit}. */
    synchronized String synchronousCommit() {
        return inTransaction(PostgresLink::synchronousCommit);
    }

    @Override
    public void close() {
        closed = true; // before the lock: an append may wait for a database that does not come back
        synchronized (this) {
            drop();
        }
    }

    /** Statements on the journal's connection. */
    @FunctionalInterface
    private interface Work<T> {
        T on(PostgresLink link) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        return work(so -> {
            T result = work.on(so);
            so.connection().commit();
            return result;
        });
    }

    /** Does {@code work}, once more on a new connection where the one that there was turns out to be broken. */
    private <T> T work(Work<T> work) {
        if (closed) {
            throw new JournalException(url + ": the journal is closed");
        }
        if (link.isPresent()) {
            PostgresLink so = link.get();
            try {
                return work.on(so);
            } catch (SQLException e) {
                if (!PostgresErrors.isLost(so.connection(), e)) {
                    throw rolledBack(so, e);
                }
                LOG.warn("{}: the connection is lost: {}", url, e.getMessage());
                drop();
            } catch (RuntimeException | Error e) {
                rollBack(so);
                throw e;
            }
        }
        return once(reconnect(), work);
    }

    private <T> T once(PostgresLink so, Work<T> work) {
        try {
            return work.on(so);
        } catch (SQLException e) {
            throw rolledBack(so, e);
        } catch (RuntimeException | Error e) {
            rollBack(so);
            throw e;
        }
    }

    private JournalException rolledBack(PostgresLink so, SQLException e) {
        rollBack(so);
        return PostgresErrors.explain(url, e);
    }

    private void rollBack(PostgresLink so) {
        try {
            so.connection().rollback();
        } catch (SQLException lost) {
            drop();
        }
    }

    private void drop() {
        link.ifPresent(so -> {
            before = Optional.of(so.backend());
            so.close();
        });
        link = Optional.empty();
    }

    /** Connects, unless that has just failed. */
    private PostgresLink reconnect() {
        if (failedLinks > 0 && System.nanoTime() < nextTry) {
            throw new JournalException(url + ": cannot be reached, and is tried again in a moment");
        }
        try {
            PostgresLink so = PostgresLink.connect(url, false, before);
            link = Optional.of(so);
            failedLinks = 0;
            LOG.info("{}: connected again", url);
            return so;
        } catch (SQLException e) {
            hold();
            throw PostgresErrors.explain(url, e);
        } catch (JournalException e) {
            hold();
            throw e;
        }
    }

    private void hold() {
        long pause = Math.min(FIRST_PAUSE_MILLIS << Math.min(failedLinks, 10), LONGEST_PAUSE_MILLIS);
        failedLinks++;
        nextTry = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause);
    }
}
