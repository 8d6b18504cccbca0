package dev.envelope.game.plan.forms;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people are asked after the last round.
 *
 * @param questions the questions, at least one, each under a name of its own
 * @param millis how long they may take, in milliseconds; above 0
 */
public record Questionnaire(List<Question> questions, long millis) {

    /** How long they may take unless the plan says otherwise: ten minutes. */
    public static final long DEFAULT_MILLIS = 600_000;

    /** Copies the list. */
    public Questionnaire {
        questions = List.copyOf(questions);
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("questions: [] (expected: at least one)");
        }
        Set<String> names = questions.stream().map(Question::name).collect(Collectors.toSet());
        if (names.size() < questions.size()) {
            throw new IllegalArgumentException("questions: a name twice (expected: every name once)");
        }
        if (millis < 1) {
            throw new IllegalArgumentException("millis: " + millis + " (expected: at least 1)");
        }
    }
}
