package dev.envelope.server.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables, on a connection of their own. A row that is there already is left as it is, so records may be followed more than
 * once. Not the records: what is here can be dropped and made again.
 */
final class QueryTables {

    /** Goes up with every change of a table or of what is written to it. */
    static final int VERSION = 2;

    private static final List<String> NAMES = List.of("sessions", "seats", "rounds", "markets", "messages", "outcomes");

    private static final List<String> TABLES = List.of(
            "CREATE TABLE tables_version (version INTEGER NOT NULL)",
            "CREATE TABLE sessions (session BIGINT PRIMARY KEY, join_code TEXT NOT NULL, title TEXT NOT NULL,"
                    + " tick_points TEXT NOT NULL, rounds INTEGER NOT NULL, opened_ms BIGINT NOT NULL,"
                    + " finished_ms BIGINT, records BIGINT NOT NULL)",
            "CREATE TABLE seats (session BIGINT NOT NULL, seat INTEGER NOT NULL, is_person INTEGER NOT NULL,"
                    + " taken_ms BIGINT NOT NULL, PRIMARY KEY (session, seat))",
            "CREATE TABLE rounds (session BIGINT NOT NULL, round INTEGER NOT NULL, treatment TEXT NOT NULL,"
                    + " opened_ms BIGINT NOT NULL, closed_ms BIGINT NOT NULL, closed_because TEXT NOT NULL,"
                    + " PRIMARY KEY (session, round))",
            "CREATE TABLE markets (session BIGINT NOT NULL, round INTEGER NOT NULL, market INTEGER NOT NULL,"
                    + " price_ticks BIGINT, voided TEXT, PRIMARY KEY (session, round, market))",
            "CREATE TABLE messages (session BIGINT NOT NULL, round INTEGER NOT NULL, seat INTEGER NOT NULL,"
                    + " receipt INTEGER NOT NULL, at_ms BIGINT NOT NULL, kind TEXT NOT NULL, ticks TEXT NOT NULL,"
                    + " PRIMARY KEY (session, seat, receipt))",
            "CREATE TABLE outcomes (session BIGINT NOT NULL, round INTEGER NOT NULL, market INTEGER NOT NULL,"
                    + " seat INTEGER NOT NULL, position INTEGER NOT NULL, value_ticks BIGINT NOT NULL,"
                    + " units INTEGER NOT NULL, payment_ticks BIGINT NOT NULL, kind TEXT, ticks TEXT,"
                    + " by_default INTEGER NOT NULL, PRIMARY KEY (session, round, seat))");

    private final Connection connection;
    private final Map<String, PreparedStatement> inserts = new HashMap<>();

    private QueryTables(Connection connection) {
        this.connection = connection;
    }

    /** The tables on {@code connection}, made anew where they are missing or of another version. */
    static QueryTables open(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        QueryTables tables = new QueryTables(connection);
        int version = tables.version();
        if (version != VERSION) {
            tables.make(version != 0);
        }
        return tables;
    }

    /** Drops all and makes the tables anew, empty. */
    void clear() throws SQLException {
        make(true);
    }

    private int version() throws SQLException {
        try (ResultSet found =
                connection.getMetaData().getTables(null, connection.getSchema(), "tables_version", null)) {
            if (!found.next()) {
                return 0;
            }
        }
        return (int) number("SELECT version FROM tables_version");
    }

    private void make(boolean drop) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (drop) {
                for (String name : NAMES) {
                    statement.execute("DROP TABLE IF EXISTS " + name);
                }
                statement.execute("DROP TABLE tables_version");
            }
            for (String table : TABLES) {
                statement.execute(table);
            }
            statement.execute("INSERT INTO tables_version VALUES (" + VERSION + ")");
        }
        connection.commit();
    }

    /** Whether all of {@code session}, which has finished, is in the tables. */
    boolean isComplete(long session) throws SQLException {
        return number("SELECT count(*) FROM sessions WHERE finished_ms IS NOT NULL AND session = " + session) > 0;
    }

    /** Adds a row to {@code table}, unless it is there. */
    void insert(String table, List<?> values) throws SQLException {
        PreparedStatement insert = inserts.get(table);
        if (insert == null) {
            List<String> places = new ArrayList<>();
            values.forEach(value -> places.add("?"));
            insert = connection.prepareStatement(
                    "INSERT INTO " + table + " VALUES (" + String.join(", ", places) + ") ON CONFLICT DO NOTHING");
            inserts.put(table, insert);
        }
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof Absent absent) {
                insert.setNull(i + 1, absent.type);
            } else {
                insert.setObject(i + 1, value);
            }
        }
        insert.executeUpdate();
    }

    /** Takes note of who has taken {@code seat}, in place of who had it before. */
    void taken(long session, int seat, boolean person, long atMillis) throws SQLException {
        update("DELETE FROM seats WHERE seat = ? AND session = ?", seat, session);
        insert("seats", List.of(session, seat, person ? 1 : 0, atMillis));
    }

    /** Takes note of how many records of {@code session} are in the tables, and whether they are its last. */
    void followed(long session, long records) throws SQLException {
        update("UPDATE sessions SET records = ? WHERE session = ?", records, session);
    }

    void finished(long session, long atMillis) throws SQLException {
        update("UPDATE sessions SET finished_ms = ? WHERE session = ?", atMillis, session);
    }

    private void update(String sql, long value, long session) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, value);
            update.setLong(2, session);
            update.executeUpdate();
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** A value that is not there. */
    enum Absent {
        NUMBER(java.sql.Types.BIGINT),
        TEXT(java.sql.Types.VARCHAR);

        private final int type;

        Absent(int type) {
            this.type = type;
        }
    }
}
