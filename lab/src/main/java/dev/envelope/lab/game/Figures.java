package dev.envelope.lab.game;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them: eight significant digits, without trailing zeros. */
final class Figures {

    private static final MathContext SHOWN = new MathContext(8);
    private static final double NOISE = 1e-14;
    private static final double SMALL = 1e-4;
    private static final double LARGE = 1e12;

    private Figures() {}

    /** The same, where what is no more than floating-point noise of sums as large as {@code scale} is 0. */
    static String of(double value, double scale) {
        return of(Math.abs(value) <= NOISE * Math.abs(scale) ? 0 : value);
    }

    static String of(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(SHOWN).stripTrailingZeros();
        boolean ordinary = Math.abs(value) >= SMALL && Math.abs(value) < LARGE;
        return ordinary ? rounded.toPlainString() : rounded.toString();
    }
}
