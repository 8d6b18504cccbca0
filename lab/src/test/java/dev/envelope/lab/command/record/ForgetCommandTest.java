package dev.envelope.lab.command.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.lab.command.CommandRun;
import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.journal.sql.SqliteJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ForgetCommandTest extends CommandRun {
    @TempDir
    Path folder = Path.of("");

    private Path database = Path.of("");

    @BeforeEach
    void fill() {
        database = folder.resolve("class.envelope");
        try (Journal journal = SqliteJournal.open(database)) {
            journal.append(List.of(
                    session(1, "ANCNT", Duration.ofDays(100), Map.of(0, "Ada Anciently", 1, "Bob Anciently")),
                    session(2, "RECNT", Duration.ofDays(10), Map.of(0, "Cem Recently"))));
        }
    }

    private static Batch session(long id, String code, Duration age, Map<Integer, String> names) {
        StoredSession.Secrets secrets = new StoredSession.Secrets("aa", "bb", "cc");
        long opened = Instant.now().minus(age).toEpochMilli();
        return new Batch(
                id,
                1,
                List.of(new Chain().add(new byte[] {(byte) id})),
                new TreeMap<>(names),
                Optional.of(new StoredSession(id, code, opened, true, secrets)),
                false);
    }

    private int forget(String... arguments) {
        return run(Stream.concat(Stream.of("forget", "--db", database.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private List<Integer> named() {
        try (Journal journal = SqliteJournal.open(database)) {
            return List.of(journal.names(1).size(), journal.names(2).size());
        }
    }

    /** All bytes of the file and of what lies beside it. */
    private String bytes() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void theNamesOfOldSessionsAreErasedAndThoseOfLaterOnesStay() {
        assertThat(forget("--older-than", "90d")).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("ANCNT", "  2 names", database + ": 2 names of 1 session erased")
                .doesNotContain("RECNT", "Ada");
        assertThat(named()).containsExactly(0, 1);
    }

    @Test
    void noByteOfANameIsLeft() throws IOException {
        assertThat(bytes()).contains("Ada Anciently", "Cem Recently");
        assertThat(forget("ancnt")).isZero();
        assertThat(bytes()).doesNotContain("Ada Anciently", "Anciently").contains("Cem Recently");
    }

    @Test
    void recordsStayAsTheyAre() {
        forget("ANCNT", "RECNT");
        try (Journal journal = SqliteJournal.open(database)) {
            int[] records = new int[1];
            journal.read(1, record -> records[0]++);
            assertThat(records[0]).isOne();
        }
        assertThat(named()).containsExactly(0, 0);
    }

    @Test
    void aDryRunErasesNothing() {
        assertThat(forget("--older-than", "1w", "--dry-run")).isZero();
        assertThat(out.toString()).contains("3 names of 2 sessions would be erased");
        assertThat(named()).containsExactly(2, 1);
    }

    @Test
    void aFileThatAServerHasIsLeftAlone() {
        try (Journal server = SqliteJournal.open(database)) {
            assertThat(forget("ANCNT")).isEqualTo(1);
            assertThat(server.names(1)).hasSize(2);
        }
        assertThat(err.toString()).contains("in use by another process", "Stop the server first.");
    }

    @Test
    void anUnknownCodeErasesNothing() {
        assertThat(forget("ANCNT", "ZZZZZ")).isEqualTo(1);
        assertThat(err.toString()).contains("join code: ZZZZZ", "RECNT");
        assertThat(named()).containsExactly(2, 1);
    }

    @Test
    void codesOrAnAgeAreExpected() {
        assertThat(forget()).isEqualTo(2);
        assertThat(forget("ANCNT", "--older-than", "1d")).isEqualTo(2);
        assertThat(named()).containsExactly(2, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", "d", "-3d", "1.5d", "3 days", "1000000d"})
    void otherAgesAreRefused(String age) {
        assertThat(forget("--older-than", age)).isEqualTo(2);
        assertThat(err.toString().getBytes(UTF_8)).isNotEmpty();
        assertThat(err.toString()).contains("as in 36h, 90d or 12w");
    }
}
