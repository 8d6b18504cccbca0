package dev.envelope.server.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A journal in one SQLite file beside the server: every commit is synced to the disk before {@link #append} returns, and
 * no other process can open the file meanwhile.
 */
public final class SqliteJournal implements Journal {

    private final Path file;
    private final Connection connection;
    private final Transactions transactions;
    private final BatchTable table;
    private boolean closed;

    private SqliteJournal(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        table = BatchTable.open(connection);
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
        for (Batch batch : batches) {
            Batches.requireNext(batch, table.length(batch.session()) + 1);
        }
        inTransaction(() -> {
            for (Batch batch : batches) {
                storeBeside(batch);
            }
            table.insert(batches);
            return batches;
        });
        table.stored(batches);
    }

    /** What a batch adds to the other tables. */
    private void storeBeside(Batch batch) throws SQLException {
        if (batch.opened().isPresent()) {
            storeSession(batch.opened().get());
        }
        for (Map.Entry<Integer, String> name : batch.names().entrySet()) {
            execute("INSERT OR REPLACE INTO name VALUES (?, ?, ?)", batch.session(), name.getKey(), name.getValue());
        }
        if (batch.finished()) {
            execute("UPDATE session SET finished = 1 WHERE id = ?", batch.session());
        }
    }

    private void storeSession(StoredSession row) throws SQLException {
        execute(
                "INSERT INTO session VALUES (?, ?, ?, ?)",
                row.id(),
                row.joinCode(),
                row.openedAtMillis(),
                row.finished() ? 1 : 0);
        StoredSession.Secrets secrets = row.secrets();
        execute(
                "INSERT INTO secret VALUES (?, ?, ?, ?)",
                row.id(),
                secrets.seed(),
                secrets.nonce(),
                secrets.instructorTokenHash());
    }

    @Override
    public synchronized List<StoredSession> sessions() {
        return inTransaction(() -> {
            String query = "SELECT * FROM session JOIN secret ON session = id ORDER BY id";
            List<StoredSession> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(query);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(session(rows));
                }
            }
            return found;
        });
    }

    private static StoredSession session(ResultSet row) throws SQLException {
        return new StoredSession(
                row.getLong("id"),
                row.getString("join_code"),
                row.getLong("opened_at_millis"),
                row.getInt("finished") != 0,
                new StoredSession.Secrets(
                        row.getString("seed"), row.getString("nonce"), row.getString("instructor_token_hash")));
    }

    /** The file is locked for a few rows at a time, so that a slow reader keeps nobody from appending. */
    @Override
    public void read(long session, Consumer<StoredRecord> reader) {
        long[] ids = rows(session);
        Chain chain = new Chain();
        int next = 0;
        while (next < ids.length) {
            for (BatchTable.Row row : rows(ids, next)) {
                next++;
                verify(session, chain, row, reader);
            }
        }
    }

    private static void verify(long session, Chain chain, BatchTable.Row row, Consumer<StoredRecord> reader) {
        long first = chain.length() + 1;
        if (row.first() != first) {
            throw new BrokenChainException(session, first, "it is missing");
        }
        for (StoredRecord record : RecordBlob.read(session, first, row.blob())) {
            chain.verify(session, record);
            reader.accept(record);
        }
    }

    private synchronized long[] rows(long session) {
        requireOpen();
        return table.rows(session);
    }

    private synchronized List<BatchTable.Row> rows(long[] ids, int from) {
        return inTransaction(() -> table.read(ids, from));
    }

    @Override
    public synchronized SortedMap<Integer, String> names(long session) {
        return inTransaction(() -> {
            SortedMap<Integer, String> names = new TreeMap<>();
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT seat, name FROM name WHERE session = ? ORDER BY seat")) {
                select.setLong(1, session);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        names.put(rows.getInt(1), rows.getString(2));
                    }
                }
            }
            return names;
        });
    }

    @Override
    public synchronized void eraseNames(long session) {
        inTransaction(() -> execute("DELETE FROM name WHERE session = ?", session));
    }

    /** The answer of {@code PRAGMA synchronous} on the connection that commits; 2 is FULL. */
    public synchronized int synchronous() {
        return inTransaction(() -> SqliteFile.synchronous(connection));
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

    private int execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
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
