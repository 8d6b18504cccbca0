package dev.envelope.theory.numeric;

import java.math.BigDecimal;

/** Numbers as people write them in a sentence: without an exponent where they are of usual size, and without {@code .0}. */
public final class PlainNumber {

    private static final double SMALL = 1e-6;
    private static final double LARGE = 1e15;

    private PlainNumber() {}

    /** {@code number} to the last digit. */
    public static String of(double number) {
        boolean isUsual = number == 0 || (Math.abs(number) >= SMALL && Math.abs(number) < LARGE);
        return isUsual
                ? new BigDecimal(Double.toString(number + 0.0))
                        .stripTrailingZeros()
                        .toPlainString()
                : Double.toString(number);
    }

    /** {@code [from, to]}. */
    public static String range(double from, double to) {
        return "[" + of(from) + ", " + of(to) + "]";
    }
}
