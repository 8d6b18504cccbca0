package dev.envelope.game.session;

import dev.envelope.game.forms.Answers;
import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.forms.FormKind;
import dev.envelope.game.forms.SeatForms;
import dev.envelope.game.plan.forms.CheckQuestion;
import dev.envelope.game.plan.forms.Comprehension;
import dev.envelope.game.plan.forms.Questionnaire;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.event.HandOver;
import dev.envelope.game.session.state.FormsDue;
import dev.envelope.game.session.state.Presence;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people fill out: when, and what comes of it. Nobody waits for it but the end of the session, for a while; who has not
 * filled out what comes before the rounds can say nothing in them.
 */
final class FormRules {

    private static final Answer DONE = new Answer.Done();

    private final Deciding deciding;

    FormRules(Deciding deciding) {
        this.deciding = deciding;
    }

    /** Why the seat may not submit anything yet. */
    static Optional<Refusal> unready(SessionState state, int seat) {
        return FormsDue.beforeRounds(state, seat)
                .map(form -> form == FormKind.CONSENT
                        ? Refusal.of(RefusalCode.FORM_DUE, "consent", "not given", "agree to take part first")
                        : Refusal.of(
                                RefusalCode.FORM_DUE,
                                "questions on the instructions",
                                "not answered",
                                "answer them first"));
    }

    /** Whether anybody is to be asked when the rounds are over: then the questionnaire opens. */
    static Optional<Event> opening(SessionState state, long now) {
        Optional<Questionnaire> questionnaire = state.plan().forms().questionnaire();
        return questionnaire.isPresent() && FormsDue.isAnybodyAsked(state)
                ? Optional.of(new Event.QuestionnaireOpened(
                        now, now + questionnaire.orElseThrow().millis()))
                : Optional.empty();
    }

    /** Idempotent. Who does not agree, or not any more, leaves. */
    Answer consent(int seat, boolean agreed) {
        Optional<Answer> wrong = wrongSeat(seat);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        SessionState state = deciding.state();
        if (state.plan().forms().consent().isEmpty()) {
            return refused(RefusalCode.WRONG_PHASE, "consent", "asked of nobody", "a session that asks for it");
        }
        boolean consented = state.seat(seat).forms().consented();
        if (!agreed || !consented) {
            deciding.standIns().returned(seat);
            deciding.emit(new Event.ConsentAnswered(deciding.now(), seat, agreed));
        }
        if (!agreed && !consented) {
            Filling.again(deciding.state(), deciding.now(), seat).ifPresent(deciding::emit);
        }
        return DONE;
    }

    /** Idempotent: the same answers with the same number are one attempt, however often they come. */
    Answer comprehend(int seat, int attempt, List<FormAnswer> said) {
        Optional<Answer> wrong = wrongSeat(seat).or(() -> withoutConsent(seat));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        SessionState state = deciding.state();
        Optional<Comprehension> questions = state.plan().forms().comprehension();
        if (questions.isEmpty()) {
            return refused(RefusalCode.WRONG_PHASE, "questions on the instructions", "none", "a session that has some");
        }
        Answers answers = Answers.to(questions.get().asked(), said);
        if (answers.problem().isPresent()) {
            return refused(answers.problem().get());
        }
        SeatForms forms = state.seat(seat).forms();
        if (attempt == forms.attempts() && attempt > 0 && answers.spelled().equals(forms.tried())) {
            return DONE;
        }
        if (forms.isPast(questions.get())) {
            return refused(RefusalCode.WRONG_PHASE, "questions on the instructions", "done", "no answers any more");
        }
        if (attempt != forms.attempts() + 1) {
            return refused(RefusalCode.INVALID_MESSAGE, "attempt", attempt, "the next, " + (forms.attempts() + 1));
        }
        deciding.standIns().returned(seat);
        deciding.emit(new Event.ComprehensionAnswered(
                deciding.now(), seat, attempt, answers.spelled(), missed(questions.get(), answers.spelled())));
        return DONE;
    }

    /** The names of the questions that were answered wrong. All are required, so answers and questions go in pairs. */
    private static List<String> missed(Comprehension comprehension, List<FormAnswer> answers) {
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            CheckQuestion question = comprehension.questions().get(i);
            if (!question.isRight(answers.get(i).value())) {
                missed.add(question.question().name());
            }
        }
        return missed;
    }

    /** Idempotent: the same answers are filled out once. */
    Answer fill(int seat, List<FormAnswer> said) {
        Optional<Answer> wrong = wrongSeat(seat).or(() -> withoutConsent(seat));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        SessionState state = deciding.state();
        if (state.phase() != Phase.QUESTIONNAIRE) {
            return refused(
                    RefusalCode.WRONG_PHASE, "questionnaire", "not open", "one that has opened, after the last round");
        }
        Answers answers =
                Answers.to(state.plan().forms().questionnaire().orElseThrow().questions(), said);
        if (answers.problem().isPresent()) {
            return refused(answers.problem().get());
        }
        Optional<List<FormAnswer>> before = state.seat(seat).forms().questionnaire();
        if (before.isPresent()) {
            return before.get().equals(answers.spelled())
                    ? DONE
                    : refused(RefusalCode.NOT_ALLOWED, "questionnaire", "filled out already", "once");
        }
        deciding.standIns().returned(seat);
        deciding.emit(new Event.QuestionnaireAnswered(deciding.now(), seat, answers.spelled()));
        return DONE;
    }

    private Optional<Answer> wrongSeat(int seat) {
        SessionState state = deciding.state();
        if (state.phase() == Phase.FINISHED) {
            return Optional.of(refused(RefusalCode.WRONG_PHASE, "session", "finished", "one that goes on"));
        }
        if (seat < 0 || seat >= state.seatNumbers() || state.isFree(seat)) {
            return Optional.of(refused(RefusalCode.NOT_ALLOWED, "seat", seat, "one that is taken"));
        }
        Presence presence = state.seat(seat).presence();
        if (presence.isNobodys() || presence.is(HandOver.FILLED)) {
            return Optional.of(refused(RefusalCode.NOT_ALLOWED, "seat", "nobody's", "one that somebody has"));
        }
        return state.isPerson(seat)
                ? Optional.empty()
                : Optional.of(refused(
                        RefusalCode.NOT_ALLOWED, "seat", "a program's", "a person's; programs fill out nothing"));
    }

    private Optional<Answer> withoutConsent(int seat) {
        return FormsDue.hasConsent(deciding.state(), seat)
                ? Optional.empty()
                : unready(deciding.state(), seat).map(Answer.Refused::new);
    }

    private static Answer refused(String problem) {
        return new Answer.Refused(new Refusal(RefusalCode.INVALID_MESSAGE, problem));
    }

    private static Answer refused(RefusalCode code, String what, Object found, String expected) {
        return new Answer.Refused(Refusal.of(code, what, found, expected));
    }
}
