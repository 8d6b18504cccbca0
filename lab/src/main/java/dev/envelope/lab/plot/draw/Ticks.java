package dev.envelope.lab.plot.draw;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis: multiples of 1, 2, 2.5 or 5 times a power of ten, written without an exponent. */
final class Ticks {

    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final int LONGEST = 9;

    private Ticks() {}

    /**
     * The numbers on [{@code from}, {@code to}], increasing.
     *
     * @param most how many parts there may be, at least 1
     */
    static List<BigDecimal> of(double from, double to, int most) {
        BigDecimal step = step((to - from) / most);
        BigDecimal tick =
                BigDecimal.valueOf(from).divide(step, 0, RoundingMode.CEILING).multiply(step);
        List<BigDecimal> ticks = new ArrayList<>();
        BigDecimal end = BigDecimal.valueOf(to);
        while (tick.compareTo(end) <= 0) {
            ticks.add(tick);
            tick = tick.add(step);
        }
        return ticks;
    }

    /** The least round number of at least {@code least}. */
    private static BigDecimal step(double least) {
        int exponent = (int) Math.floor(Math.log10(least));
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(exponent);
        for (double round : ROUND) {
            BigDecimal step = unit.multiply(BigDecimal.valueOf(round));
            if (step.doubleValue() >= least * (1 - 1e-9)) {
                return step;
            }
        }
        return unit.multiply(BigDecimal.TEN);
    }

    /** The number as people write it; with an exponent only where it would be long. */
    static String text(BigDecimal tick) {
        BigDecimal bare = tick.signum() == 0 ? BigDecimal.ZERO : tick.stripTrailingZeros();
        String plain = bare.toPlainString();
        String shown = plain.length() <= LONGEST
                ? plain
                : bare.round(new MathContext(4)).stripTrailingZeros().toString();
        return shown.replace('-', '−');
    }
}
