package dev.envelope.game.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.forms.FormKind;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Pay;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Seats;
import dev.envelope.game.plan.Staffing;
import dev.envelope.game.plan.forms.AnswerForm;
import dev.envelope.game.plan.forms.CheckQuestion;
import dev.envelope.game.plan.forms.CompletionLink;
import dev.envelope.game.plan.forms.Comprehension;
import dev.envelope.game.plan.forms.Forms;
import dev.envelope.game.plan.forms.Question;
import dev.envelope.game.plan.forms.Questionnaire;
import dev.envelope.game.replay.Rederivation;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.view.FormsStatus;
import dev.envelope.game.view.Phase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What people fill out around the rounds. */
class FormsTest {

    private static final BigDecimal BIG = BigDecimal.valueOf(1_000);

    /** Every form that a plan can have. */
    static final Forms FORMS = new Forms(
            Optional.of("I agree."),
            Optional.of(new Comprehension(
                    2,
                    List.of(
                            new CheckQuestion(
                                    new Question("1", "Who pays?", AnswerForm.choice(List.of("all", "winner")), true),
                                    "winner",
                                    BigDecimal.ZERO,
                                    "See page 1."),
                            new CheckQuestion(
                                    new Question("2", "How much?", AnswerForm.number(BIG.negate(), BIG, false), true),
                                    "12.5",
                                    new BigDecimal("0.1"),
                                    "")))),
            Optional.of(new Questionnaire(
                    List.of(
                            new Question("mood", "How happy?", AnswerForm.scale(1, 7, List.of()), true),
                            new Question("why", "Why?", AnswerForm.text(20), false)),
                    60_000)),
            Optional.of(new CompletionLink("https://example.org/?s={seat}&c={session}")));

    private static final List<FormAnswer> RIGHT = answers("winner", "12.50");
    private static final List<FormAnswer> WRONG = answers("all", "12.5");
    static final List<FormAnswer> FILLED =
            List.of(new FormAnswer("why", " because\r\n "), new FormAnswer("mood", "7.0"));

    private static List<FormAnswer> answers(String one, String two) {
        return List.of(new FormAnswer("1", one), new FormAnswer("2", two));
    }

    /** A random one of the commands about forms. */
    static Command command(Play play, SplittableRandom random, int seats) {
        int seat = random.nextInt(-1, seats + 1);
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Command.Consent(play.now, seat, random.nextInt(12) > 0);
            case 2, 3 ->
                new Command.Comprehend(play.now, seat, random.nextInt(4), random.nextInt(3) == 0 ? WRONG : RIGHT);
            case 4 -> new Command.Fill(play.now, seat, random.nextInt(5) == 0 ? List.of() : FILLED);
            default -> new Command.Fill(play.now, seat, List.of(new FormAnswer("mood", "3")));
        };
    }

    static Plan plan(Forms forms, int rounds) {
        Plan plain = TestPlans.plan(
                new Seats(2, 2, Seats.Start.INSTRUCTOR),
                TestPlans.block(TestPlans.bidders(TestPlans.treatment(MechanismType.FIRST_PRICE), 2), rounds, "a"));
        return new Plan(
                plain.title(),
                plain.tick(),
                plain.blocks(),
                plain.seats(),
                plain.seed(),
                Pay.NONE,
                "Bid.",
                Staffing.NONE,
                forms,
                plain.source());
    }

    private static Play begun() {
        Play play = new Play(plan(FORMS, 1)).persons(2);
        assertThat(play.send(new Command.Start(play.now))).isEqualTo(new Answer.Done());
        return play;
    }

    private static Answer consent(Play play, int seat) {
        return play.send(new Command.Consent(play.now, seat, true));
    }

    private static Answer comprehend(Play play, int seat, int attempt, List<FormAnswer> answers) {
        return play.send(new Command.Comprehend(play.now, seat, attempt, answers));
    }

    private static FormsStatus status(Play play, int seat) {
        return play.state.affairs(seat).forms();
    }

    private static String reason(Answer answer) {
        return ((Answer.Refused) answer).refusal().reason();
    }

    private static Play ready() {
        Play play = begun();
        for (int seat = 0; seat < 2; seat++) {
            consent(play, seat);
            comprehend(play, seat, 1, RIGHT);
        }
        return play;
    }

    private static Play asking() {
        Play play = ready();
        play.bid(0, 100);
        play.bid(1, 200);
        play.send(new Command.CloseRound(play.now));
        assertThat(play.state.phase()).isEqualTo(Phase.QUESTIONNAIRE);
        return play;
    }

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
    void theQuestionnaireComesAfterTheRoundsAndTheSessionEndsWhenAllHaveAnswered() {
        Play play = asking();

        assertThat(play.state.proof().revealed()).isEmpty();
        assertThat(play.state.snapshot(OptionalInt.of(0), play.now).pay().paid())
                .isPresent();
        assertThat(play.state.remainingMillis(play.now)).hasValue(60_000);
        play.send(new Command.Fill(play.now, 0, FILLED));
        assertThat(play.last(Event.QuestionnaireAnswered.class).answers())
                .containsExactly(new FormAnswer("mood", "7"), new FormAnswer("why", "because"));
        assertThat(status(play, 0).completionLink()).contains("https://example.org/?s=0&c=CODE");
        assertThat(status(play, 1).completionLink()).isEmpty();
        assertThat(play.state.phase()).isEqualTo(Phase.QUESTIONNAIRE);

        play.send(new Command.Fill(play.now, 1, List.of(new FormAnswer("mood", "1"))));

        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
        assertThat(play.replayed().affairs(0)).isEqualTo(play.state.affairs(0));
        assertThat(play.refusal(play.send(new Command.Fill(play.now, 1, FILLED))))
                .isEqualTo(RefusalCode.WRONG_PHASE);
    }

    @Test
    void theQuestionnaireEndsAtItsDeadlineWhichStandsStillWhileTheSessionDoes() {
        Play play = asking();
        play.send(new Command.Pause(play.now));
        play.tickAt(play.now + 100_000);
        assertThat(play.state.phase()).isEqualTo(Phase.QUESTIONNAIRE);
        play.send(new Command.Resume(play.now));
        play.tickAt(play.now + 59_999);
        assertThat(play.state.phase()).isEqualTo(Phase.QUESTIONNAIRE);
        play.tickAt(play.now + 1);
        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void theInstructorCanEndTheQuestionnaireAndAnEarlyEndHasOne() {
        Play play = new Play(plan(FORMS, 3)).persons(2);
        play.send(new Command.Start(play.now));
        consent(play, 0);
        play.send(new Command.End(play.now));
        play.send(new Command.CloseRound(play.now));
        assertThat(play.state.phase()).isEqualTo(Phase.QUESTIONNAIRE);
        assertThat(play.state.isAwaited(0)).isTrue();
        assertThat(play.state.isAwaited(1)).isFalse();

        play.send(new Command.End(play.now));

        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
        assertThat(play.all(Event.EndRequested.class)).hasSize(2);
        rederives(play);
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

    private static Answer fill(Play play, String name, String value) {
        return play.send(new Command.Fill(play.now, 0, List.of(new FormAnswer(name, value))));
    }

    @Test
    void nobodyNewGetsASeatWhileTheQuestionnaireIsOpen() {
        Play play = asking();

        assertThat(play.refusal(play.send(new Command.TakeSeat(play.now, Play.key(9), true))))
                .isEqualTo(RefusalCode.DOOR_CLOSED);
        assertThat(play.refusal(play.bid(0, 100))).isEqualTo(RefusalCode.LATE);
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

    private static Rederivation upTo(Play play, int end) {
        Rederivation rederived = Rederivation.of((Event.SessionOpened) play.events.get(0), play.seed);
        for (Event event : play.events.subList(1, end)) {
            assertThat(rederived.next(event)).as(event.toString()).isEmpty();
        }
        return rederived;
    }

    private static void rederives(Play play) {
        assertThat(upTo(play, play.events.size()).missing()).isEmpty();
    }
}
