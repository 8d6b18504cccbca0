package dev.envelope.lab.plot.game;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as they stand in a picture: four significant digits or all before the point, without trailing zeros. */
public final class Shown {

    private static final MathContext DIGITS = new MathContext(4);
    private static final double NOTHING = 1e-12;
    private static final double SMALL = 1e-5;

    private Shown() {}

    /** {@code value} in a few characters. */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "none" : value > 0 ? "∞" : "−∞";
        }
        if (Math.abs(value) < NOTHING) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded = exact.round(DIGITS);
        if (rounded.scale() < 0) {
            rounded = exact.setScale(0, RoundingMode.HALF_EVEN);
        }
        BigDecimal bare = rounded.stripTrailingZeros();
        String text = Math.abs(value) < SMALL ? bare.toString() : bare.toPlainString();
        return text.replace('-', '−');
    }
}
