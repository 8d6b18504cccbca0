package dev.envelope.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.envelope.game.draw.ReceiptSalts;
import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.Decision;
import dev.envelope.game.session.SessionCore;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.Phase;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.event.EventCodec;
import dev.envelope.server.transcript.TranscriptWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TranscriptCommandTest extends CommandRun {

    private static final EventCodec CODEC = EventCodec.ofPlanFiles();
    private static final SessionSeed SEED = SessionSeed.of("commands");
    private static final Plan PLAN = PlanReader.read("""
            envelope: 1
            seats: 6
            rounds: 20
            treatments:
              shading: {mechanism: first_price, bidders: 3, values: [0, 100]}
            blocks:
              - {practice: true, rounds: 2}
              - {treatment: shading}
            """).orElseThrow();
    private static final List<Event> EVENTS = HeadlessSession.record(
                    PLAN, SEED, seat -> (view, random) -> new Amount(view.valueTicks() * 2 / 3), 1)
            .events();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("transcript.jsonl");
        try (OutputStream stream = Files.newOutputStream(file)) {
            write(stream, EVENTS);
        }
    }

    private static void write(OutputStream stream, List<Event> events) throws IOException {
        TranscriptWriter writer = new TranscriptWriter(stream, "HEADLESS");
        Chain chain = new Chain();
        for (Event event : events) {
            writer.add(chain.add(CODEC.encode(event)));
        }
        writer.end();
    }

    private List<String> row(String beginning) {
        return List.of(out.toString()
                .lines()
                .filter(line -> line.strip().startsWith(beginning))
                .findFirst()
                .orElseThrow()
                .strip()
                .split("\\s+"));
    }

    @Test
    void checkSaysWhatFits() {
        assertThat(run("transcript", "check", file.toString())).isZero();

        assertThat(out.toString())
                .contains("session HEADLESS, " + EVENTS.size() + " records, 6 seats, 22 rounds, 132 messages")
                .contains("Everything fits");
    }

    /** The few lines of Python in docs/records.md find the same chain. */
    @Test
    @Timeout(60)
    void theDocumentedCheckOfTheChainHolds() throws IOException, InterruptedException {
        String text = Files.readString(Path.of("..", "docs", "records.md"));
        String script = text.substring(text.indexOf("```python") + 9, text.lastIndexOf("```"));
        Process python = python(script);
        run("transcript", "check", file.toString());

        String found = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(python.waitFor()).as(found).isZero();
        assertThat(found).hasSize(64);
        assertThat(out.toString()).contains("chain       " + found);
    }

    private Process python(String script) {
        try {
            return new ProcessBuilder("python3", "-c", script, file.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            return Assumptions.abort("python3 is not installed: " + missing.getMessage());
        }
    }

    @Test
    void checkReadsTheTranscriptInAnExport() throws IOException {
        Path zip = folder.resolve("export.zip");
        try (ZipOutputStream stream = new ZipOutputStream(Files.newOutputStream(zip))) {
            stream.putNextEntry(new ZipEntry("plan.yaml"));
            stream.write(PLAN.source().getBytes(StandardCharsets.UTF_8));
            stream.putNextEntry(new ZipEntry("transcript.jsonl"));
            write(stream, EVENTS);
        }

        assertThat(run("transcript", "check", zip.toString())).isZero();
        assertThat(out.toString()).contains("Everything fits");
    }

    @Test
    void checkNamesTheRecordOfAFlippedByte() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int line = 0;
        int at = 0;
        while (line < 30) {
            line += bytes[at++] == '\n' ? 1 : 0;
        }
        bytes[at + 60] ^= 1;
        Files.write(file, bytes);

        assertThat(run("transcript", "check", file.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("envelope: " + file + ": record 30: ");
    }

    @Test
    void checkFindsTheRecordOfAReceipt() {
        int at = EVENTS.size() - 10;
        while (!(EVENTS.get(at) instanceof Event.MessageSealed)) {
            at--;
        }
        Event.MessageSealed sealed = (Event.MessageSealed) EVENTS.get(at);
        MessageDigest digest = Chain.sha256();
        digest.update(HexFormat.of().parseHex(ReceiptSalts.of(SEED).salt(sealed.seat())));
        String receipt = HexFormat.of().formatHex(digest.digest(CODEC.encode(sealed)));

        assertThat(run("transcript", "check", file.toString(), "--receipt", receipt))
                .isZero();
        assertThat(out.toString()).contains("The receipt stands for record " + (at + 1) + ".");
        assertThat(run("transcript", "check", file.toString(), "--receipt", "0".repeat(64)))
                .isEqualTo(1);
        assertThat(out.toString()).contains("No record has this receipt.");
        assertThat(run("transcript", "check", file.toString(), "--receipt", "xyz"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--receipt: xyz (expected: 64 hexadecimal digits)");
    }

    @Test
    void aSessionThatHasNotFinishedIsSaidToBeChainedAndIsNotReplayed() throws IOException {
        try (OutputStream stream = Files.newOutputStream(file)) {
            write(stream, EVENTS.subList(0, 40));
        }

        assertThat(run("transcript", "check", file.toString())).isEqualTo(3);
        assertThat(out.toString())
                .contains("The chain fits. The session has not finished")
                .contains("Not checked: values, groups, ties, outcomes and payments, and whether records are missing");
        assertThat(run("transcript", "replay", file.toString(), "--under", "second_price"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("the session HEADLESS has not finished");
    }

    @Test
    void theSameRulesReplayToTheSamePayments() {
        assertThat(run("transcript", "replay", file.toString(), "--under", "first_price"))
                .isZero();

        assertThat(row("replayed").subList(5, 7)).containsExactly("+0.000", "0.000");
        assertThat(out.toString()).contains("Messages: as recorded.");
    }

    @Test
    void recordedBidsPayTheSecondHighestUnderASecondPrice() {
        assertThat(run("transcript", "replay", file.toString(), "--under", "second-price"))
                .isZero();

        double first = Double.parseDouble(row("shading").get(4));
        double second = Double.parseDouble(row("replayed").get(4));
        assertThat(row("shading").subList(0, 4)).containsExactly("shading", "first_price", "20", "40");
        assertThat(row("replayed").subList(1, 4)).containsExactly("second_price", "20", "40");
        assertThat(second).isBetween(0.5 * first, first);
        assertThat(Double.parseDouble(row("replayed").get(5))).isCloseTo(second - first, offset(0.002));
    }

    /** Of five seats one is a bot's, one sits out, and somebody comes when the first round is over. */
    @Test
    void theRecordedPartIsPlayedAgainWhoeverWasThere() throws IOException {
        Plan plan = PlanReader.read("""
                envelope: 1
                seats: {wanted: 5, minimum: 3}
                start: instructor
                rounds: 3
                late_arrivals: always
                treatments:
                  pairs: {mechanism: first_price, bidders: 2, values: [0, 100], timing: {seconds: 10, grace: 0, result: 1}}
                """).orElseThrow();
        try (OutputStream stream = Files.newOutputStream(file)) {
            write(stream, withOneWhoIsLate(plan));
        }

        assertThat(run("transcript", "check", file.toString())).as("%s", err).isZero();
        assertThat(run("transcript", "replay", file.toString(), "--under", "first_price"))
                .isZero();
        assertThat(row("pairs").subList(0, 4)).containsExactly("pairs", "first_price", "3", "5");
        assertThat(row("replayed").subList(5, 7)).containsExactly("+0.000", "0.000");
    }

    private static List<Event> withOneWhoIsLate(Plan plan) {
        Event.SessionOpened opening = SessionCore.open(0, plan, "HEADLESS", SEED, true);
        List<Event> events = new ArrayList<>(List.of(opening));
        SessionState state = SessionState.opened(opening, SEED);
        List<Command> commands = new ArrayList<>();
        for (int key = 0; key < 4; key++) {
            commands.add(new Command.TakeSeat(0, String.format("%064x", key), true));
        }
        commands.add(new Command.Remove(0, 1));
        commands.add(new Command.Start(0));
        for (int round = 1; round <= 3; round++) {
            commands.add(new Command.Submit(round * 20_000L - 15_000, 0, round, round, new Amount(100L * round)));
            commands.add(new Command.Tick(round * 20_000L - 5_000));
            commands.add(new Command.TakeSeat(round * 20_000L - 4_900, String.format("%064x", 9), true));
            commands.add(new Command.Tick(round * 20_000L));
        }
        for (Command command : commands) {
            Decision decision = SessionCore.decide(state, command);
            events.addAll(decision.events());
            state = decision.state();
        }
        assertThat(state.phase()).isEqualTo(Phase.FINISHED);
        return events;
    }

    @Test
    void otherKindsOfMessagesAreThoseOfTheEquilibrium() {
        assertThat(run("transcript", "replay", file.toString(), "--under", "vcg"))
                .isZero();

        assertThat(out.toString()).contains("Messages: equilibrium.").doesNotContain("refused");
        assertThat(row("replayed").get(8)).isEqualTo("1.0000");
    }

    @Test
    void whatDoesNotFitIsNamed() {
        assertThat(run("transcript", "replay", file.toString(), "--under", "k_double_auction"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("--under k_double_auction: ", "3 bidders in k_double_auction");
        assertThat(run("transcript", "replay", file.toString(), "--under", "vcg", "--strategy", "bold"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--strategy: strategy: \"bold\"", "or recorded");
        assertThat(run("transcript", "check", "missing.jsonl")).isEqualTo(1);
        assertThat(err.toString()).contains("missing.jsonl: no such file (expected: a transcript");
    }
}
