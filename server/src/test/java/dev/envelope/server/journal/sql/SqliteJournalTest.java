package dev.envelope.server.journal.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.JournalContract;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.StoredSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqliteJournalTest extends JournalContract {

    @TempDir
    Path folder = Path.of("");

    @Override
    protected Journal create() {
        return SqliteJournal.open(file());
    }

    private Path file() {
        return folder.resolve("test.envelope");
    }

    @Test
    void theLiveConnectionSyncsEveryCommit() {
        assertThat(((SqliteJournal) journal).synchronous()).isEqualTo(2);
    }

    @Test
    void theLiveConnectionWritesAhead() {
        journal.append(List.of(opening(1, chained("a"))));
        assertThat(folder.resolve("test.envelope-wal")).exists();
    }

    @Test
    void recordsOutliveTheJournal() {
        journal.append(List.of(opening(1, chained("a", "b"))));
        journal.close();
        journal = create();
        assertThat(texts(1)).containsExactly("a", "b");
        assertThatThrownBy(() -> journal.append(List.of(Batch.of(1, 2, second("c")))))
                .hasMessageContaining("record 2 (expected: record 3)");
    }

    @Test
    void aSecondServerIsRefused() {
        assertThatThrownBy(this::create)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("test.envelope: in use by another process");
    }

    @Test
    void aFailedTransactionLeavesNothingBehind() {
        journal.append(List.of(opening(1, chained("a"))));
        failHalfWay();
    }

    private void failHalfWay() {
        // The second session's join code is taken, which the file refuses only once the first batch is in.
        Batch next = Batch.of(1, 2, second("b"));
        Batch clash = new Batch(
                2,
                1,
                chained("x"),
                new java.util.TreeMap<>(),
                java.util.Optional.of(new StoredSession(2, "CODE1", 1_000, false, SECRETS)),
                false);
        assertThatThrownBy(() -> journal.append(List.of(next, clash))).isInstanceOf(JournalException.class);
        assertThat(texts(1)).containsExactly("a");
        journal.append(List.of(Batch.of(1, 2, second("c"))));
        assertThat(journal.sessions()).hasSize(1);
    }

    /** On a full disk SQLite ends the transaction by itself, before anybody can roll it back. */
    @ParameterizedTest
    @ValueSource(strings = {"INSERT ON name", "INSERT ON batch WHEN new.count = 2", "UPDATE ON session"})
    void whatFollowsATransactionThatSqliteEndedIsStoredWholeOrNotAtAll(String moment) throws SQLException {
        journal.append(List.of(opening(1, chained("a"))));
        journal.close();
        execute(
                file(),
                "CREATE TRIGGER full BEFORE " + moment + " BEGIN SELECT RAISE(ROLLBACK, 'the disk is full'); END");
        journal = create();
        Batch named = new Batch(
                1,
                2,
                chained("a", "lost", "lost").subList(1, 3),
                new java.util.TreeMap<>(java.util.Map.of(0, "Ann")),
                java.util.Optional.empty(),
                true);
        assertThatThrownBy(() -> journal.append(List.of(named)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("the disk is full");
        failHalfWay();
        journal.close();
        journal = create();
        assertThat(texts(1)).containsExactly("a", "c");
    }

    @Test
    void aNewerSchemaIsRefused() throws SQLException {
        journal.close();
        execute(file(), "UPDATE schema_version SET version = 3");
        assertThatThrownBy(this::create).hasMessageContaining("schema version 3 (expected: 2");
    }

    @Test
    void aMissingRecordIsNamed() throws SQLException {
        List<StoredRecord> written = chained("a", "b", "c");
        for (int i = 0; i < 3; i++) {
            List<StoredRecord> one = written.subList(i, i + 1);
            journal.append(List.of(i == 0 ? opening(1, one) : Batch.of(1, i + 1, one)));
        }
        journal.close();
        execute(file(), "DELETE FROM batch WHERE first = 2");
        journal = create();
        assertThatThrownBy(() -> texts(1)).hasMessageContaining("record 2 does not fit the chain: it is missing");
    }

    @Test
    void aRecordThatIsCutShortIsNamed() throws SQLException {
        journal.append(List.of(opening(1, chained("a", "b", "c"))));
        journal.close();
        execute(file(), "UPDATE batch SET records = substr(records, 1, length(records) - 40)");
        journal = create();
        assertThatThrownBy(() -> texts(1)).hasMessageContaining("record 2 does not fit the chain: it is cut short");
    }

    @Test
    void recordsOfSessionsThatTakeTurnsComeBackApart() {
        List<StoredRecord> one = chained("a", "b", "c");
        List<StoredRecord> two = chained("x", "y", "z");
        journal.append(List.of(opening(1, one.subList(0, 1)), opening(2, two.subList(0, 2))));
        journal.append(List.of(Batch.of(2, 3, two.subList(2, 3))));
        journal.append(List.of(Batch.of(1, 2, one.subList(1, 3))));
        journal.close();
        journal = create();
        assertThat(texts(1)).containsExactly("a", "b", "c");
        assertThat(texts(2)).containsExactly("x", "y", "z");
    }

    @Test
    void anotherProgramsFileIsRefused() throws SQLException {
        Path other = folder.resolve("other.envelope");
        execute(other, "CREATE TABLE theirs (x INTEGER)");
        assertThatThrownBy(() -> SqliteJournal.open(other))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("of another program");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws IOException {
        Path other = Files.write(
                folder.resolve("text.envelope"), "plain text, ".repeat(200).getBytes(UTF_8));
        assertThatThrownBy(() -> SqliteJournal.open(other))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("not a journal file");
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        journal.close();
        byte[] bytes = Files.readAllBytes(file());
        java.util.Arrays.fill(bytes, 100, bytes.length, (byte) 0x5a);
        Files.write(file(), bytes);
        assertThatThrownBy(this::create)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("test.envelope: damaged");
    }

    @Test
    void aFolderThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> SqliteJournal.open(folder.resolve("none").resolve("x.envelope")))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("its folder does not exist");
    }

    /** The record {@code text} after a first one, "a". */
    private static List<StoredRecord> second(String text) {
        return chained("a", text).subList(1, 2);
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
