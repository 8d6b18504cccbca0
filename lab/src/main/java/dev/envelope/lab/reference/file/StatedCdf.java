package dev.envelope.lab.reference.file;

import dev.envelope.lab.reference.formula.Expression;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A distribution function that a file writes out beside a family and its parameters, such as {@code (x/hi)^a}: a second
 * statement of the same thing, which has to agree with the first.
 */
final class StatedCdf {

    private static final int PARTS = 64;
    private static final double SAME = 1e-9;

    /** {@code F(x) =} in front, and the support behind. */
    private static final Pattern AROUND =
            Pattern.compile("^\\s*f\\s*\\(\\s*[a-z]+\\s*\\)\\s*=|\\s+(?:on|over|for)\\s.*$", Pattern.CASE_INSENSITIVE);

    private StatedCdf() {}

    /**
     * Refuses {@code cdf} where it is not the distribution function of {@code type}, at 65 evenly spaced values.
     *
     * @param parameters the fields of the distribution, which the function may name
     * @throws IllegalArgumentException naming the function and the family, also where the function cannot be read
     */
    static void check(Object cdf, Map<String, Object> parameters, ValueDistribution type) {
        String family = parameters.get("type") + " with " + numbers(parameters);
        if (!(cdf instanceof String text)) {
            throw wrong(cdf, "a function of x, that of " + family);
        }
        DoubleUnaryOperator stated = read(text, parameters, family);
        for (int i = 0; i <= PARTS; i++) {
            double x = type.lower() + (type.upper() - type.lower()) * i / PARTS;
            double difference = stated.applyAsDouble(x) - type.cdf(x);
            if (!(Math.abs(difference) <= SAME)) {
                throw wrong(
                        cdf,
                        "that of " + family + ", which is " + type.cdf(x) + " at " + x + ", not "
                                + stated.applyAsDouble(x));
            }
        }
    }

    private static DoubleUnaryOperator read(String text, Map<String, Object> parameters, String family) {
        Map<String, Supplier<DoubleUnaryOperator>> names = new LinkedHashMap<>();
        numbers(parameters).forEach((name, number) -> names.put(name.toLowerCase(Locale.ROOT), () -> x -> number));
        try {
            return Expression.parse(AROUND.matcher(text).replaceAll(""), names, Map.of());
        } catch (IllegalArgumentException unread) {
            throw wrong(text, "that of " + family + ", as a formula; " + unread.getMessage());
        }
    }

    private static Map<String, Double> numbers(Map<String, Object> parameters) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (value instanceof Number number) {
                numbers.put(name, number.doubleValue());
            }
        });
        return numbers;
    }

    private static IllegalArgumentException wrong(Object cdf, String expected) {
        return new IllegalArgumentException("cdf: " + cdf + " (expected: " + expected + ")");
    }
}
