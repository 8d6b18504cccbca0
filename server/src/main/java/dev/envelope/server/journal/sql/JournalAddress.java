package dev.envelope.server.journal.sql;

import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.JournalException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/** Where a journal is kept: a file, or a PostgreSQL database. As text it is what its owner may be shown, without a password. */
public sealed interface JournalAddress permits JournalAddress.InFile, JournalAddress.InPostgres {

    /**
     * The address in {@code text}: {@code jdbc:postgresql://…}, or the path of a file.
     *
     * @throws IllegalArgumentException when it is the address of something else
     */
    static JournalAddress parse(String text) {
        boolean database = text.startsWith("jdbc:") || text.startsWith("postgresql:") || text.startsWith("postgres:");
        return database ? new InPostgres(new PostgresUrl(text)) : of(Path.of(text));
    }

    /** A file. */
    static JournalAddress of(Path file) {
        return new InFile(file);
    }

    /**
     * Opens the journal, made when it is missing.
     *
     * @throws JournalException when it cannot be used; the message names it and what is expected
     */
    Journal open();

    /**
     * Opens a journal that there is.
     *
     * @throws JournalException also when there is none
     */
    Journal openExisting();

    /**
     * A new connection to where tables are kept that are derived from the journal: another file, beside it, or the same database. What
     * is committed there need not be on the disk.
     */
    Connection connectTables() throws SQLException;

    /** The file that {@link #open} would make; empty when it would make none. */
    Optional<Path> missingFile();

    /** A file, with SQLite. */
    record InFile(Path file) implements JournalAddress {

        @Override
        public Journal open() {
            return SqliteJournal.open(file);
        }

        @Override
        public Journal openExisting() {
            if (Files.notExists(file)) {
                throw new JournalException(file + ": no such file (expected: the --db of a server)");
            }
            return open();
        }

        @Override
        public Connection connectTables() throws SQLException {
            SQLiteConfig config = new SQLiteConfig();
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
            config.setBusyTimeout(5_000);
            return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath() + ".tables");
        }

        @Override
        public Optional<Path> missingFile() {
            return Optional.of(file).filter(Files::notExists);
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }

    /** A PostgreSQL database. */
    final class InPostgres implements JournalAddress {

        private final PostgresUrl url;

        private InPostgres(PostgresUrl url) {
            this.url = url;
        }

        @Override
        public Journal open() {
            return PostgresJournal.open(url, true);
        }

        @Override
        public Journal openExisting() {
            return PostgresJournal.open(url, false);
        }

        @Override
        public Connection connectTables() throws SQLException {
            Connection connection = url.connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET synchronous_commit = off");
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }

        @Override
        public Optional<Path> missingFile() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return url.toString();
        }
    }
}
