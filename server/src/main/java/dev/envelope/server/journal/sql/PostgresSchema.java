package dev.envelope.server.journal.sql;

import dev.envelope.server.journal.JournalException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables of a journal in a PostgreSQL database, in the schema that the connection makes tables in: those of
 * {@link SqliteSchema}. Records are never migrated; a newer database is refused.
 */
final class PostgresSchema {

    static final int VERSION = 2;

    private static final String MARK = "Envelope journal: the records of sessions, hash-chained";

    private static final String TABLES = """
            CREATE TABLE schema_version (version INTEGER NOT NULL);
            CREATE TABLE session (
              id BIGINT PRIMARY KEY, join_code TEXT NOT NULL UNIQUE, opened_at_millis BIGINT NOT NULL,
              finished INTEGER NOT NULL);
            CREATE TABLE secret (
              session BIGINT PRIMARY KEY REFERENCES session, seed TEXT NOT NULL, nonce TEXT NOT NULL,
              instructor_token_hash TEXT NOT NULL);
            CREATE TABLE batch (
              id BIGINT PRIMARY KEY, session BIGINT NOT NULL, first BIGINT NOT NULL, count INTEGER NOT NULL,
              records BYTEA NOT NULL);
            CREATE TABLE name (
              session BIGINT NOT NULL, seat INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (session, seat));
            """;

    private PostgresSchema() {}

    /** Checks the tables; makes them where there are none and {@code make} says so. */
    static void prepare(Connection connection, PostgresUrl url, boolean make) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String mark = text(statement, "SELECT obj_description(to_regclass('batch'), 'pg_class')");
            if (mark.equals(MARK)) {
                requireKnown(text(statement, "SELECT version FROM schema_version"), url);
            } else if (number(statement) != 0) {
                throw new JournalException(url + ": tables of another program have the names of a journal's"
                        + " (expected: an Envelope journal, or a database without such tables)");
            } else if (make) {
                create(statement);
            } else {
                throw new JournalException(url + ": no journal is in this database (expected: the --db of a server)");
            }
        }
    }

    private static int number(Statement statement) throws SQLException {
        return Integer.parseInt(text(
                statement,
                "SELECT count(*) FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
                        + " AND relname IN ('schema_version', 'session', 'secret', 'batch', 'name')"));
    }

    private static void requireKnown(String version, PostgresUrl url) {
        if (!version.equals(String.valueOf(VERSION))) {
            throw new JournalException(url + ": schema version " + version + " (expected: " + VERSION
                    + "; it was written by a newer server)");
        }
    }

    private static void create(Statement statement) throws SQLException {
        statement.execute(TABLES);
        statement.execute("INSERT INTO schema_version VALUES (" + VERSION + ")");
        statement.execute("COMMENT ON TABLE batch IS '" + MARK + "'");
    }

    /** The one value that {@code query} answers, as text; empty when it is null or there is none. */
    static String text(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            String text = rows.next() ? rows.getString(1) : null;
            return text == null ? "" : text;
        }
    }
}
