package dev.envelope.game.plan.forms;

import dev.envelope.game.plan.syntax.Choice;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Section;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a question of a questionnaire. */
final class QuestionReader {

    /** The keys of a question. */
    static final Keys KEYS = Keys.of(
            "name", "question", "type", "minimum", "maximum", "whole", "choices", "labels", "longest", "required");

    /** The words of {@code type}. */
    static final Choice<AnswerForm.Kind> TYPES = Choice.<AnswerForm.Kind>none()
            .or("number", AnswerForm.Kind.NUMBER)
            .or("choice", AnswerForm.Kind.CHOICE)
            .or("text", AnswerForm.Kind.TEXT)
            .or("scale", AnswerForm.Kind.SCALE);

    /** How long a typed answer may be unless the plan says otherwise. */
    static final int LONGEST = 500;

    /** The ends of a scale unless the plan says otherwise. */
    static final int SCALE_FROM = 1;

    static final int SCALE_TO = 7;

    /** The lowest and the highest end that a scale may have. */
    static final int SCALE_LEAST = -100;

    static final int SCALE_MOST = 100;

    private static final String MINIMUM = "minimum";
    private static final String MAXIMUM = "maximum";
    private static final String NAMES = "a letter, then letters, digits and _, 40 at most";

    private final Section section;

    private QuestionReader(Section section) {
        this.section = section;
    }

    /** The question at {@code field}; what is wrong with it is noted. */
    static Optional<Question> read(Field field) {
        return Section.of(field, KEYS, "a question, such as {name: age, question: How old are you?, type: number}")
                .flatMap(section -> new QuestionReader(section).question());
    }

    private Optional<Question> question() {
        Optional<String> name = section.need("name", NAMES).flatMap(QuestionReader::name);
        Optional<String> text = section.need("question", "what is asked").flatMap(f -> f.text(PlanLimits.QUESTION));
        Optional<AnswerForm> answer = section.need("type", TYPES.expected())
                .flatMap(f -> f.choice(TYPES))
                .flatMap(this::answer);
        boolean required = section.get("required").flatMap(Field::flag).orElse(true);
        return name.isPresent() && text.isPresent() && answer.isPresent()
                ? Optional.of(new Question(name.get(), text.get(), answer.get(), required))
                : Optional.empty();
    }

    private static Optional<String> name(Field field) {
        return field.text(PlanLimits.NAME)
                .flatMap(name -> Question.NAME.matcher(name).matches() ? Optional.of(name) : field.fail(NAMES));
    }

    private Optional<AnswerForm> answer(AnswerForm.Kind kind) {
        switch (kind) {
            case NUMBER -> allow(MINIMUM, MAXIMUM, "whole");
            case CHOICE -> allow("choices");
            case TEXT -> allow("longest");
            case SCALE -> allow(MINIMUM, MAXIMUM, "labels");
        }
        return switch (kind) {
            case NUMBER -> number();
            case CHOICE ->
                section.need("choices", "a list of choices")
                        .flatMap(QuestionReader::choices)
                        .map(AnswerForm::choice);
            case TEXT ->
                Optional.of(AnswerForm.text(section.get("longest")
                        .flatMap(f -> f.whole(1, PlanLimits.TYPED))
                        .orElse(LONGEST)));
            case SCALE -> scale();
        };
    }

    /** Notes the keys that mean nothing for this kind of answer. */
    private void allow(String... keys) {
        List<String> own = List.of(keys);
        for (String key : List.of(MINIMUM, MAXIMUM, "whole", "choices", "labels", "longest")) {
            if (!own.contains(key)) {
                section.get(key)
                        .ifPresent(f -> f.fail("given for another type", "of limits: " + String.join(", ", own)));
            }
        }
    }

    private Optional<AnswerForm> number() {
        BigDecimal least = section.get(MINIMUM).flatMap(Field::amount).orElse(PlanLimits.AMOUNT.negate());
        BigDecimal most = section.get(MAXIMUM).flatMap(Field::amount).orElse(PlanLimits.AMOUNT);
        boolean whole = section.get("whole").flatMap(Field::flag).orElse(false);
        if (least.compareTo(most) > 0) {
            return section.at(MAXIMUM).fail("at least the minimum, " + least.toPlainString());
        }
        return whole && least.setScale(0, RoundingMode.CEILING).compareTo(most) > 0
                ? section.at(MAXIMUM).fail("a range with a whole number in it")
                : Optional.of(AnswerForm.number(least, most, whole));
    }

    private Optional<AnswerForm> scale() {
        int least = section.get(MINIMUM)
                .flatMap(f -> f.whole(SCALE_LEAST, SCALE_MOST - 1))
                .orElse(SCALE_FROM);
        Optional<Integer> most =
                section.has(MAXIMUM) ? section.at(MAXIMUM).whole(least + 1, SCALE_MOST) : Optional.of(SCALE_TO);
        Optional<List<String>> labels = section.get("labels").flatMap(QuestionReader::labels);
        if (most.isPresent() && most.get() <= least) {
            return section.at(MINIMUM).fail("below the maximum, " + most.get());
        }
        return most.map(highest -> AnswerForm.scale(least, highest, labels.orElse(List.of())));
    }

    private static Optional<List<String>> labels(Field field) {
        List<String> labels = texts(field.items(2, "labels, what the lowest and the highest point mean"));
        return labels.size() == 2
                ? Optional.of(labels)
                : field.fail("two texts: what the lowest and the highest point mean");
    }

    /** Different texts to choose from, at least two. */
    static Optional<List<String>> choices(Field field) {
        List<Field> items = field.items(PlanLimits.CHOICES, "choices");
        List<String> choices = texts(items);
        if (items.isEmpty() || choices.size() < items.size()) {
            return Optional.empty();
        }
        return choices.size() < 2 || choices.stream().distinct().count() < choices.size()
                ? field.fail("at least two choices, all different")
                : Optional.of(choices);
    }

    private static List<String> texts(List<Field> items) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> item.text(PlanLimits.QUESTION).ifPresent(texts::add));
        return texts;
    }
}
