package dev.envelope.game.plan.forms;

import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Unprintable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What may be answered to a question. Answers are text; each has one spelling, so that the same answer is always recorded alike.
 *
 * @param kind what kind of answer
 * @param least the lowest number, of a NUMBER and of a SCALE
 * @param most the highest number
 * @param whole whether the number must be whole
 * @param words the choices, of which one is the answer; of a SCALE nothing, or what its lowest and its highest point mean
 * @param longest how long a TEXT may be, in characters
 */
public record AnswerForm(Kind kind, BigDecimal least, BigDecimal most, boolean whole, List<String> words, int longest) {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)");
    private static final int LONGEST_NUMBER = 40;
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    /** The kinds of answer. */
    public enum Kind {
        /** A decimal number. */
        NUMBER,
        /** One of the choices, word for word. */
        CHOICE,
        /** Text of one's own, of several lines if need be. */
        TEXT,
        /** A whole number on a scale. */
        SCALE
    }

    /** Copies the list; there is something that may be answered. */
    public AnswerForm {
        words = List.copyOf(words);
        if (least.compareTo(most) > 0) {
            throw new IllegalArgumentException("least: " + least + " (expected: at most " + most + ")");
        }
        if (kind == Kind.CHOICE && words.size() < 2) {
            throw new IllegalArgumentException("words: " + words + " (expected: at least two to choose from)");
        }
    }

    /** A number from {@code least} to {@code most}. */
    public static AnswerForm number(BigDecimal least, BigDecimal most, boolean whole) {
        return new AnswerForm(Kind.NUMBER, least, most, whole, List.of(), 0);
    }

    /** One of {@code choices}. */
    public static AnswerForm choice(List<String> choices) {
        return new AnswerForm(Kind.CHOICE, ZERO, ZERO, false, choices, 0);
    }

    /** A text of at most {@code longest} characters. */
    public static AnswerForm text(int longest) {
        return new AnswerForm(Kind.TEXT, ZERO, ZERO, false, List.of(), longest);
    }

    /** A whole number from {@code least} to {@code most}, whose ends {@code labels} explain, if any. */
    public static AnswerForm scale(int least, int most, List<String> labels) {
        return new AnswerForm(Kind.SCALE, BigDecimal.valueOf(least), BigDecimal.valueOf(most), true, labels, 0);
    }

    /** The one spelling of the answer {@code said}; empty where that is no answer. An answer of nothing but blanks is none. */
    public Optional<String> spelled(String said) {
        return switch (kind) {
            case NUMBER, SCALE -> number(said.strip());
            case CHOICE -> Optional.of(said.strip()).filter(words::contains);
            case TEXT -> Optional.of(said.replace("\r\n", "\n").strip()).filter(this::isText);
        };
    }

    private Optional<String> number(String said) {
        if (said.length() > LONGEST_NUMBER || !NUMBER.matcher(said).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(said);
        boolean fits = number.compareTo(least) >= 0
                && number.compareTo(most) <= 0
                && (!whole || number.remainder(BigDecimal.ONE).signum() == 0);
        return fits ? Optional.of(plain(number)) : Optional.empty();
    }

    /** A number in its one spelling: no exponent, no zeros at the end. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private boolean isText(String said) {
        return !said.isEmpty()
                && said.codePointCount(0, said.length()) <= longest
                && Unprintable.first(said).isEmpty();
    }

    /** What is expected, in words. */
    public String expected() {
        return switch (kind) {
            case NUMBER -> (whole ? "a whole number" : "a number") + range();
            case SCALE -> "a whole number" + range();
            case CHOICE -> "one of " + String.join(", ", words);
            case TEXT -> "a text of 1 to " + longest + " characters, none of them a control character";
        };
    }

    private String range() {
        boolean any = most.compareTo(PlanLimits.AMOUNT) == 0 && least.compareTo(PlanLimits.AMOUNT.negate()) == 0;
        return any ? "" : " from " + least.toPlainString() + " to " + most.toPlainString();
    }
}
