package dev.envelope.server.journal.sql;

import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.StoredSession;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * A journal in one SQLite file beside the server: every commit is synced to the disk before {@link #append} returns, and
 * no other process can open the file meanwhile.
 */
public final class SqliteJournal implements Journal {

    private final Path file;
    private final Connection connection;
    private final Transactions transactions;
    private final SqlTables tables;
    private boolean closed;

    private SqliteJournal(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        tables = SqlTables.open(connection);
        transactions = Transactions.of(connection);
    }

    /**
     * Opens the journal in {@code file}, made when it is missing.
     *
     * @throws JournalException when another process uses it, it cannot be written, is damaged, of another program or of
     *     a newer schema
     */
    public static SqliteJournal open(Path file) {
        Connection connection = SqliteFile.open(file);
        try {
            return new SqliteJournal(file, connection);
        } catch (SQLException e) {
            throw SqliteFile.explain(file, e);
        }
    }

    @Override
    public synchronized void append(List<Batch> batches) {
        requireOpen();
        tables.requireNext(batches);
        inTransaction(() -> {
            tables.insert(batches);
            return batches;
        });
        tables.batches().stored(batches);
    }

    @Override
    public synchronized List<StoredSession> sessions() {
        return inTransaction(tables::sessions);
    }

    /** The file is locked for a few rows at a time, so that a slow reader keeps nobody from appending. */
    @Override
    public void read(long session, Consumer<StoredRecord> reader) {
        BatchTable.verified(session, rows(session), this::rows, reader);
    }

    private synchronized long[] rows(long session) {
        requireOpen();
        return tables.batches().rows(session);
    }

    private synchronized List<BatchTable.Row> rows(long[] ids, int from) {
        return inTransaction(() -> tables.batches().read(ids, from));
    }

    @Override
    public synchronized SortedMap<Integer, String> names(long session) {
        return inTransaction(() -> tables.names(session));
    }

    @Override
    public synchronized void eraseNames(long session) {
        inTransaction(() -> tables.eraseNames(session));
    }

    /** The answer of {@code PRAGMA synchronous} on the connection that commits; 2 is FULL. */
    public synchronized int synchronous() {
        return inTransaction(() -> SqliteFile.synchronous(connection));
    }

    /** Lets the file grow to so many pages and no further, as a full disk would. */
    synchronized void limitPages(int pages) {
        inTransaction(() -> SqliteFile.limitPages(connection, pages));
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqliteFile.explain(file, e);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new JournalException("the journal is closed");
        }
    }

    private <T> T inTransaction(Transactions.Work<T> work) {
        requireOpen();
        try {
            return transactions.run(work);
        } catch (SQLException e) {
            throw SqliteFile.explain(file, e);
        }
    }
}
