package dev.envelope.server.journal.sql;

import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.JournalInUseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens journal files: write-ahead log, every commit synced, locked against every other process. */
final class SqliteFile {

    /** What {@code PRAGMA synchronous} answers for FULL. */
    static final int FULL = 2;

    /** Pages of 4 KiB in the log before they are copied to the file, which delays a commit: less often than by default. */
    private static final int CHECKPOINT_PAGES = 4_096;

    /** What every SQLite file begins with. */
    private static final int HEADER_BYTES = 100;

    private static final String NO_JOURNAL = "not a journal file, or damaged from its first bytes on";

    private SqliteFile() {}

    /**
     * A connection without auto-commit to the journal in {@code file}.
     *
     * @throws JournalException naming the file and what is wrong with it
     */
    static Connection open(Path file) {
        requireUsable(file);
        try {
            Connection connection = connect(file);
            try {
                lock(connection);
                SqliteSchema.prepare(connection, file.toString());
                connection.commit();
                requireFullSync(connection, file);
                return connection;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw explain(file, e);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(0);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    /** In exclusive locking mode the first write takes the lock, and it is kept until the connection is closed. */
    private static void lock(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 1");
            statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
            statement.execute("PRAGMA secure_delete = ON"); // names that are erased are overwritten
        }
        connection.commit();
    }

    static int limitPages(Connection connection, int pages) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA max_page_count = " + pages)) {
            return row.next() ? row.getInt(1) : -1;
        }
    }

    static int synchronous(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA synchronous")) {
            return row.next() ? row.getInt(1) : -1;
        }
    }

    private static void requireFullSync(Connection connection, Path file) throws SQLException {
        int found = synchronous(connection);
        connection.commit();
        if (found != FULL) {
            throw new JournalException(file + ": synchronous " + found + " (expected: " + FULL + ", FULL)");
        }
    }

    private static void requireUsable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new JournalException(file + ": its folder does not exist (expected: a folder that can be written)");
        }
        if (Files.isDirectory(file)) {
            throw new JournalException(file + ": a folder (expected: a file)");
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new JournalException(file + ": read-only (expected: a file that can be written)");
        }
        long bytes = file.toFile().length();
        if (bytes > 0 && bytes < HEADER_BYTES) {
            throw new JournalException(file + ": " + NO_JOURNAL); // SQLite takes a file of one byte for an empty one
        }
    }

    static JournalException explain(Path file, SQLException e) {
        return switch (code(e)) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new JournalInUseException(
                        file + ": in use by another process (expected: one server per journal file)", e);
            default -> new JournalException(file + ": " + explanation(e), e);
        };
    }

    private static SQLiteErrorCode code(SQLException e) {
        SQLiteErrorCode code = e instanceof SQLiteException ours ? ours.getResultCode() : SQLiteErrorCode.SQLITE_ERROR;
        return SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }

    private static String explanation(SQLException e) {
        return switch (code(e)) {
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM -> "cannot be opened for writing";
            case SQLITE_NOTADB -> NO_JOURNAL;
            case SQLITE_CORRUPT -> "damaged (" + e.getMessage() + ")";
            case SQLITE_FULL -> "the disk is full";
            default -> String.valueOf(e.getMessage());
        };
    }
}
