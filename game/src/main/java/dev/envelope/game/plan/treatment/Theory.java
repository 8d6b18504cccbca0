package dev.envelope.game.plan.treatment;

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
    static boolean accepts(Field field, Supplier<?> attempt) {
        try {
            return Optional.ofNullable(attempt.get()).isPresent();
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException objection) {
            note(field, Optional.ofNullable(objection.getMessage()).orElse("no number"));
            return false;
        }
    }

    private static void note(Field field, String message) {
        Matcher parts = ARGUMENT.matcher(message);
        if (parts.matches()) {
            field.fail(parts.group(1), parts.group(2));
        } else {
            field.fail(message, "a game that theory can compute");
        }
    }
}
