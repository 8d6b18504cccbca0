package dev.envelope.lab.person.text;

import dev.envelope.game.plan.forms.AnswerForm;
import dev.envelope.game.plan.forms.Question;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.lab.terminal.PlainMarkdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A question in words, and what a typed line answers to it. */
public final class QuestionText {

    private final Catalogue words;

    public QuestionText(Catalogue words) {
        this.words = words;
    }

    /** The question, number {@code number} of {@code count}, what there is to choose from, and what to type. */
    public List<String> of(Question question, int number, int count) {
        List<String> lines = new ArrayList<>(PlainMarkdown.lines(question.text()));
        lines.set(0, words.text("form.question", number, count, lines.get(0)));
        if (question.answer().kind() == AnswerForm.Kind.CHOICE) {
            List<String> choices = question.answer().words();
            for (int i = 0; i < choices.size(); i++) {
                lines.add(words.text("form.choice", i + 1, choices.get(i)));
            }
        }
        lines.add(expected(question.answer()) + (question.required() ? "" : " " + words.text("form.optional")));
        return lines;
    }

    /** What is to be typed. */
    public String expected(AnswerForm answer) {
        return switch (answer.kind()) {
            case CHOICE -> words.text("form.type.choice", answer.words().size());
            case TEXT -> words.text("form.type.text", answer.longest());
            case NUMBER -> number(answer);
            case SCALE ->
                answer.words().isEmpty()
                        ? words.text("form.type.scale", answer.least(), answer.most())
                        : words.text(
                                "form.type.scale.labels",
                                answer.least(),
                                answer.words().get(0),
                                answer.most(),
                                answer.words().get(1));
        };
    }

    /** A number, with the ends of its range as far as it has any. */
    private String number(AnswerForm answer) {
        String kind = answer.whole() ? "form.type.whole" : "form.type.number";
        boolean from = answer.least().compareTo(PlanLimits.AMOUNT.negate()) > 0;
        boolean to = answer.most().compareTo(PlanLimits.AMOUNT) < 0;
        String least = answer.least().toPlainString();
        String most = answer.most().toPlainString();
        if (from && to) {
            return words.text(kind + ".range", least, most);
        }
        return from ? words.text(kind + ".from", least) : to ? words.text(kind + ".to", most) : words.text(kind);
    }

    /** The answer that {@code line} is; empty where it is none. A choice may be typed by its number, unless that is a choice. */
    public static Optional<String> answer(Question question, String line) {
        AnswerForm form = question.answer();
        Optional<String> said = form.spelled(line);
        String typed = line.strip();
        if (said.isPresent() || form.kind() != AnswerForm.Kind.CHOICE || !typed.matches("[1-9][0-9]?")) {
            return said;
        }
        int number = Integer.parseInt(typed);
        return number <= form.words().size() ? Optional.of(form.words().get(number - 1)) : Optional.empty();
    }
}
