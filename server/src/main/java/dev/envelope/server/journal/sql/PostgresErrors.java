package dev.envelope.server.journal.sql;

import dev.envelope.server.journal.JournalException;
import java.sql.Connection;
import java.sql.SQLException;

/** What PostgreSQL's error codes mean to whoever started the server. */
final class PostgresErrors {

    private PostgresErrors() {}

    /** The failure {@code e}, naming the database and what is expected of it. */
    static JournalException explain(PostgresUrl url, SQLException e) {
        return new JournalException(url + ": " + explanation(url, e, state(e)), e);
    }

    /** Whether {@code connection} is of no use after {@code e}, so that whatever was not committed on it is gone. */
    static boolean isLost(Connection connection, SQLException e) {
        String state = state(e);
        try {
            return state.startsWith("08") || state.startsWith("57P") || connection.isClosed();
        } catch (SQLException unknown) {
            return true;
        }
    }

    private static String explanation(PostgresUrl url, SQLException e, String state) {
        return switch (state) {
            case "08001", "08006" ->
                "cannot be reached: " + firstLine(e) + " (expected: a PostgreSQL server that answers there)";
            case "08004", "28000", "28P01" ->
                "user " + url.user() + " is not let in: " + firstLine(e)
                        + " (expected: the right user and password, in ~/.pgpass or in the address)";
            case "3D000" ->
                firstLine(e) + " (expected: a database that was made before, with createdb or CREATE DATABASE)";
            case "42501" ->
                firstLine(e) + " (expected: a user who may make tables there, such as the database's owner)";
            case "25006" -> "read-only (expected: a database that can be written)";
            case "53100" -> "the disk of the database is full: " + firstLine(e);
            case "57P03" -> "not ready yet: " + firstLine(e) + " (expected: a server that is up)";
            default -> firstLine(e);
        };
    }

    private static String state(SQLException e) {
        String state = e.getSQLState();
        return state == null ? "" : state;
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
