package dev.envelope.server.journal.sql;

import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.JournalInUseException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A connection that owns the journal of a PostgreSQL database: while it has the database's advisory lock no other process
 * writes there, and what an earlier connection of ours had begun is decided, because that one must have ended.
 */
final class PostgresLink implements AutoCloseable {

    /** The first half of the lock's key, "ENV1"; the other is the schema. */
    private static final int LOCK = 0x454E5631;

    /** A process that was killed is noticed by the database within moments. */
    private static final long LOCK_WAIT_MILLIS = 1_000;

    private static final long LOCK_POLL_MILLIS = 50;

    private final Connection connection;
    private final SqlTables tables;
    private final Backend backend;

    private PostgresLink(Connection connection, SqlTables tables, Backend backend) {
        this.connection = connection;
        this.tables = tables;
        this.backend = backend;
    }

    /**
     * The database's process that serves a connection.
     *
     * @param pid its number
     * @param start when it began, as the database writes it
     */
    record Backend(String pid, String start) {}

    /**
     * Connects, and takes the lock.
     *
     * @param make whether to make the tables where there are none
     * @param before the process of our earlier connection, which is ended if it still goes on
     * @throws JournalInUseException when another process has the lock
     */
    static PostgresLink connect(PostgresUrl url, boolean make, Optional<Backend> before) throws SQLException {
        Connection connection = url.connect();
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            requireWritable(connection, url);
            end(connection, before);
            lock(connection, url);
            requireDurable(connection, url);
            connection.setAutoCommit(false);
            PostgresSchema.prepare(connection, url, make);
            PostgresLink link = new PostgresLink(connection, SqlTables.open(connection), backend(connection));
            connection.commit();
            return link;
        } catch (SQLException | RuntimeException | Error e) {
            close(connection);
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    SqlTables tables() {
        return tables;
    }

    Backend backend() {
        return backend;
    }

    private static void requireWritable(Connection connection, PostgresUrl url) throws SQLException {
        require(connection, url, "transaction_read_only", "off", "a database that can be written");
        require(connection, url, "server_encoding", "UTF8", "a database that holds every name");
        String schema = ask(connection, "SELECT current_schema()");
        if (schema.isEmpty()) {
            throw new JournalException(url + ": no schema to make tables in (expected: one on the search_path)");
        }
    }

    /** What is committed must be on the disk, whatever the database or the role has as its default. */
    private static void requireDurable(Connection connection, PostgresUrl url) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = on");
            statement.execute("SET statement_timeout = 0");
            statement.execute("SET lock_timeout = 0");
        }
        require(connection, url, "synchronous_commit", "on", "commits that wait for the disk");
        require(connection, url, "fsync", "on", "a server that syncs its disk");
    }

    private static void require(Connection connection, PostgresUrl url, String setting, String expected, String why)
            throws SQLException {
        String found = ask(connection, "SHOW " + setting);
        if (!found.equals(expected)) {
            throw new JournalException(
                    url + ": " + setting + " is " + found + " (expected: " + expected + ", " + why + ")");
        }
    }

    /** Has the database take back the room of erased names, which it keeps for a while otherwise. */
    boolean clearErased() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            return statement.execute("VACUUM (FULL) name");
        } finally {
            connection.setAutoCommit(false);
        }
    }

    String synchronousCommit() throws SQLException {
        return ask(connection, "SHOW synchronous_commit");
    }

    private static void end(Connection connection, Optional<Backend> before) throws SQLException {
        if (before.isPresent()) {
            try (PreparedStatement end = connection.prepareStatement("SELECT pg_terminate_backend(pid)"
                    + " FROM pg_stat_activity WHERE pid = ?::int AND backend_start = ?::timestamptz")) {
                end.setString(1, before.get().pid());
                end.setString(2, before.get().start());
                end.execute();
            }
        }
    }

    private static Backend backend(Connection connection) throws SQLException {
        String start = ask(connection, "SELECT backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()");
        return new Backend(ask(connection, "SELECT pg_backend_pid()"), start);
    }

    private static void lock(Connection connection, PostgresUrl url) throws SQLException {
        String query = "SELECT pg_try_advisory_lock(" + LOCK
                + ", (current_schema()::regnamespace::oid::bigint % 2147483647)::int)";
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LOCK_WAIT_MILLIS);
        while (!ask(connection, query).equals("t")) {
            if (System.nanoTime() > end || !Pause.millis(LOCK_POLL_MILLIS)) {
                throw new JournalInUseException(
                        url + ": in use by another process (expected: one server per database)",
                        new IllegalStateException("its advisory lock is taken"));
            }
        }
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return PostgresSchema.text(statement, query);
        }
    }

    /** Gives the lock back. What was not committed is gone. */
    @Override
    public void close() {
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException lost) {
            // The database notices by itself; there is nothing to give back.
        }
    }
}
