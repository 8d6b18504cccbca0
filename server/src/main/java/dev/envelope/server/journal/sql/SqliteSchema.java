package dev.envelope.server.journal.sql;

import dev.envelope.server.journal.JournalException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables of a journal file. Records are never migrated; a newer file is refused.
 *
 * <p>A row of {@code batch} holds the records {@code first} to {@code first + count − 1} of a session, which were committed
 * together; see {@link RecordBlob} for their form.
 */
final class SqliteSchema {

    static final int VERSION = 2;

    /** The file's application id, "ENV1": tells a journal from other SQLite files. */
    private static final int APPLICATION_ID = 0x454E5631;

    private static final String TABLES = """
            CREATE TABLE schema_version (version INTEGER NOT NULL) STRICT;
            CREATE TABLE session (
              id INTEGER PRIMARY KEY, join_code TEXT NOT NULL UNIQUE, opened_at_millis INTEGER NOT NULL,
              finished INTEGER NOT NULL) STRICT;
            CREATE TABLE secret (
              session INTEGER PRIMARY KEY REFERENCES session, seed TEXT NOT NULL, nonce TEXT NOT NULL,
              instructor_token_hash TEXT NOT NULL) STRICT;
            CREATE TABLE batch (
              id INTEGER PRIMARY KEY, session INTEGER NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL,
              records BLOB NOT NULL) STRICT;
            CREATE TABLE name (
              session INTEGER NOT NULL, seat INTEGER NOT NULL, name TEXT NOT NULL,
              PRIMARY KEY (session, seat)) STRICT, WITHOUT ROWID;
            """;

    private SqliteSchema() {}

    /** Makes the tables in an empty file; checks an existing one. */
    static void prepare(Connection connection, String file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int applicationId = number(statement, "PRAGMA application_id");
            if (applicationId == APPLICATION_ID) {
                requireKnown(number(statement, "SELECT version FROM schema_version"), file);
            } else if (applicationId == 0 && number(statement, "SELECT count(*) FROM sqlite_schema") == 0) {
                create(statement);
            } else {
                throw new JournalException(
                        file + ": an SQLite file of another program (expected: an Envelope journal)");
            }
        }
    }

    private static void requireKnown(int version, String file) {
        if (version != VERSION) {
            throw new JournalException(file + ": schema version " + version + " (expected: " + VERSION
                    + (version > VERSION
                            ? "; it was written by a newer server)"
                            : "; it was written before the first release)"));
        }
    }

    private static void create(Statement statement) throws SQLException {
        for (String table : TABLES.strip().split(";", 0)) {
            statement.execute(table);
        }
        statement.execute("INSERT INTO schema_version VALUES (" + VERSION + ")");
        statement.execute("PRAGMA application_id = " + APPLICATION_ID);
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
