package dev.envelope.game.plan.forms;

import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Section;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what people fill out: {@code consent}, {@code comprehension}, {@code questionnaire}, {@code completion_link}. */
public final class FormsReader {

    /** The keys that are read here. */
    public static final Keys KEYS = Keys.of("consent", "comprehension", "questionnaire", "completion_link");

    /** The keys of {@code comprehension}. */
    static final Keys COMPREHENSION = Keys.of("attempts", "questions");

    /** The keys of {@code questionnaire}. */
    static final Keys QUESTIONNAIRE = Keys.of("questions", "seconds");

    private static final String QUESTIONS = "questions";

    private final Section root;

    /** Reads the forms of the plan at {@code root}. */
    public FormsReader(Section root) {
        this.root = root;
    }

    /** The forms; what is wrong with them is noted. */
    public Forms read() {
        return new Forms(
                root.get("consent").flatMap(field -> field.text(PlanLimits.TEXT)),
                root.get("comprehension").flatMap(FormsReader::comprehension),
                root.get("questionnaire").flatMap(FormsReader::questionnaire),
                root.get("completion_link").flatMap(FormsReader::link));
    }

    private static Optional<Comprehension> comprehension(Field field) {
        Optional<Section> section = Section.of(field, COMPREHENSION, "{attempts: 3, questions: [{question, answer}]}");
        if (section.isEmpty()) {
            return Optional.empty();
        }
        int attempts = section.get()
                .get("attempts")
                .flatMap(f -> f.whole(1, PlanLimits.ATTEMPTS))
                .orElse(Comprehension.DEFAULT_ATTEMPTS);
        List<Field> items = questions(section.get());
        List<CheckQuestion> questions = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            CheckQuestionReader.read(items.get(i), i + 1).ifPresent(questions::add);
        }
        return questions.size() == items.size() && !questions.isEmpty()
                ? Optional.of(new Comprehension(attempts, questions))
                : Optional.empty();
    }

    private static List<Field> questions(Section section) {
        return section.need(QUESTIONS, "a list of questions")
                .map(f -> f.items(PlanLimits.QUESTIONS, QUESTIONS))
                .orElse(List.of());
    }

    private static Optional<Questionnaire> questionnaire(Field field) {
        if (field.isList()) {
            return questionnaire(field.items(PlanLimits.QUESTIONS, QUESTIONS), Questionnaire.DEFAULT_MILLIS);
        }
        return Section.of(field, QUESTIONNAIRE, "a list of questions, or {questions: [...], seconds: 600}")
                .flatMap(section -> questionnaire(
                        questions(section),
                        section.get("seconds").flatMap(FormsReader::millis).orElse(Questionnaire.DEFAULT_MILLIS)));
    }

    private static Optional<Long> millis(Field field) {
        return field.number(BigDecimal.ONE, BigDecimal.valueOf(PlanLimits.SECONDS))
                .map(s -> s.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static Optional<Questionnaire> questionnaire(List<Field> items, long millis) {
        List<Question> questions = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int typed = 0;
        for (Field item : items) {
            Optional<Question> question = QuestionReader.read(item);
            if (question.isEmpty()) {
                continue;
            }
            if (!names.add(question.get().name())) {
                item.fail("the name " + question.get().name() + " is given twice", "every name once");
                continue;
            }
            questions.add(question.get());
            int before = typed;
            typed += question.get().answer().longest();
            if (before <= PlanLimits.TYPED && typed > PlanLimits.TYPED) {
                item.fail(
                        "answers of " + typed + " characters together",
                        "at most " + PlanLimits.TYPED + "; a text has 500 unless longest says otherwise");
            }
        }
        return questions.size() == items.size() && !questions.isEmpty()
                ? Optional.of(new Questionnaire(questions, millis))
                : Optional.empty();
    }

    private static Optional<CompletionLink> link(Field field) {
        return field.text(PlanLimits.QUESTION)
                .flatMap(text -> CompletionLink.isAddress(text)
                        ? Optional.of(new CompletionLink(text))
                        : field.fail(CompletionLink.EXPECTED));
    }
}
