package dev.envelope.lab.reference.words;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings that say in words what others say in fields; words that are not known are refused. */
public final class Prose {

    private static final String NUMBER = "(-?[0-9]+(?:\\.[0-9]+)?(?:/[0-9]+(?:\\.[0-9]+)?)?)";
    private static final String INTERVAL = "\\[ ?" + NUMBER + " ?, ?" + NUMBER + " ?]";
    private static final Pattern UNIFORM = Pattern.compile("(?:u|uniform|uniform on|uniform over) ?" + INTERVAL);
    private static final Pattern POWER = Pattern.compile(
            "f(?:\\(x\\)|\\(v\\)|\\(c\\))? ?= ?[xvc](?: ?\\^ ?" + NUMBER + ")?(?: on " + INTERVAL + ")?");
    private static final List<String> COUNTS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private Prose() {}

    /** The clauses of a text in small letters: what semicolons, and commas outside brackets, part. */
    public static List<String> clauses(String text) {
        List<String> clauses = new ArrayList<>();
        StringBuilder clause = new StringBuilder();
        int depth = 0;
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
            if (c == ';' || (c == ',' && depth == 0)) {
                clauses.add(clause.toString().trim());
                clause.setLength(0);
            } else {
                clause.append(c == '’' ? '\'' : c);
            }
        }
        clauses.add(clause.toString().trim());
        clauses.removeIf(String::isEmpty);
        return clauses;
    }

    /** The distribution that is written as {@code U[lo,hi]} or {@code F=x^a}, by default on [0, 1]. */
    public static ValueDistribution distribution(String text) {
        String small = text.trim().toLowerCase(Locale.ROOT);
        Matcher uniform = UNIFORM.matcher(small);
        if (uniform.matches()) {
            return UniformDistribution.of(number(uniform.group(1)), number(uniform.group(2)));
        }
        Matcher power = POWER.matcher(small);
        if (power.matches()) {
            boolean isElsewhere =
                    power.group(2) != null && (number(power.group(2)) != 0 || number(power.group(3)) != 1);
            if (isElsewhere) {
                throw new IllegalArgumentException(
                        "distribution: " + text + " (expected: F = x^a on [0,1], where it is a distribution)");
            }
            return PowerDistribution.of(power.group(1) == null ? 1 : number(power.group(1)), 0, 1);
        }
        throw new IllegalArgumentException("distribution: " + text + " (expected: such as U[0,1] or F=x^2)");
    }

    /** A whole number in figures or, up to ten, in words. */
    public static int count(String text) {
        int word = COUNTS.indexOf(text);
        return word >= 0 ? word : Integer.parseInt(text);
    }

    /** A decimal number or a fraction. */
    public static double number(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Double.parseDouble(text)
                : Double.parseDouble(text.substring(0, slash)) / Double.parseDouble(text.substring(slash + 1));
    }

    /** What {@link #count} reads, as a pattern. */
    public static String counts() {
        return "(" + String.join("|", COUNTS.subList(2, COUNTS.size())) + "|[0-9]{1,3})";
    }

    /** What {@link #number} reads, as a pattern with one group. */
    public static String numbers() {
        return NUMBER;
    }
}
