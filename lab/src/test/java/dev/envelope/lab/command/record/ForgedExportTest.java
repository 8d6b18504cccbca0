package dev.envelope.lab.command.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.draw.SessionSeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Exports that somebody has changed. */
class ForgedExportTest extends ExportRun {

    /** The payment sheet is what is paid by; a sound transcript beside it must not vouch for another one. */
    @Test
    void aTableThatDoesNotFollowFromTheTranscriptIsNamed() throws IOException {
        assertThat(export("HEADLESS", "--names")).isZero();
        assertThat(run("transcript", "check", zip.toString())).isZero();
        assertThat(out.toString())
                .contains("  commitment  " + SessionSeed.of("export").commitment())
                .contains("The export's other files that are in the ZIP are what the transcript leads to")
                .doesNotContain("Not in the ZIP");

        Path forged = forged("payments.csv", "names.csv");

        assertThat(run("transcript", "check", forged.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("payments.csv, line 2, is not what this version makes of the transcript.")
                .contains("SHA256SUMS, line ")
                .doesNotContain("names.csv, line");
    }

    /** Deleting names.csv is all it takes to pass an export on without names. */
    @Test
    void filesThatWereTakenOutOrAddedAreSaid() throws IOException {
        assertThat(export("HEADLESS", "--names")).isZero();
        Path nameless = rewritten("nameless.zip", (name, text) -> name.equals("names.csv") ? "" : text);

        assertThat(run("transcript", "check", nameless.toString()))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).doesNotContain("Not in the ZIP", "Not checked");

        Path other = rewritten("other.zip", (name, text) -> name.equals("payments.csv") ? "" : text);
        try (FileSystem files = FileSystems.newFileSystem(other)) {
            Files.writeString(files.getPath("paid.csv"), "forged");
        }

        assertThat(run("transcript", "check", other.toString())).isZero();
        assertThat(out.toString())
                .contains("Not in the ZIP: payments.csv.")
                .contains("Not checked, as no export has it: paid.csv.");
    }

    /** The export with a figure more at the end of the second line of these files. */
    private Path forged(String... names) throws IOException {
        return rewritten("forged.zip", (name, text) -> {
            int end = text.indexOf('\n', text.indexOf('\n') + 1);
            return List.of(names).contains(name) ? text.substring(0, end) + "0" + text.substring(end) : text;
        });
    }

    /** The export with other texts in its files, without those that have none. */
    private Path rewritten(String copy, BinaryOperator<String> text) throws IOException {
        Path written = folder.resolve(copy);
        try (ZipFile read = new ZipFile(zip.toFile());
                ZipOutputStream write = new ZipOutputStream(Files.newOutputStream(written))) {
            for (ZipEntry entry : read.stream().toList()) {
                String before = new String(read.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                String after = text.apply(entry.getName(), before);
                if (!after.isEmpty()) {
                    write.putNextEntry(new ZipEntry(entry.getName()));
                    write.write(after.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return written;
    }
}
