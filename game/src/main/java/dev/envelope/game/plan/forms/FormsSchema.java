package dev.envelope.game.plan.forms;

import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Schema;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of what people fill out. */
public final class FormsSchema {

    private FormsSchema() {}

    /** The schema of each key of a plan that is about it. */
    public static Map<String, Schema> keys() {
        Schema checks = Schema.list(check(), PlanLimits.QUESTIONS);
        Schema questions = Schema.list(question(), PlanLimits.QUESTIONS);
        Map<String, Schema> keys = new LinkedHashMap<>();
        keys.put("consent", Schema.text(PlanLimits.TEXT));
        keys.put(
                "comprehension",
                Schema.object(
                                FormsReader.COMPREHENSION,
                                Map.of("attempts", Schema.whole(1, PlanLimits.ATTEMPTS), "questions", checks))
                        .with("required", List.of("questions")));
        keys.put(
                "questionnaire",
                Schema.either(
                        questions,
                        Schema.object(
                                        FormsReader.QUESTIONNAIRE,
                                        Map.of(
                                                "questions",
                                                questions,
                                                "seconds",
                                                Schema.number(BigDecimal.ONE, BigDecimal.valueOf(PlanLimits.SECONDS))))
                                .with("required", List.of("questions"))));
        keys.put("completion_link", Schema.text(PlanLimits.QUESTION));
        return keys;
    }

    private static Schema check() {
        Schema text = Schema.text(PlanLimits.QUESTION);
        return Schema.object(
                        CheckQuestionReader.KEYS,
                        Map.of(
                                "question", text,
                                "choices", Schema.list(text, PlanLimits.CHOICES),
                                "answer", text,
                                "tolerance", Schema.number(BigDecimal.ZERO, PlanLimits.AMOUNT),
                                "hint", text))
                .with("required", List.of("question", "answer"));
    }

    private static Schema question() {
        Schema text = Schema.text(PlanLimits.QUESTION);
        return Schema.object(
                        QuestionReader.KEYS,
                        Map.of(
                                "name", Schema.text(PlanLimits.NAME),
                                "question", text,
                                "type", Schema.words(QuestionReader.TYPES),
                                "minimum", Schema.number(),
                                "maximum", Schema.number(),
                                "whole", Schema.flag(),
                                "choices", Schema.list(text, PlanLimits.CHOICES),
                                "labels", Schema.list(text, 2),
                                "longest", Schema.whole(1, PlanLimits.TYPED),
                                "required", Schema.flag()))
                .with("required", List.of("name", "question", "type"));
    }
}
