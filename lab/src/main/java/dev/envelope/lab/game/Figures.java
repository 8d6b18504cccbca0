package dev.envelope.lab.game;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them: eight significant digits, without trailing zeros. */
final class Figures {

    private static final MathContext SHOWN = new MathContext(8);
    private static final double SMALL = 1e-4;
    private static final double LARGE = 1e12;

    private Figures() {}

    static String of(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(SHOWN).stripTrailingZeros();
        boolean ordinary = Math.abs(value) >= SMALL && Math.abs(value) < LARGE;
        return ordinary ? rounded.toPlainString() : rounded.toString();
    }
}
