package dev.envelope.game.plan.forms;

import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads a question on the instructions, with its right answer. */
final class CheckQuestionReader {

    /** The keys of a question. */
    static final Keys KEYS = Keys.of("question", "choices", "answer", "tolerance", "hint");

    private CheckQuestionReader() {}

    /** The question at {@code field}, the {@code number}-th from 1; what is wrong with it is noted. */
    static Optional<CheckQuestion> read(Field field, int number) {
        Optional<Section> section = Section.of(field, KEYS, "a question and its answer");
        if (section.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> text =
                section.get().need("question", "what is asked").flatMap(f -> f.text(PlanLimits.QUESTION));
        Optional<AnswerForm> form = form(section.get());
        Optional<String> right =
                section.get().need("answer", "the right answer").flatMap(f -> form.flatMap(a -> right(f, a)));
        BigDecimal tolerance = tolerance(section.get());
        String hint = section.get()
                .get("hint")
                .flatMap(f -> f.text(PlanLimits.QUESTION))
                .orElse("");
        return text.isPresent() && form.isPresent() && right.isPresent()
                ? Optional.of(new CheckQuestion(
                        new Question(Integer.toString(number), text.get(), form.get(), true),
                        right.get(),
                        tolerance,
                        hint))
                : Optional.empty();
    }

    private static Optional<AnswerForm> form(Section section) {
        return section.has("choices")
                ? QuestionReader.choices(section.at("choices")).map(AnswerForm::choice)
                : Optional.of(AnswerForm.number(PlanLimits.AMOUNT.negate(), PlanLimits.AMOUNT, false));
    }

    private static BigDecimal tolerance(Section section) {
        if (section.has("choices")) {
            section.get("tolerance").ifPresent(f -> f.fail("given beside choices", "tolerance left out"));
            return BigDecimal.ZERO;
        }
        return section.get("tolerance")
                .flatMap(f -> f.number(BigDecimal.ZERO, PlanLimits.AMOUNT))
                .orElse(BigDecimal.ZERO);
    }

    /** The right answer: a number, or a choice by its words or, where they are no choice, by its number from 1. */
    private static Optional<String> right(Field field, AnswerForm form) {
        if (form.kind() == AnswerForm.Kind.NUMBER) {
            return field.amount().flatMap(number -> form.spelled(number.toPlainString()));
        }
        List<String> choices = form.words();
        String expected = "one of the choices, or its number from 1 to " + choices.size();
        Optional<String> said = field.text(PlanLimits.QUESTION);
        if (said.isEmpty() || choices.contains(said.get())) {
            return said;
        }
        return said.get().matches("[1-9][0-9]?") && Integer.parseInt(said.get()) <= choices.size()
                ? Optional.of(choices.get(Integer.parseInt(said.get()) - 1))
                : field.fail(expected);
    }
}
