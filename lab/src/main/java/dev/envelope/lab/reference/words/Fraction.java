package dev.envelope.lab.reference.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in a text, as decimals or as fractions. */
public final class Fraction {

    /** What such a number looks like. */
    public static final String FORM = "-?[0-9]*\\.?[0-9]+(?:e-?[0-9]+)?(?:\\s*/\\s*[0-9]*\\.?[0-9]+)?";

    private static final Pattern WHOLE = Pattern.compile("\\s*(" + FORM + ")\\s*");

    private Fraction() {}

    /**
     * The number that {@code text} writes.
     *
     * @throws IllegalArgumentException where it writes none
     */
    public static double of(String text) {
        Matcher number = WHOLE.matcher(text);
        if (!number.matches()) {
            throw new IllegalArgumentException("number: " + text + " (expected: a decimal or a fraction)");
        }
        int bar = text.indexOf('/');
        return bar < 0
                ? Double.parseDouble(text.trim())
                : Double.parseDouble(text.substring(0, bar).trim())
                        / Double.parseDouble(text.substring(bar + 1).trim());
    }
}
