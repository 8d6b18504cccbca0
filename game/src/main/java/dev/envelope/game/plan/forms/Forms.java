package dev.envelope.game.plan.forms;

import java.util.Optional;

/**
 * What people fill out around the rounds. Programs and stand-ins fill out nothing.
 *
 * @param consent what they agree to before they may take part, in Markdown; empty where nobody is asked
 * @param comprehension the questions on the instructions; empty for none
 * @param questionnaire what they are asked after the last round; empty for nothing
 * @param link where they go when they are done; empty for nowhere
 */
public record Forms(
        Optional<String> consent,
        Optional<Comprehension> comprehension,
        Optional<Questionnaire> questionnaire,
        Optional<CompletionLink> link) {

    /** Nothing is filled out. */
    public static final Forms NONE = new Forms(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** How long a session that begins when it is full waits for those who have not filled out what comes first: five minutes. */
    public static final long PATIENCE_MILLIS = 300_000;

    /** Whether there is anything to fill out before the rounds. */
    public boolean precedeRounds() {
        return consent.isPresent() || comprehension.isPresent();
    }
}
