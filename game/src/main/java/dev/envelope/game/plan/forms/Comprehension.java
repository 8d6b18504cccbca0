package dev.envelope.game.plan.forms;

import java.util.List;

/**
 * Questions on the instructions, which people answer right, or wrong as often as they may, before they submit anything.
 *
 * @param attempts how often they may try, at least once
 * @param questions the questions with their right answers, at least one, named by their numbers from 1
 */
public record Comprehension(int attempts, List<CheckQuestion> questions) {

    /** How often people may try unless the plan says otherwise. */
    public static final int DEFAULT_ATTEMPTS = 3;

    /** Copies the list. */
    public Comprehension {
        questions = List.copyOf(questions);
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts: " + attempts + " (expected: at least 1)");
        }
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("questions: [] (expected: at least one)");
        }
    }

    /** The questions without their answers. */
    public List<Question> asked() {
        return questions.stream().map(CheckQuestion::question).toList();
    }
}
