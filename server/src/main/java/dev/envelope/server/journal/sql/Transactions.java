package dev.envelope.server.journal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The transactions of a connection, begun and ended by hand. Where the disk is full or fails, SQLite ends a transaction by
 * itself; the driver would then begin no other, and what follows would be stored statement by statement.
 */
final class Transactions {

    private final Statement statement;

    private Transactions(Statement statement) {
        this.statement = statement;
    }

    /** Takes over from the driver, whose transaction is committed. */
    static Transactions of(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        Transactions transactions = new Transactions(connection.createStatement());
        transactions.statement.execute("COMMIT");
        return transactions;
    }

    /** Runs {@code work} in a transaction of its own; if it fails, nothing of it is stored. */
    <T> T run(Work<T> work) throws SQLException {
        try {
            statement.execute("BEGIN IMMEDIATE");
            T result = work.run();
            statement.execute("COMMIT");
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(e);
            throw e;
        }
    }

    private void rollBack(Throwable cause) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException ended) { // by SQLite, because of the cause
            cause.addSuppressed(ended);
        }
    }

    /** Statements of one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }
}
