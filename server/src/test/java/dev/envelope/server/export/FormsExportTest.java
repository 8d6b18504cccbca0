package dev.envelope.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.SessionCore;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people filled out, in an export. */
class FormsExportTest {

    private static final Plan PLAN = PlanReader.read("""
            envelope: 1
            seats: 2
            rounds: 1
            treatments:
              main: {mechanism: first_price, bidders: 2, values: [0, 100]}
            consent: Please agree.
            comprehension:
              questions:
                - {question: Who wins?, choices: [the highest bid, "=1+1"], answer: 1}
                - {question: How much?, answer: -2}
            questionnaire:
              - {name: mood, question: How happy?, type: scale, minimum: -3, maximum: 3}
              - {name: why, question: Why?, type: text, required: false}
            """).orElseThrow();

    private final List<Event> events = new ArrayList<>();
    private SessionState state;

    FormsExportTest() {
        Event.SessionOpened opening = SessionCore.open(1_000, PLAN, "HEADLESS", Played.SEED, false);
        events.add(opening);
        state = SessionState.opened(opening, Played.SEED);
    }

    private void carryOut(Command command) {
        var decision = SessionCore.decide(state, command);
        events.addAll(decision.events());
        state = decision.state();
    }

    private Unzipped played() {
        for (int seat = 0; seat < 2; seat++) {
            carryOut(new Command.TakeSeat(1_000, ("a" + seat).repeat(32), true));
        }
        for (int seat = 0; seat < 2; seat++) {
            carryOut(new Command.Consent(2_000, seat, true));
        }
        carryOut(new Command.Comprehend(3_000, 0, 1, answers("1", "=1+1", "2", "-2.0")));
        carryOut(new Command.Comprehend(4_000, 0, 2, answers("1", "the highest bid", "2", "-2")));
        carryOut(new Command.Comprehend(4_000, 1, 1, answers("1", "the highest bid", "2", "-2")));
        carryOut(new Command.Submit(5_000, 0, 1, 1, new Amount(1)));
        carryOut(new Command.Submit(5_000, 1, 1, 1, new Amount(2)));
        carryOut(new Command.CloseRound(6_000));
        carryOut(new Command.Fill(7_000, 0, answers("mood", "-3", "why", "=cmd()\n\"你好\", so")));
        carryOut(new Command.Fill(8_000, 1, answers("mood", "0", "why", "")));
        return Unzipped.of(events);
    }

    private static List<FormAnswer> answers(String... namesAndValues) {
        return List.of(
                new FormAnswer(namesAndValues[0], namesAndValues[1]),
                new FormAnswer(namesAndValues[2], namesAndValues[3]));
    }

    @Test
    void everyAnswerIsInTheTablesAndNoSpreadsheetRunsIt() {
        Unzipped export = played();

        assertThat(export.text("questionnaire.csv"))
                .contains(",0,")
                .contains(",7000,mood,-3\n")
                .contains(",7000,why,\"'=cmd()\n\"\"你好\"\", so\"\n")
                .contains(",8000,mood,0\n");
        assertThat(export.rows("comprehension.csv"))
                .extracting(row -> row.get("seat") + " " + row.get("attempt") + " " + row.get("question") + " "
                        + row.get("answer") + " " + row.get("right"))
                .containsExactly(
                        "0 1 1 '=1+1 0",
                        "0 1 2 -2 1",
                        "0 2 1 the highest bid 1",
                        "0 2 2 -2 1",
                        "1 1 1 the highest bid 1",
                        "1 1 2 -2 1");
        assertThat(export.text("dictionary.csv"))
                .contains("questionnaire.csv,answer,text")
                .contains("comprehension.csv,right,boolean")
                .contains("wide.csv,questionnaire_mood,decimal,,the answer to: How happy?");
        assertThat(export.text("wide.csv")).contains(",questionnaire_mood,questionnaire_why,market_1,");
        assertThat(export.text("otree.csv")).contains("questionnaire.1.player.mood");
        assertThat(export.rows("wide.csv"))
                .extracting(row -> row.get("questionnaire_mood"))
                .containsExactly("-3", "0");
        assertThat(export.text("events.csv")).contains("consent_answered,,0,agreed");
    }

    @Test
    void theWideTableTellsWhoHasConsented() {
        assertThat(played().rows("wide.csv"))
                .extracting(row -> row.get("consented"))
                .containsExactly("1", "1");
        assertThat(Unzipped.of(Played.byHand()).rows("wide.csv"))
                .extracting(row -> row.get("consented"))
                .containsOnly("");
    }

    @Test
    void whoTakesConsentBackIsPaidForTheRoundsTillThen() {
        for (int seat = 0; seat < 2; seat++) {
            carryOut(new Command.TakeSeat(1_000, ("a" + seat).repeat(32), true));
            carryOut(new Command.Consent(2_000, seat, true));
            carryOut(new Command.Comprehend(4_000, seat, 1, answers("1", "the highest bid", "2", "-2")));
        }
        carryOut(new Command.Submit(5_000, 0, 1, 1, new Amount(1)));
        carryOut(new Command.Submit(5_000, 1, 1, 1, new Amount(2)));
        carryOut(new Command.CloseRound(6_000));
        carryOut(new Command.Consent(7_000, 0, false));
        carryOut(new Command.End(8_000));
        Unzipped export = Unzipped.of(events);

        assertThat(export.rows("wide.csv"))
                .extracting(row -> row.get("consented"))
                .containsExactly("0", "1");
        assertThat(export.rows("payments.csv").get(0)).containsEntry("paid_points", "0.00");
        assertThat(export.rows("long.csv").get(0))
                .containsEntry("paid", "1")
                .containsEntry("participant", export.rows("payments.csv").get(0).get("participant"));
    }

    @Test
    void aPlanThatAsksNothingHasNoSuchTables() {
        assertThat(Unzipped.of(Played.byHand()).text("dictionary.csv")).doesNotContain("questionnaire.csv");
    }
}
