package dev.envelope.lab.command.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.server.journal.sql.SqliteJournal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ExportCommandTest extends ExportRun {

    @Test
    void aSessionIsWrittenAsOneZip() throws IOException {
        assertThat(export("headless")).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("session HEADLESS, 4 seats, 3 rounds")
                .doesNotContain("not finished");
        try (ZipFile read = new ZipFile(zip.toFile())) {
            assertThat(read.stream().map(Object::toString))
                    .contains("long.csv", "wide.csv", "otree.csv", "payments.csv", "transcript.jsonl", "SHA256SUMS")
                    .doesNotContain("names.csv");
        }
        assertThat(run("transcript", "check", zip.toString())).isZero();
        assertThat(files()).containsExactly("friday.envelope", "friday.zip");
    }

    @Test
    void namesAreOnlyInWhenTheyAreAskedFor() throws IOException {
        assertThat(export("HEADLESS", "--names")).isZero();
        try (ZipFile read = new ZipFile(zip.toFile())) {
            String names =
                    new String(read.getInputStream(read.getEntry("names.csv")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(names).endsWith(",Ann\n");
        }
    }

    @Test
    void anUnfinishedSessionIsExportedAsFarAsItIsSettled() {
        assertThat(export("CDFGH")).isZero();
        assertThat(out.toString()).contains("not finished");
    }

    @Test
    void anUnknownCodeIsAnsweredWithThoseThatThereAre() throws IOException {
        assertThat(export("XXXXX")).isEqualTo(1);
        assertThat(err.toString())
                .contains("join code: XXXXX")
                .contains("HEADLESS  2023-11-14T22:13:20Z  \"Friday\"")
                .contains("CDFGH  2023-11-14T22:13:20Z  \"Friday\" (not finished)");
        assertThat(files()).containsExactly("friday.envelope");
    }

    @Test
    void aZipThatIsThereStaysUnlessForced() throws IOException {
        Files.writeString(zip, "mine");

        assertThat(export("HEADLESS")).isEqualTo(1);
        assertThat(err.toString()).contains("friday.zip: there is such a file", "--force");
        assertThat(zip).hasContent("mine");
        assertThat(export("HEADLESS", "--force")).isZero();
        assertThat(Files.size(zip)).isGreaterThan(1_000);
    }

    @Test
    void aFileThatAServerHasIsSaidHowToExportOverHttp() {
        try (SqliteJournal server = SqliteJournal.open(database)) {
            assertThat(export("HEADLESS")).isEqualTo(1);
            assertThat(server.sessions()).hasSize(2);
        }
        assertThat(err.toString())
                .contains("in use by another process")
                .contains("Authorization: Bearer TOKEN", "/sessions/HEADLESS/export.zip");
    }

    @Test
    void aMissingJournalIsNotMade() throws IOException {
        Files.delete(database);

        assertThat(export("HEADLESS")).isEqualTo(1);
        assertThat(err.toString()).contains("friday.envelope: no such file");
        assertThat(files()).isEmpty();
    }

    @Test
    void aDatabaseThatIsNotThereIsNamedWithoutItsPassword() {
        assertThat(run("export", "AAAAA", "--db", "jdbc:postgresql://127.0.0.1:1/lab?user=lab&password=s3cret"))
                .isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(err.toString())
                .contains("jdbc:postgresql://127.0.0.1:1/lab: cannot be reached")
                .doesNotContain("s3cret");
        assertThat(run("export", "AAAAA", "--db", "postgres://lab:s3cret@127.0.0.1/lab"))
                .isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString())
                .contains("(expected: jdbc:postgresql://HOST/DATABASE?user=NAME)")
                .doesNotContain("s3cret");
    }

    @Test
    void aRecordThatCannotBeReadIsNamedAndNothingIsLeft() throws IOException {
        byte[] bytes = Files.readAllBytes(database);
        byte[] commitment = HexFormat.of().parseHex(SessionSeed.of("export").commitment());
        for (int at = indexOf(bytes, commitment, 0); at >= 0; at = indexOf(bytes, commitment, at + 1)) {
            bytes[at] ^= 1;
        }
        Files.write(database, bytes);

        assertThat(export("HEADLESS")).isEqualTo(1);
        assertThat(err.toString()).contains("friday.envelope: session 1: record 1 does not fit the chain");
        assertThat(files()).containsExactly("friday.envelope");
    }
}
