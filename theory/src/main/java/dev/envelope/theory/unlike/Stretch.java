package dev.envelope.theory.unlike;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Interpolant;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.RunningIntegral;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * ∫_x^w f(s)/s ds of one bidder as a function of x, and its inverse: over the logarithm of s, where f is smooth down to 0, and over
 * ranks next to an end above 0 at which f has no bound.
 */
final class Stretch {

    /** The lowest value told from 0, in units of the highest. */
    private static final double DEEPEST = 1e-290;

    /** A density that is less at such a value vanishes at 0. */
    private static final double NOTHING = 1e-30;

    /** A density without a bound at 0 has another size in each. */
    private static final int CELLS = 128;

    private static final double ACCURACY = 1e-14;

    private static final double ROUNDING = 2e-16;

    /** Steps after which an inverse is as near as rounding lets it be. */
    private static final int MAX_STEPS = 100;

    private final ValueDistribution type;

    /** The ends of the cells, in increasing order, the last of them ln w. */
    private final double[] logs;

    /** f(e^t) in each cell. */
    private final List<DoubleUnaryOperator> densities = new ArrayList<>();

    /** The integral from t to the end of each cell. */
    private final List<DoubleUnaryOperator> integrals = new ArrayList<>();

    /** The integral from each end to the last. */
    private final double[] rest;

    private Stretch(ValueDistribution type, double[] logs) {
        this.type = type;
        this.logs = logs;
        for (int i = 1; i < logs.length; i++) {
            add(i - 1);
        }
        this.rest = new double[logs.length];
        for (int i = logs.length - 2; i >= 0; i--) {
            rest[i] = rest[i + 1] + integrals.get(i).applyAsDouble(logs[i]);
        }
    }

    private void add(int cell) {
        double from = logs[cell];
        double to = logs[cell + 1];
        boolean isUnboundedBelow = cell == 0 && isUnbounded(type.lower());
        boolean isUnboundedAbove = cell == logs.length - 2 && isUnbounded(type.upper());
        if (isUnboundedBelow || isUnboundedAbove) {
            densities.add(this::density);
            RunningIntegral overRanks = RunningIntegral.of(Interpolant.of(
                    rank -> 1 / type.quantile(rank), ACCURACY, type.cdf(value(from)), type.cdf(value(to))));
            integrals.add(t -> overRanks.total() - overRanks.applyAsDouble(type.cdf(value(t))));
        } else {
            Interpolant kept = Interpolant.of(this::density, ACCURACY, from, to);
            densities.add(kept);
            RunningIntegral upTo = RunningIntegral.of(kept);
            integrals.add(t -> upTo.total() - upTo.applyAsDouble(t));
        }
    }

    private boolean isUnbounded(double end) {
        return end > 0 && type.singularities().contains(end);
    }

    private double density(double log) {
        return type.density(value(log));
    }

    /** e^t, which is to be a type. */
    private double value(double log) {
        return Math.max(type.lower(), Math.min(type.upper(), StrictMath.exp(log)));
    }

    static Stretch of(ValueDistribution type) {
        double low = StrictMath.log(Math.max(type.lower(), DEEPEST * type.upper()));
        double high = StrictMath.log(type.upper());
        List<Double> points = new ArrayList<>();
        type.kinks().stream().filter(kink -> kink > 0).forEach(kink -> points.add(StrictMath.log(kink)));
        for (int i = 1; i < CELLS; i++) {
            points.add(low + i * (high - low) / CELLS);
        }
        return new Stretch(type, Kinks.between(low, high, points));
    }

    /** The integral from the lowest value on; +∞ where it has none from 0 on. */
    double whole() {
        boolean isEndless = type.lower() == 0 && density(logs[0]) > NOTHING;
        return isEndless ? Double.POSITIVE_INFINITY : rest[0];
    }

    /** The integral from {@code value} on. */
    double from(double value) {
        double log = Math.max(logs[0], StrictMath.log(value));
        if (log >= logs[logs.length - 1]) {
            return 0;
        }
        int found = Arrays.binarySearch(logs, log);
        return from(found >= 0 ? found : -found - 2, log);
    }

    private double from(int cell, double log) {
        return rest[cell + 1] + integrals.get(cell).applyAsDouble(log);
    }

    /** The value from which on the integral is {@code amount}; the lowest where it is all less. */
    double valueAt(double amount) {
        if (amount >= rest[0]) {
            return type.lower();
        }
        int cell = 0;
        int end = rest.length - 1;
        while (end - cell > 1) {
            int middle = (cell + end) / 2;
            if (rest[middle] > amount) {
                cell = middle;
            } else {
                end = middle;
            }
        }
        return value(logAt(amount, cell));
    }

    /** Newton's method, halving where it leaves what is known to hold the answer. */
    private double logAt(double amount, int cell) {
        double more = logs[cell];
        double less = logs[cell + 1];
        double log = (more + less) / 2;
        for (int i = 0; i < MAX_STEPS; i++) {
            double excess = from(cell, log) - amount;
            if (excess > 0) {
                more = log;
            } else {
                less = log;
            }
            double next = log + excess / densities.get(cell).applyAsDouble(log);
            if (!(next > more && next < less)) {
                next = more + (less - more) / 2;
            }
            double step = Math.abs(next - log);
            log = next;
            if (step <= ROUNDING * Math.abs(log)) {
                return log;
            }
        }
        return log;
    }
}
