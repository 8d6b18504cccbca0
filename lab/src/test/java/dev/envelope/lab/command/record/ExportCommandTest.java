package dev.envelope.lab.command.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.event.Event;
import dev.envelope.lab.command.EnvelopeCommand;
import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.EventCodec;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.journal.sql.SqliteJournal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExportCommandTest {
    private static final Plan PLAN = PlanReader.read("""
            envelope: 1
            title: Friday
            seats: 4
            rounds: 3
            treatments:
              main: {mechanism: first_price, bidders: 2, values: [0, 100]}
            """).orElseThrow();

    private static final EventCodec CODEC = EventCodec.ofPlanFiles();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path database = Path.of("none");
    private Path zip = Path.of("none");

    @BeforeEach
    void fill() {
        database = folder.resolve("friday.envelope");
        zip = folder.resolve("friday.zip");
        try (SqliteJournal journal = SqliteJournal.open(database)) {
            store(journal, 1, "HEADLESS", events());
            store(journal, 2, "CDFGH", events().subList(0, events().size() / 2));
        }
    }

    private static List<Event> events() {
        return HeadlessSession.record(
                        PLAN, SessionSeed.of("export"), seat -> (view, random) -> new Amount(view.valueTicks() / 2), 1)
                .events();
    }

    private static void store(SqliteJournal journal, long id, String code, List<Event> events) {
        Chain chain = new Chain();
        List<StoredRecord> records = new ArrayList<>();
        events.forEach(event -> records.add(chain.add(CODEC.encode(event))));
        StoredSession row = new StoredSession(
                id, code, 1_700_000_000_000L, false, new StoredSession.Secrets("5eed", "0ce0", "70e4"));
        boolean finished = events.get(events.size() - 1) instanceof Event.SessionFinished;
        journal.append(List.of(new Batch(id, 1, records, new TreeMap<>(Map.of(0, "Ann")), Optional.of(row), finished)));
    }

    private int run(String... arguments) {
        CommandLine line = EnvelopeCommand.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private int export(String code, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("export", code, "--db", database.toString(), "--zip", zip.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

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

    /** The Python of docs/export.md sums the payoffs of long.csv and finds those of payments.csv. */
    @Test
    @Timeout(60)
    void theDocumentedPythonReadsAnExport() throws IOException, InterruptedException {
        assertThat(export("HEADLESS")).isZero();
        String script = document()
                .substring(document().indexOf("```python") + 9, document().lastIndexOf("```"));
        Process python = python(script);
        String found = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(python.waitFor()).as(found).isZero();
        assertThat(found.lines()).hasSize(5).first().asString().startsWith("main: 6 markets, mean revenue ");
    }

    private Process python(String script) {
        try {
            return new ProcessBuilder("python3", "-c", script)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            return Assumptions.abort("python3 is not installed: " + missing.getMessage());
        }
    }

    @Test
    void theDocumentNamesEveryFile() throws IOException {
        assertThat(export("HEADLESS", "--names")).isZero();
        List<String> documented = document()
                .lines()
                .filter(line -> line.startsWith("| `") && !line.contains("; where the plan has"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
        try (ZipFile read = new ZipFile(zip.toFile())) {
            assertThat(read.stream().map(Object::toString)).containsExactlyInAnyOrderElementsOf(documented);
        }
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("..", "docs", "export.md"));
    }

    private static int indexOf(byte[] bytes, byte[] part, int from) {
        for (int at = from; at + part.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }
}
