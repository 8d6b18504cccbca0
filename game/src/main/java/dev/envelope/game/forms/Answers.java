package dev.envelope.game.forms;

import dev.envelope.game.plan.forms.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The answers of a form: in the order of its questions, each in its one spelling, so that the same answers are always the same.
 *
 * @param spelled the answers; of questions that need none, only those that were answered
 * @param problem what is wrong with them, as name, value and expectation; empty where nothing is
 */
public record Answers(List<FormAnswer> spelled, Optional<String> problem) {

    private static final int SHOWN = 60;

    /** Copies the list. */
    public Answers {
        spelled = List.copyOf(spelled);
    }

    /** What {@code said} answers to {@code questions}. An answer of nothing but blanks is none. */
    public static Answers to(List<Question> questions, List<FormAnswer> said) {
        Map<String, String> byName = new HashMap<>();
        for (FormAnswer answer : said) {
            if (questions.stream().noneMatch(question -> question.name().equals(answer.name()))) {
                return wrong(
                        "question",
                        answer.name(),
                        questions.stream().map(Question::name).collect(Collectors.joining(", ", "one of ", "")));
            }
            if (byName.put(answer.name(), answer.value()) != null) {
                return wrong(answer.name(), "answered twice", "one answer");
            }
        }
        List<FormAnswer> spelled = new ArrayList<>();
        for (Question question : questions) {
            String value = byName.getOrDefault(question.name(), "");
            Optional<String> answer = question.answer().spelled(value);
            if (answer.isPresent()) {
                spelled.add(new FormAnswer(question.name(), answer.get()));
            } else if (!value.isBlank() || question.required()) {
                return wrong(question.name(), value, question.answer().expected());
            }
        }
        return new Answers(spelled, Optional.empty());
    }

    private static Answers wrong(String name, String found, String expected) {
        return new Answers(List.of(), Optional.of(shown(name) + ": " + shown(found) + " (expected: " + expected + ")"));
    }

    private static String shown(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ").strip();
        if (line.isEmpty()) {
            return "nothing";
        }
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
