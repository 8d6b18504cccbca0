package dev.envelope.game.session;

import static dev.envelope.game.session.FilledForms.FILLED;
import static dev.envelope.game.session.FilledForms.FORMS;
import static dev.envelope.game.session.FilledForms.RIGHT;
import static dev.envelope.game.session.FilledForms.WRONG;
import static dev.envelope.game.session.FilledForms.asking;
import static dev.envelope.game.session.FilledForms.begun;
import static dev.envelope.game.session.FilledForms.comprehend;
import static dev.envelope.game.session.FilledForms.consent;
import static dev.envelope.game.session.FilledForms.plan;
import static dev.envelope.game.session.FilledForms.ready;
import static dev.envelope.game.session.FilledForms.rederives;
import static dev.envelope.game.session.FilledForms.status;
import static dev.envelope.game.session.FilledForms.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.forms.FormKind;
import dev.envelope.game.replay.Rederivation;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.view.FormsStatus;
import dev.envelope.game.view.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people fill out around the rounds. */
class FormsTest {

    @Test
    void whoHasNotFilledOutWhatComesFirstCanSayNothing() {
        Play play = begun();

        assertThat(play.state.phase()).isEqualTo(Phase.OPEN);
        assertThat(((Answer.Refused) play.bid(0, 100)).refusal())
                .isEqualTo(
                        new Refusal(RefusalCode.FORM_DUE, "consent: not given (expected: agree to take part first)"));
        assertThat(comprehend(play, 0, 1, RIGHT)).isInstanceOf(Answer.Refused.class);
        consent(play, 0);
        assertThat(reason(play.bid(0, 100)))
                .isEqualTo("questions on the instructions: not answered (expected: answer them first)");
        comprehend(play, 0, 1, RIGHT);
        assertThat(play.bid(0, 100)).isInstanceOf(Answer.Accepted.class);
        assertThat(play.state.isAwaited(1)).isTrue();
    }

    @Test
    void programsFillOutNothing() {
        Play play = new Play(plan(FORMS, 1)).programs(2);
        play.send(new Command.Start(play.now));

        assertThat(play.refusal(consent(play, 0))).isEqualTo(RefusalCode.NOT_ALLOWED);
        play.bid(0, 100);
        play.bid(1, 200);
        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
        assertThat(status(play, 0).completionLink()).isEmpty();
    }

    @Test
    void whoDeclinesBeforeTheRoundsLeavesAFreeSeatAndMayComeBack() {
        Play play = new Play(plan(FORMS, 1)).persons(2);

        play.send(new Command.Consent(play.now, 0, false));

        assertThat(play.state.isFree(0)).isTrue();
        assertThat(play.state.seatsTaken()).isEqualTo(1);
        assertThat(play.last(Event.ConsentAnswered.class)).isEqualTo(new Event.ConsentAnswered(play.now, 0, false));
        assertThat(play.send(new Command.TakeSeat(play.now, Play.key(0), true))).isEqualTo(new Answer.Seated(0, true));
        assertThat(play.state.due(0)).contains(FormKind.CONSENT);
    }

    @Test
    void whoDeclinesLaterCountsAsMissing() {
        Play play = ready();

        play.send(new Command.Consent(play.now, 0, false));

        assertThat(play.state.isAwaited(0)).isFalse();
        assertThat(play.refusal(play.bid(0, 100))).isEqualTo(RefusalCode.NOT_ALLOWED);
        assertThat(play.refusal(play.send(new Command.GiveBack(play.now, 0)))).isEqualTo(RefusalCode.NOT_ALLOWED);
        play.bid(1, 200);
        play.send(new Command.CloseRound(play.now));
        assertThat(play.state.phase()).isEqualTo(Phase.QUESTIONNAIRE);
        play.send(new Command.Fill(play.now, 1, FILLED));
        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void aWrongAnswerSaysWhichAndTheRightOnesAreShownAtTheEndOnly() {
        Play play = begun();
        consent(play, 0);

        comprehend(play, 0, 1, WRONG);

        assertThat(status(play, 0).due()).contains(FormKind.COMPREHENSION);
        assertThat(status(play, 0).attemptsLeft()).isEqualTo(1);
        assertThat(status(play, 0).wrong()).containsExactly(new FormsStatus.Wrong("1", "See page 1."));
        assertThat(status(play, 0).solutions()).isEmpty();

        comprehend(play, 0, 2, WRONG);

        assertThat(status(play, 0).due()).isEmpty();
        assertThat(status(play, 0).solutions())
                .containsExactly(new FormAnswer("1", "winner"), new FormAnswer("2", "12.5"));
        assertThat(play.all(Event.ComprehensionAnswered.class))
                .extracting(Event.ComprehensionAnswered::wrong)
                .containsExactly(List.of("1"), List.of("1"));
        assertThat(play.refusal(comprehend(play, 0, 3, RIGHT))).isEqualTo(RefusalCode.WRONG_PHASE);
        assertThat(play.bid(0, 100)).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void whatIsSentTwiceHappensOnce() {
        Play play = begun();
        for (int i = 0; i < 2; i++) {
            assertThat(consent(play, 0)).isEqualTo(new Answer.Done());
            assertThat(comprehend(play, 0, 1, WRONG)).isEqualTo(new Answer.Done());
        }
        assertThat(play.refusal(comprehend(play, 0, 1, RIGHT))).isEqualTo(RefusalCode.INVALID_MESSAGE);
        assertThat(play.all(Event.ConsentAnswered.class)).hasSize(1);
        assertThat(play.all(Event.ComprehensionAnswered.class)).hasSize(1);

        Play end = asking();
        for (int i = 0; i < 2; i++) {
            assertThat(end.send(new Command.Fill(end.now, 0, FILLED))).isEqualTo(new Answer.Done());
        }
        assertThat(end.refusal(end.send(new Command.Fill(end.now, 0, List.of(new FormAnswer("mood", "1"))))))
                .isEqualTo(RefusalCode.NOT_ALLOWED);
        assertThat(end.all(Event.QuestionnaireAnswered.class)).hasSize(1);
    }

    @Test
    void wrongAnswersAreRefusedByNameValueAndExpectation() {
        Play play = asking();

        assertThat(reason(fill(play, "mood", "8"))).isEqualTo("mood: 8 (expected: a whole number from 1 to 7)");
        assertThat(reason(fill(play, "mood", ""))).isEqualTo("mood: nothing (expected: a whole number from 1 to 7)");
        assertThat(reason(fill(play, "age", "8"))).isEqualTo("question: age (expected: one of mood, why)");
        assertThat(reason(play.send(new Command.Fill(
                        play.now, 0, List.of(new FormAnswer("mood", "1"), new FormAnswer("mood", "2"))))))
                .isEqualTo("mood: answered twice (expected: one answer)");
        assertThat(reason(play.send(new Command.Fill(
                        play.now,
                        0,
                        List.of(new FormAnswer("mood", "1"), new FormAnswer("why", "x".repeat(1_000_000)))))))
                .isEqualTo("why: " + "x".repeat(60)
                        + "… (expected: a text of 1 to 20 characters, none of them a control character)");
        assertThat(play.refusal(play.send(new Command.Fill(play.now, 2, FILLED))))
                .isEqualTo(RefusalCode.NOT_ALLOWED);
        assertThat(play.all(Event.QuestionnaireAnswered.class)).isEmpty();
    }

    @Test
    void everyEventIsDerivedAgainAndAForgedOneIsNot() {
        Play play = asking();
        play.send(new Command.Fill(play.now, 0, FILLED));
        play.send(new Command.Fill(play.now, 1, FILLED));
        rederives(play);

        for (int i = 1; i < play.events.size(); i++) {
            Event event = play.events.get(i);
            Event forged = event;
            if (event instanceof Event.ComprehensionAnswered e) {
                forged =
                        new Event.ComprehensionAnswered(e.atMillis(), e.seat(), e.attempt(), e.answers(), List.of("2"));
            } else if (event instanceof Event.QuestionnaireAnswered e) {
                forged = new Event.QuestionnaireAnswered(e.atMillis(), e.seat(), List.of(new FormAnswer("mood", "9")));
            } else if (event instanceof Event.QuestionnaireOpened e) {
                forged = new Event.QuestionnaireOpened(e.atMillis(), e.closesAtMillis() + 1);
            }
            if (!forged.equals(event)) {
                Rederivation rederived = upTo(play, i);
                assertThat(rederived.next(forged)).as(forged.toString()).isPresent();
            }
        }
        Rederivation whole = upTo(play, play.events.size());
        assertThat(whole.next(new Event.QuestionnaireAnswered(play.now, 0, FILLED)))
                .isPresent();
    }

    private static String reason(Answer answer) {
        return ((Answer.Refused) answer).refusal().reason();
    }

    private static Answer fill(Play play, String name, String value) {
        return play.send(new Command.Fill(play.now, 0, List.of(new FormAnswer(name, value))));
    }
}
