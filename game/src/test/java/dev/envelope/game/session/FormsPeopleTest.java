package dev.envelope.game.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.replay.Rederivation;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.Phase;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of those who come late, leave, decline or do not answer, where something is to be filled out. */
class FormsPeopleTest {

    private static final List<FormAnswer> FINE = List.of(new FormAnswer("mood", "5"));

    private Play play = play("seats: 2", "start: instructor");

    private static Play play(String... keys) {
        return new Play(PlanReader.read("""
                envelope: 1
                rounds: 2
                treatments: {main: {mechanism: first_price, bidders: 2, values: [0, 100]}}
                consent: Do you agree?
                questionnaire: {questions: [{name: mood, question: How are you?, type: scale}], seconds: 600}
                completion_link: https://example.org/{seat}
                """ + String.join("\n", keys) + "\n").orElseThrow());
    }

    /** Whatever happened, the record of it is derived again. */
    @AfterEach
    void theRecordIsDerivedAgain() {
        Rederivation rederived = Rederivation.of((Event.SessionOpened) play.events.get(0), play.seed);
        for (Event event : play.events.subList(1, play.events.size())) {
            assertThat(rederived.next(event)).as(event.toString()).isEmpty();
        }
        assertThat(rederived.missing()).isEmpty();
        assertThat(play.replayed().phase()).isEqualTo(play.state.phase());
        assertThat(play.replayed().wakeAt()).isEqualTo(play.state.wakeAt());
    }

    private void consent(int seat, boolean agreed) {
        assertThat(play.send(new Command.Consent(play.now, seat, agreed))).isEqualTo(new Answer.Done());
    }

    private void start() {
        assertThat(play.send(new Command.Start(play.now))).isEqualTo(new Answer.Done());
    }

    private void closeAll() {
        play.send(new Command.End(play.now));
        play.send(new Command.CloseRound(play.now));
    }

    private Answer arrive(int key) {
        return play.send(new Command.TakeSeat(play.now, Play.key(key), true));
    }

    private String link(int seat) {
        return play.state.affairs(seat).forms().completionLink().orElse("none");
    }

    private void asking() {
        play.persons(2);
        consent(0, true);
        consent(1, true);
        start();
        closeAll();
        assertThat(play.state.phase()).isEqualTo(Phase.QUESTIONNAIRE);
    }

    @Test
    void aLateComerWhoDeclinesLeavesTheSeatToTheBotThatHadItAndToTheNextWhoComes() {
        play = play(
                "seats: {wanted: 2, minimum: 1}",
                "start: instructor",
                "fill: truthful",
                "late_arrivals: always",
                "timing: none");
        play.persons(1);
        start();
        play.send(new Command.Reply(play.now, 1, 1, Optional.of(new Amount(7))));
        arrive(8);
        consent(1, false);

        assertThat(play.state.asked()).containsExactly(new SessionState.Asked(1, new StandIn("truthful")));
        assertThat(play.state.isAwaited(1)).isTrue();
        assertThat(arrive(9)).isEqualTo(new Answer.Seated(1, true));
        consent(1, false);
        assertThat(arrive(8)).isEqualTo(new Answer.Seated(1, true));
        consent(1, false);
        play.send(new Command.Reply(play.now, 1, 1, Optional.of(new Amount(9))));
        consent(0, true);
        play.bid(0, 5);
        play.tickAt(play.now + 5_000);
        assertThat(play.state.result(0).orElseThrow().priceTicks()).hasValue(9);
    }

    @Test
    void whoWithdrawsKeepsWhatItHasPlayedAndTheSeat() {
        play = play("seats: {wanted: 2, minimum: 1}", "start: instructor", "fill: truthful", "late_arrivals: always");
        play.persons(2);
        consent(0, true);
        start();
        consent(0, false);

        assertThat(play.all(Event.SeatFilled.class)).isEmpty();
        assertThat(play.refusal(arrive(9))).isEqualTo(RefusalCode.SESSION_FULL);
    }

    @Test
    void whoHasNotAgreedIsPaidNothing() {
        play.persons(2);
        consent(0, true);
        start();
        closeAll();

        assertThat(play.state.pay(OptionalInt.of(0)).paid()).isPresent();
        assertThat(play.state.pay(OptionalInt.of(1)).paid()).isEmpty();
    }

    @Test
    void whoComesBackWhenAllIsOverIsToldWhereToGo() {
        asking();
        assertThat(link(0)).isEqualTo("none");
        play.tickAt(play.now + 600_000);

        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
        assertThat(link(0)).isEqualTo("https://example.org/0");
    }

    @Test
    void whoNeverAgreedIsSentNowhere() {
        play.persons(2);
        consent(0, true);
        start();
        closeAll();
        play.tickAt(play.now + 600_000);

        assertThat(link(0)).isEqualTo("https://example.org/0");
        assertThat(link(1)).isEqualTo("none");
    }

    @Test
    void theQuestionnaireDoesNotWaitForOneWhoIsGone() {
        asking();
        play.send(new Command.DropOut(play.now, 1));
        assertThat(play.state.phase()).isEqualTo(Phase.QUESTIONNAIRE);

        play.send(new Command.Fill(play.now, 0, FINE));

        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void theQuestionnaireWaitsAgainForOneWhoIsBack() {
        asking();
        play.send(new Command.DropOut(play.now, 1));
        arrive(1);
        play.send(new Command.Fill(play.now, 0, FINE));
        assertThat(play.state.phase()).isEqualTo(Phase.QUESTIONNAIRE);

        play.send(new Command.Fill(play.now, 1, FINE));

        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void whereAllAreGoneBeforeAnybodyHasAnsweredItWaitsForThem() {
        asking();
        play.send(new Command.DropOut(play.now, 0));
        play.send(new Command.DropOut(play.now, 1));
        assertThat(play.state.phase()).isEqualTo(Phase.QUESTIONNAIRE);

        play.send(new Command.Fill(play.now, 1, FINE));

        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void itOpensForThoseWhoAreAwayWhenTheRoundsEnd() {
        play = play("seats: 2", "start: instructor", "drop_outs: {after: 5}");
        play.persons(1);
        consent(0, true);
        play.persons(2);
        start();
        play.send(new Command.DropOut(play.now, 0));
        closeAll();

        assertThat(play.state.phase()).isEqualTo(Phase.QUESTIONNAIRE);
        play.tickAt(play.now + 600_000);
        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void theInstructorGivesTheQuestionnaireMoreTime() {
        asking();
        assertThat(play.send(new Command.Extend(play.now, 60_000))).isEqualTo(new Answer.Done());

        play.tickAt(play.now + 600_000);
        assertThat(play.state.phase()).isEqualTo(Phase.QUESTIONNAIRE);
        play.tickAt(play.now + 60_000);
        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void aFullSessionBeginsWhenAllHaveAgreed() {
        play = play("seats: 2", "start: when_full");
        play.persons(2);
        consent(0, true);
        assertThat(play.state.phase()).isEqualTo(Phase.LOBBY);
        assertThat(play.refusal(play.send(new Command.Submit(play.now, 1, 1, 1, new Amount(5)))))
                .isEqualTo(RefusalCode.FORM_DUE);

        consent(1, true);

        assertThat(play.state.phase()).isEqualTo(Phase.OPEN);
    }

    @Test
    void itWaitsForOneWhoDoesNotAgreeForAWhileOnly() {
        play = play("seats: 2", "start: when_full");
        play.persons(2);
        consent(0, true);
        long begins = play.state.wakeAt().orElseThrow();
        assertThat(begins).isEqualTo(play.now + 300_000);
        play.tickAt(begins - 1);
        assertThat(play.state.phase()).isEqualTo(Phase.LOBBY);

        play.tickAt(begins);

        assertThat(play.state.phase()).isEqualTo(Phase.OPEN);
    }

    @Test
    void itBeginsToWaitAnewWhenASeatWasFreeInBetween() {
        play = play("seats: 2", "start: when_full");
        play.persons(2);
        play.now += 100_000;
        consent(0, false);
        assertThat(play.state.wakeAt()).isEmpty();
        play.now += 100_000;
        arrive(9);

        assertThat(play.state.wakeAt()).hasValue(play.now + 300_000);
    }

    @Test
    void whoHasNothingToFillOutIsNotWaitedFor() {
        play = play("seats: 2", "start: when_full", "comprehension: {questions: [{question: How much?, answer: 1}]}");
        play.programs(2);

        assertThat(play.state.phase()).isEqualTo(Phase.OPEN);
    }
}
