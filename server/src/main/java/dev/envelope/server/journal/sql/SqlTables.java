package dev.envelope.server.journal.sql;

import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.StoredSession;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tables of a journal on one connection, in SQL that every database here understands. Transactions are the caller's. */
final class SqlTables {

    private final Connection connection;
    private final BatchTable batches;

    private SqlTables(Connection connection, BatchTable batches) {
        this.connection = connection;
        this.batches = batches;
    }

    static SqlTables open(Connection connection) throws SQLException {
        return new SqlTables(connection, BatchTable.open(connection));
    }

    BatchTable batches() {
        return batches;
    }

    /** Requires that each batch continues its session without a gap. */
    void requireNext(List<Batch> added) {
        for (Batch batch : added) {
            batch.requireFirst(batches.length(batch.session()) + 1);
        }
    }

    /** Adds {@code added} in the transaction under way; {@link BatchTable#stored} is to follow its commit. */
    void insert(List<Batch> added) throws SQLException {
        for (Batch batch : added) {
            insertBeside(batch);
        }
        batches.insert(added);
    }

    /** What a batch adds to the other tables. */
    private void insertBeside(Batch batch) throws SQLException {
        if (batch.opened().isPresent()) {
            insert(batch.opened().get());
        }
        for (Map.Entry<Integer, String> name : batch.names().entrySet()) {
            execute(
                    "INSERT INTO name VALUES (?, ?, ?) ON CONFLICT (session, seat) DO UPDATE SET name = excluded.name",
                    batch.session(),
                    name.getKey(),
                    name.getValue());
        }
        if (batch.finished()) {
            execute("UPDATE session SET finished = 1 WHERE id = ?", batch.session());
        }
    }

    private void insert(StoredSession row) throws SQLException {
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

    List<StoredSession> sessions() throws SQLException {
        String query = "SELECT * FROM session JOIN secret ON session = id ORDER BY id";
        List<StoredSession> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(session(rows));
            }
        }
        return found;
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

    SortedMap<Integer, String> names(long session) throws SQLException {
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
    }

    int eraseNames(long session) throws SQLException {
        return execute("DELETE FROM name WHERE session = ?", session);
    }

    private int execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
