package dev.envelope.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.SessionCore;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of an export's files against the transcript in it, of a session in which something was filled out. */
class ExportCheckTest {

    private static final Plan PLAN = PlanReader.read("""
            envelope: 1
            seats: {wanted: 2, minimum: 1}
            start: instructor
            fill: truthful
            late_arrivals: always
            rounds: 2
            treatments:
              main: {mechanism: first_price, bidders: 2, values: [0, 100]}
            paid_rounds: {random: 1}
            show_up_fee: 5
            consent: Do you agree?
            comprehension: {questions: [{question: How much?, answer: 2}]}
            questionnaire: [{name: why, question: Why?, type: text}]
            """).orElseThrow();

    @TempDir
    private Path folder;

    private final List<Event> events = new ArrayList<>();
    private SessionState state;

    ExportCheckTest() {
        Event.SessionOpened opening = SessionCore.open(1_000, PLAN, "HEADLESS", Played.SEED, false);
        events.add(opening);
        state = SessionState.opened(opening, Played.SEED);
    }

    private void carryOut(Command... commands) {
        for (Command command : commands) {
            var decision = SessionCore.decide(state, command);
            events.addAll(decision.events());
            state = decision.state();
        }
    }

    /** Seat 0 takes part; somebody comes late to seat 1, does not agree, and the bot has it again. */
    private void begun() {
        carryOut(
                new Command.TakeSeat(1_000, "a0".repeat(32), true),
                new Command.Consent(2_000, 0, true),
                new Command.Comprehend(2_000, 0, 1, List.of(new FormAnswer("1", "2"))),
                new Command.Start(2_000),
                new Command.TakeSeat(3_000, "b0".repeat(32), true),
                new Command.Consent(4_000, 1, false));
    }

    private void finished() {
        begun();
        carryOut(
                new Command.CloseRound(5_000),
                new Command.Tick(100_000),
                new Command.End(100_000),
                new Command.CloseRound(101_000),
                new Command.Fill(102_000, 0, List.of(new FormAnswer("why", "=cmd()\n\"你好\", so"))));
    }

    private ExportCheck.Findings check(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        Path zip = folder.resolve("export.zip");
        Files.write(zip, bytes.toByteArray());
        return new ExportCheck(zip, Unzipped.CODEC).run();
    }

    @Test
    void everyFileOfASessionWithFormsFollowsFromItsTranscript() throws IOException {
        finished();
        assertThat(check(Unzipped.of(events).files())).isEqualTo(none());
    }

    @Test
    void whoseConsentCameInARoundThatIsNotExportedIsNotInTheFilesEither() throws IOException {
        begun();
        carryOut(
                new Command.CloseRound(5_000),
                new Command.Tick(100_000),
                new Command.TakeSeat(100_000, "c0".repeat(32), true),
                new Command.Consent(100_000, 1, true));
        Unzipped export = Unzipped.of(events);

        assertThat(check(export.files())).isEqualTo(none());
        assertThat(export.rows("payments.csv")).hasSize(2);
    }

    @Test
    void anAnswerThatWasChangedIsNamedByFileAndLine() throws IOException {
        finished();
        for (String file : List.of("questionnaire.csv", "comprehension.csv", "wide.csv", "otree.csv", "payments.csv")) {
            Map<String, byte[]> files = new LinkedHashMap<>(Unzipped.of(events).files());
            String text = new String(Unzipped.of(events).bytes(file), StandardCharsets.UTF_8);
            int at = text.indexOf("HEADLESS,", text.indexOf('\n'));
            at = at < 0 ? text.indexOf('\n') + 1 : at;
            String changed = text.substring(0, at) + "X" + text.substring(at + 1);
            files.put(file, changed.getBytes(StandardCharsets.UTF_8));

            assertThat(check(files).differing()).as(file).contains(file + ", line 2,");
        }
    }

    private static ExportCheck.Findings none() {
        return new ExportCheck.Findings(List.of(), List.of(), List.of());
    }

    @Test
    void whoDoesNotAgreeIsPaidNothingAndTheBotHasTheSeatAgain() {
        finished();
        Unzipped export = Unzipped.of(events);

        assertThat(export.rows("payments.csv"))
                .extracting(row -> row.get("seat") + " " + row.get("person") + " " + row.get("money"))
                .containsExactly("0 1 5.00", "1 0 ");
        assertThat(export.rows("long.csv"))
                .extracting(row ->
                        row.get("round") + " " + row.get("seat") + " " + row.get("person") + " " + row.get("paid"))
                .contains("1 1 0 0", "2 1 0 0");
        assertThat(new String(
                        Unzipped.of(Unzipped.zip(events, true, Map.of(0, "Ann", 1, "Bo")))
                                .bytes("names.csv"),
                        StandardCharsets.UTF_8))
                .contains("Ann")
                .doesNotContain("Bo");
    }

    @Test
    void whoLeavesBeforeTheRoundsIsNotPaidForAFreeSeat() {
        carryOut(
                new Command.TakeSeat(1_000, "a0".repeat(32), true),
                new Command.TakeSeat(1_000, "b0".repeat(32), true),
                new Command.Consent(2_000, 0, true),
                new Command.Consent(2_000, 1, true),
                new Command.Consent(3_000, 1, false));
        carryOut(new Command.End(4_000));

        assertThat(Unzipped.of(events).rows("payments.csv"))
                .extracting(row -> row.get("seat") + " " + row.get("money"))
                .containsExactly("0 5.00", "1 ");
    }
}
