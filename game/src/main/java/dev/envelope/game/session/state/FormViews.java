package dev.envelope.game.session.state;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.forms.FormKind;
import dev.envelope.game.forms.SeatForms;
import dev.envelope.game.plan.forms.CheckQuestion;
import dev.envelope.game.plan.forms.Comprehension;
import dev.envelope.game.plan.forms.Forms;
import dev.envelope.game.view.FormPage;
import dev.envelope.game.view.FormsStatus;
import dev.envelope.game.view.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a seat may know of what people fill out: the one place where that is decided. */
final class FormViews {

    private FormViews() {}

    /** What {@code kind} says; empty where there is no such page, or not yet. */
    static Optional<FormPage> page(SessionState state, FormKind kind) {
        Forms forms = state.plan().forms();
        return switch (kind) {
            case CONSENT -> forms.consent().map(text -> new FormPage(kind, text, List.of()));
            case INSTRUCTIONS ->
                Optional.of(state.plan().instructions())
                        .filter(text -> !text.isEmpty())
                        .map(text -> new FormPage(kind, text, List.of()));
            case COMPREHENSION -> forms.comprehension().map(asked -> new FormPage(kind, "", asked.asked()));
            case QUESTIONNAIRE ->
                forms.questionnaire()
                        .filter(asked -> isOver(state))
                        .map(asked -> new FormPage(kind, "", asked.questions()));
        };
    }

    /** How far a seat, or a spectator without one, is. */
    static FormsStatus status(SessionState state, OptionalInt seat) {
        List<FormKind> pages = new ArrayList<>();
        for (FormKind kind : FormKind.values()) {
            page(state, kind).ifPresent(page -> pages.add(kind));
        }
        if (pages.isEmpty() && state.plan().forms().equals(Forms.NONE)) {
            return FormsStatus.NONE;
        }
        if (seat.isEmpty() || !state.isPerson(seat.getAsInt())) {
            return new FormsStatus(pages, Optional.empty(), false, 0, 0, List.of(), List.of(), false, Optional.empty());
        }
        return status(state, seat.getAsInt(), pages);
    }

    private static FormsStatus status(SessionState state, int seat, List<FormKind> pages) {
        SeatForms own = state.seat(seat).forms();
        Optional<Comprehension> asked = state.plan().forms().comprehension();
        return new FormsStatus(
                pages,
                FormsDue.due(state, seat),
                own.consented(),
                own.attempts(),
                asked.filter(questions -> !own.isPast(questions))
                        .map(questions -> questions.attempts() - own.attempts())
                        .orElse(0),
                asked.map(questions -> wrong(questions, own)).orElse(List.of()),
                asked.map(questions -> solutions(questions, own)).orElse(List.of()),
                own.questionnaire().isPresent(),
                link(state, seat));
    }

    private static List<FormsStatus.Wrong> wrong(Comprehension asked, SeatForms own) {
        return asked.questions().stream()
                .filter(question -> own.wrong().contains(question.question().name()))
                .map(question -> new FormsStatus.Wrong(question.question().name(), question.hint()))
                .toList();
    }

    /** The right answers, for who did not find them and may try no more. */
    private static List<FormAnswer> solutions(Comprehension asked, SeatForms own) {
        return own.attempts() < asked.attempts() || own.wrong().isEmpty()
                ? List.of()
                : asked.questions().stream().map(FormViews::solution).toList();
    }

    private static FormAnswer solution(CheckQuestion question) {
        return new FormAnswer(question.question().name(), question.right());
    }

    private static Optional<String> link(SessionState state, int seat) {
        Forms forms = state.plan().forms();
        boolean done = isOver(state)
                && FormsDue.hasConsent(state, seat)
                && (state.phase() == Phase.FINISHED
                        || forms.questionnaire().isEmpty()
                        || state.seat(seat).forms().questionnaire().isPresent());
        return done ? forms.link().map(link -> link.filled(seat, state.joinCode())) : Optional.empty();
    }

    private static boolean isOver(SessionState state) {
        return state.phase() == Phase.QUESTIONNAIRE || state.phase() == Phase.FINISHED;
    }
}
