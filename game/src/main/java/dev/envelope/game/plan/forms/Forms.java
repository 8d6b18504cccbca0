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
}
