package dev.envelope.game.plan.forms;

import java.util.regex.Pattern;

/**
 * A question and what may be answered.
 *
 * @param name what the answer is called in tables: a letter, then letters, digits and underscores; of questions on the
 *     instructions their number, from 1
 * @param text what is asked
 * @param answer what may be answered
 * @param required whether it must be
 */
public record Question(String name, String text, AnswerForm answer, boolean required) {

    /** What a name looks like. */
    public static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    /** Checks the name. */
    public Question {
        if (!NAME.matcher(name).matches() && !NUMBER.matcher(name).matches()) {
            throw new IllegalArgumentException("name: " + name + " (expected: a letter, then letters, digits and _)");
        }
    }
}
