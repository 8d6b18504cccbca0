package dev.envelope.lab.plot.game;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as they stand in a picture: four significant digits, without trailing zeros. */
public final class Shown {

    private static final MathContext DIGITS = new MathContext(4);
    private static final double NOTHING = 1e-12;

    private Shown() {}

    /** {@code value} in a few characters. */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "none" : value > 0 ? "∞" : "−∞";
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return Math.abs(value) < NOTHING ? "0" : rounded.toPlainString().replace('-', '−');
    }
}
