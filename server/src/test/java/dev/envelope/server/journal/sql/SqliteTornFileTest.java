package dev.envelope.server.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.StoredSession;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/** Journal files that a dead server left, cut off anywhere, full or damaged. */
final class SqliteTornFileTest {

    private static final StoredSession.Secrets SECRETS = new StoredSession.Secrets("aa", "bb", "cc");
    private static final int COMMITS = 6;

    @TempDir
    Path folder = Path.of("");

    /** How long the log was after each commit. */
    private final List<Long> lengths = new ArrayList<>();

    private byte[] database = new byte[0];
    private byte[] log = new byte[0];

    /** Two sessions, the second in every other commit; what a server that is killed after the last commit leaves. */
    @BeforeEach
    void write() throws IOException {
        Path file = folder.resolve("live.envelope");
        try (SqliteJournal journal = SqliteJournal.open(file)) {
            Chain one = new Chain();
            Chain two = new Chain();
            for (int commit = 1; commit <= COMMITS; commit++) {
                List<Batch> batches = new ArrayList<>();
                batches.add(batch(1, one, commit == 1));
                if (commit % 2 == 0) {
                    batches.add(batch(2, two, commit == 2));
                }
                journal.append(batches);
                lengths.add(Files.size(Path.of(file + "-wal")));
            }
            database = Files.readAllBytes(file);
            log = Files.readAllBytes(Path.of(file + "-wal"));
        }
    }

    /** Two records, and a name, in one batch. */
    private static Batch batch(long session, Chain chain, boolean first) {
        long number = chain.length() + 1;
        byte[] large = new byte[3_000];
        Arrays.fill(large, (byte) number);
        List<StoredRecord> records = List.of(chain.add(large), chain.add(new byte[] {1, (byte) number}));
        return new Batch(
                session,
                number,
                records,
                new TreeMap<>(Map.of((int) number, "Seat " + number)),
                first
                        ? Optional.of(new StoredSession(session, "CODE" + session, 1_000, false, SECRETS))
                        : Optional.empty(),
                false);
    }

    /** Everything up to the last whole commit is there, of every session, and nothing of the next. */
    @Test
    void aLogThatIsCutOffAnywhereHasWholeCommitsOnly() throws IOException {
        for (int length = log.length; length >= 0; length -= length % 512 == 0 ? 512 : length % 512) {
            Path file = left("cut" + length, Arrays.copyOf(log, length));
            long end = length;
            int whole = (int) lengths.stream().filter(after -> after <= end).count();
            try (SqliteJournal journal = SqliteJournal.open(file)) {
                assertThat(records(journal, 1)).as("cut to %s bytes", length).isEqualTo(2 * whole);
                assertThat(records(journal, 2)).as("cut to %s bytes", length).isEqualTo(2 * (whole / 2));
                assertThat(journal.names(1)).hasSize(whole);
                assertThat(journal.sessions()).hasSize(Math.min(2, whole));
            }
        }
    }

    /** The end of a log that was not written as it should have been is as if it had not been written. */
    @Test
    void aLogWhoseLastCommitIsDamagedHasAllCommitsBefore() throws IOException {
        long before = lengths.get(COMMITS - 2);
        for (long at = before; at < log.length; at += 997) {
            byte[] damaged = log.clone();
            damaged[(int) at] ^= 0x40;
            try (SqliteJournal journal = SqliteJournal.open(left("damaged" + at, damaged))) {
                assertThat(records(journal, 1)).as("damaged at byte %s", at).isEqualTo(2 * (COMMITS - 1));
            }
        }
    }

    private Path left(String name, byte[] withLog) throws IOException {
        Path file = folder.resolve(name + ".envelope");
        Files.write(file, database);
        Files.write(Path.of(file + "-wal"), withLog);
        return file;
    }

    private static int records(SqliteJournal journal, long session) {
        int[] count = new int[1];
        journal.read(session, record -> count[0]++);
        return count[0];
    }

    /** The file alone, its log copied into it, with any page cut off: it is refused, or every record is in its place. */
    @Test
    void aFileThatIsCutOffIsRefusedOrItsSessionIsNamed() throws IOException {
        Path whole = left("whole", log);
        SqliteJournal.open(whole).close();
        byte[] bytes = Files.readAllBytes(whole);
        for (int length = bytes.length - 4_096; length > 0; length -= 4_096) {
            Path file = folder.resolve("short" + length + ".envelope");
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> {
                        try (SqliteJournal journal = SqliteJournal.open(file)) {
                            assertThat(records(journal, 1)).isEqualTo(2 * COMMITS);
                            assertThat(records(journal, 2)).isEqualTo(COMMITS);
                            throw new JournalException(file + ": damaged in nothing that is read");
                        }
                    })
                    .as("cut to %s bytes", length)
                    .isInstanceOf(JournalException.class)
                    .message()
                    .matches(message -> message.contains("damaged") || message.contains("does not fit the chain"));
            assertThat(Files.size(file)).isEqualTo(length);
        }
    }

    @Test
    void aFileThatCannotGrowRefusesAndKeepsWhatItHas() throws IOException, SQLException {
        Path file = left("full", log);
        try (SqliteJournal journal = SqliteJournal.open(file)) {
            journal.limitPages(12);
            Chain chain = new Chain();
            journal.read(1, record -> chain.add(record.bytes()));
            StoredRecord next = chain.add(new byte[200_000]);
            Batch large = Batch.of(1, chain.length(), List.of(next));
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> journal.append(List.of(large)))
                        .isInstanceOf(JournalException.class)
                        .hasMessage(file + ": the disk is full");
                assertThat(records(journal, 1)).isEqualTo(2 * COMMITS);
            }
            journal.limitPages(10_000);
            journal.append(List.of(large));
            assertThat(records(journal, 1)).isEqualTo(2 * COMMITS + 1);
        }
    }

    /** Another program that reads the file, such as a browser of databases, keeps a server from starting, and says so. */
    @Test
    void aFileThatAnotherProgramHasLockedIsSaidToBeInUse() throws IOException, SQLException {
        Path file = left("locked", log);
        SqliteJournal.open(file).close();
        SQLiteConfig theirs = new SQLiteConfig();
        theirs.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, theirs.toProperties());
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            assertThatThrownBy(() -> SqliteJournal.open(file))
                    .hasMessage(file + ": in use by another process (expected: one server per journal file)");
            statement.execute("ROLLBACK");
        }
        SqliteJournal.open(file).close();
    }

    @Test
    void aFileOfOneByteIsNoJournalAndStaysAsItIs() throws IOException {
        Path note = Files.writeString(folder.resolve("note.txt"), "1");

        assertThatThrownBy(() -> SqliteJournal.open(note))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("note.txt: not a journal file");
        assertThat(note).hasContent("1");
    }

    @Test
    void aFileOfNoBytesIsANewJournalAndOneOfZerosIsNot() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.envelope"));
        try (SqliteJournal journal = SqliteJournal.open(empty)) {
            assertThat(journal.sessions()).isEmpty();
        }
        Path zeros = folder.resolve("zeros.envelope");
        try (RandomAccessFile file = new RandomAccessFile(zeros.toFile(), "rw")) {
            file.setLength(8_192);
        }
        assertThatThrownBy(() -> SqliteJournal.open(zeros))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("zeros.envelope: not a journal file");
    }
}
