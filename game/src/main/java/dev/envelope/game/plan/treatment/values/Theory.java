package dev.envelope.game.plan.treatment.values;

import dev.envelope.game.plan.syntax.Field;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets theory judge what a plan states. */
public final class Theory {

    private static final Pattern ARGUMENT = Pattern.compile("(.*) \\(expected: (.*)\\)", Pattern.DOTALL);

    private Theory() {}

    /** Whether {@code attempt} goes through; notes theory's objection at {@code field} if not. */
    public static boolean accepts(Field field, Supplier<?> attempt) {
        try {
            return Optional.ofNullable(attempt.get()).isPresent();
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException objection) {
            note(field, Optional.ofNullable(objection.getMessage()).orElse("no number"));
            return false;
        }
    }

    /** {@code found} without the name at its beginning where that is the field's own. */
    private static String unnamed(Field field, String found) {
        int end = found.indexOf(": ");
        String name = end < 0 ? "" : found.substring(0, end).replace(' ', '.');
        return end > 0 && ("." + field.path()).endsWith("." + name) ? found.substring(end + 2) : found;
    }

    private static void note(Field field, String message) {
        Matcher parts = ARGUMENT.matcher(message);
        if (parts.matches()) {
            field.fail(unnamed(field, parts.group(1)), parts.group(2));
        } else {
            field.fail(unnamed(field, message), "a game that theory can compute");
        }
    }
}
