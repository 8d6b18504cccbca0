package dev.envelope.game.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Pay;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.forms.AnswerForm;
import dev.envelope.game.plan.forms.CheckQuestion;
import dev.envelope.game.plan.forms.CompletionLink;
import dev.envelope.game.plan.forms.Comprehension;
import dev.envelope.game.plan.forms.Forms;
import dev.envelope.game.plan.forms.Question;
import dev.envelope.game.plan.forms.Questionnaire;
import dev.envelope.game.plan.seating.Seats;
import dev.envelope.game.plan.seating.Staffing;
import dev.envelope.game.replay.Rederivation;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.view.FormsStatus;
import dev.envelope.game.view.Phase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Sessions with forms, and what the tests fill out. */
final class FilledForms {

    static final BigDecimal BIG = BigDecimal.valueOf(1_000);

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

    static final List<FormAnswer> RIGHT = answers("winner", "12.50");
    static final List<FormAnswer> WRONG = answers("all", "12.5");
    static final List<FormAnswer> FILLED =
            List.of(new FormAnswer("why", " because\r\n "), new FormAnswer("mood", "7.0"));

    private FilledForms() {}

    static List<FormAnswer> answers(String one, String two) {
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

    static Play begun() {
        Play play = new Play(plan(FORMS, 1)).persons(2);
        assertThat(play.send(new Command.Start(play.now))).isEqualTo(new Answer.Done());
        return play;
    }

    static Answer consent(Play play, int seat) {
        return play.send(new Command.Consent(play.now, seat, true));
    }

    static Answer comprehend(Play play, int seat, int attempt, List<FormAnswer> answers) {
        return play.send(new Command.Comprehend(play.now, seat, attempt, answers));
    }

    static FormsStatus status(Play play, int seat) {
        return play.state.affairs(seat).forms();
    }

    static Play ready() {
        Play play = begun();
        for (int seat = 0; seat < 2; seat++) {
            consent(play, seat);
            comprehend(play, seat, 1, RIGHT);
        }
        return play;
    }

    static Play asking() {
        Play play = ready();
        play.bid(0, 100);
        play.bid(1, 200);
        play.send(new Command.CloseRound(play.now));
        assertThat(play.state.phase()).isEqualTo(Phase.QUESTIONNAIRE);
        return play;
    }

    static Rederivation upTo(Play play, int end) {
        Rederivation rederived = Rederivation.of((Event.SessionOpened) play.events.get(0), play.seed);
        for (Event event : play.events.subList(1, end)) {
            assertThat(rederived.next(event)).as(event.toString()).isEmpty();
        }
        return rederived;
    }

    static void rederives(Play play) {
        assertThat(upTo(play, play.events.size()).missing()).isEmpty();
    }
}
