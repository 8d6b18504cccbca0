package dev.envelope.theory.unlike.descent;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Kinks;
import java.util.ArrayList;
import java.util.List;

/**
 * The value whose rank is e^−y, for a distribution of values that are at least 0, and how fast it falls with y.
 *
 * <p>A table of values that come close to both ends, with the ranks of these, says roughly where the value is: next to the ends F and 1 − F
 * are nearly powers of the distance, so that logarithms are interpolated. Newton's method does the rest. For the lowest ranks F is taken
 * to be a power of the distance to the lowest value.
 */
public final class RankedValues {

    /** From where on ranks are low. */
    private static final double DEEP = 18;

    /** How close to an end the table comes, in units of the support and of the value. */
    private static final double CLOSE = 1e-16;

    private static final double CLOSER = 0.5;
    private static final double HALF = 0.5;
    private static final int MAX_STEPS = 100;

    /** A step of Newton's method, in units of the distance to an end, after which the next makes no difference. */
    private static final double CONVERGED = 1e-9;

    private final ValueDistribution type;
    private final double middle;
    private final double[] values;
    private final double[] depths;

    /** How fast the logarithm of the distance to the lowest value falls for low ranks. */
    private final double slope;

    /** The values of {@code type}. */
    public RankedValues(ValueDistribution type) {
        this.type = type;
        this.middle = type.quantile(HALF);
        List<Double> ranked = new ArrayList<>();
        List<Double> found = new ArrayList<>();
        double before = 0;
        ranked.add(type.upper());
        found.add(0.0);
        double[] candidates = candidates(type);
        for (int i = candidates.length - 2; i > 0 && before < DEEP; i--) {
            double y = depthOf(candidates[i]);
            if (y > before && y < Double.POSITIVE_INFINITY) {
                ranked.add(candidates[i]);
                found.add(y);
                before = y;
            }
        }
        this.values = ranked.stream().mapToDouble(Double::doubleValue).toArray();
        this.depths = found.stream().mapToDouble(Double::doubleValue).toArray();
        double fall = -slopeOf(lowest(), depths[depths.length - 1]) / (lowest() - type.lower());
        this.slope = fall > 0 && fall < Double.POSITIVE_INFINITY ? fall : 0;
    }

    /**
     * A value and its derivative.
     *
     * @param at the value
     * @param slope its derivative with respect to y, at most 0
     */
    public record Value(double at, double slope) {}

    private static double[] candidates(ValueDistribution type) {
        double low = type.lower();
        double range = type.upper() - low;
        List<Double> points = new ArrayList<>(type.kinks());
        double least = low > 0 ? Math.ulp(low) / range : Double.MIN_NORMAL;
        for (double share = HALF; share > Math.max(least, CLOSE * CLOSE); share *= CLOSER) {
            points.add(low + share * range);
            points.add(low + 0.75 * share * range);
        }
        for (double share = HALF; share > Math.max(CLOSE, Math.ulp(type.upper()) / range); share *= CLOSER) {
            points.add(type.upper() - share * range);
            points.add(type.upper() - 0.75 * share * range);
        }
        return Kinks.between(low, type.upper(), points);
    }

    private double lowest() {
        return values[values.length - 1];
    }

    /** −ln of the rank of {@code value}. */
    public double depthOf(double value) {
        return value < middle ? -StrictMath.log(type.cdf(value)) : -StrictMath.log1p(-type.survival(value));
    }

    /** dv/dy at value {@code value}, whose rank is e^−y. */
    private double slopeOf(double value, double y) {
        double fall = StrictMath.exp(-y) / type.density(value);
        return fall < Double.POSITIVE_INFINITY ? -fall : Double.NEGATIVE_INFINITY;
    }

    /** The value whose rank is e^−y. */
    public Value at(double y) {
        if (y <= 0) {
            return new Value(type.upper(), slopeOf(type.upper(), 0));
        }
        double deepest = depths[depths.length - 1];
        if (y >= deepest) {
            double above = (lowest() - type.lower()) * StrictMath.exp(-slope * (y - deepest));
            return new Value(type.lower() + above, -slope * above);
        }
        int cell = cellOf(y);
        return refined(y, cell, guess(y, cell));
    }

    private int cellOf(double y) {
        int low = 0;
        int high = depths.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (depths[middle] <= y) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double guess(double y, int cell) {
        double above = values[cell];
        double below = values[cell + 1];
        double first = depths[cell];
        double last = depths[cell + 1];
        boolean isHigh = below - type.lower() > type.upper() - above;
        double guess;
        if (isHigh && cell > 0) {
            double part = StrictMath.log(y / first) / StrictMath.log(last / first);
            guess = type.upper()
                    - (type.upper() - above) * power((type.upper() - below) / (type.upper() - above), part);
        } else if (isHigh) {
            guess = type.upper() - (type.upper() - below) * (y / last);
        } else {
            double part = (y - first) / (last - first);
            guess = type.lower()
                    + (above - type.lower()) * power((below - type.lower()) / (above - type.lower()), part);
        }
        return Math.max(below, Math.min(above, guess));
    }

    private static double power(double base, double exponent) {
        return StrictMath.exp(exponent * StrictMath.log(base));
    }

    /** Newton's method for the logarithm of y, halving where it leaves what is known to hold the value. */
    private Value refined(double y, int cell, double guess) {
        double high = values[cell];
        double low = values[cell + 1];
        double value = guess;
        double fall = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < MAX_STEPS; i++) {
            double here = depthOf(value);
            if (here < y) {
                high = Math.min(high, value);
            } else {
                low = Math.max(low, value);
            }
            fall = slopeOf(value, here);
            double next = value + fall * here * StrictMath.log(y / here);
            boolean isInside = next >= low && next <= high;
            next = isInside ? next : low + (high - low) / 2;
            double step = Math.abs(next - value);
            boolean isDone = isInside && step <= CONVERGED * Math.min(value - type.lower(), type.upper() - value);
            boolean isLast = step <= Math.ulp(value);
            value = next;
            if (isDone || isLast) {
                break;
            }
        }
        return new Value(value, fall);
    }
}
