package dev.envelope.theory.unlike;

import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The all-pay auction between two bidders whose values have different distributions (Amann &amp; Leininger, <i>Games and
 * Economic Behavior</i>, 1996).
 *
 * <p>A value x of one bids as much as the value k(x) of the other at which ∫_x^w f(s)/s ds is the same for both; then
 * β(x) = ∫ k(s)·f(s) ds from the lowest value on. Where one of the integrals ends earlier, the other's lowest values bid 0
 * all of them. Checked by {@code UnlikeAllPayTest} against a search for better bids.
 */
public final class UnlikeAllPay {

    private static final double ACCURACY = 1e-13;
    private static final double DEEPEST = 1e-290;
    private static final int CELLS = 128;

    private final List<ValueDistribution> types;
    private final List<Stretch> stretches;

    private UnlikeAllPay(List<ValueDistribution> types) {
        this.types = types;
        this.stretches = types.stream().map(Stretch::of).toList();
    }

    /**
     * The auction of two bidders.
     *
     * @param types the distributions of their values, which are at least 0
     */
    public static UnlikeAllPay of(List<ValueDistribution> types) {
        if (types.size() != 2 || types.stream().anyMatch(type -> type.lower() < 0)) {
            throw new IllegalArgumentException(
                    "types: " + types + " (expected: two bidders with values of at least 0, where all pay)");
        }
        return new UnlikeAllPay(List.copyOf(types));
    }

    /** The distributions of the values. */
    public List<ValueDistribution> types() {
        return types;
    }

    /** The value with which the other bids as much as {@code bidder} does with {@code value}. */
    public double match(int bidder, double value) {
        return stretches.get(1 - bidder).valueAt(stretches.get(bidder).to(value));
    }

    /** The lowest value that bids more than 0, or the lowest value. */
    public double silentUpTo(int bidder) {
        Stretch own = stretches.get(bidder);
        return own.valueAt(stretches.get(1 - bidder).whole());
    }

    /** What {@code bidder} of value {@code value} bids. */
    public double bid(int bidder, double value) {
        double from = silentUpTo(bidder);
        return value <= from ? 0 : expectation(bidder, from, value, s -> match(bidder, s));
    }

    /** The probability that {@code bidder} wins with {@code value}; half of it where both bid 0 by a draw. */
    public double winProbability(int bidder, double value) {
        double silent = types.get(1 - bidder).cdf(silentUpTo(1 - bidder));
        if (value < silentUpTo(bidder)) {
            return silent / 2;
        }
        return types.get(1 - bidder).cdf(match(bidder, value));
    }

    /** What {@code bidder} of value {@code value} expects to gain. */
    public double utility(int bidder, double value) {
        return value * winProbability(bidder, value) - bid(bidder, value);
    }

    /** What {@code bidder} pays on average: ∫ k(s)·f(s)·(1 − F(s)) ds. */
    public double payment(int bidder) {
        ValueDistribution type = types.get(bidder);
        return expectation(bidder, silentUpTo(bidder), type.upper(), s -> match(bidder, s) * (1 - type.cdf(s)));
    }

    /** The probability that {@code bidder} wins. */
    public double winProbability(int bidder) {
        return average(bidder, x -> winProbability(bidder, x));
    }

    /** E[the winner's value; {@code bidder} wins]. */
    public double gains(int bidder) {
        return average(bidder, x -> x * winProbability(bidder, x));
    }

    /** The probability that the object goes to whom it is worth less. */
    public double misallocation() {
        ValueDistribution other = types.get(1);
        return average(0, x -> Math.abs(winProbability(0, x) - other.cdf(x)));
    }

    private double average(int bidder, DoubleUnaryOperator f) {
        ValueDistribution type = types.get(bidder);
        double silent = silentUpTo(bidder);
        return expectation(bidder, type.lower(), silent, f) + expectation(bidder, silent, type.upper(), f);
    }

    private double expectation(int bidder, double from, double to, DoubleUnaryOperator f) {
        ValueDistribution type = types.get(bidder);
        List<Double> kinks = new ArrayList<>();
        for (double kink : types.get(1 - bidder).kinks()) {
            kinks.add(match(1 - bidder, kink));
        }
        return Expectation.of(type, from, to, ACCURACY * type.upper(), kinks, f);
    }

    /** ∫_x^w f(s)/s ds of one bidder, over the logarithm of s, where it is smooth down to 0. */
    private static final class Stretch {

        private final ValueDistribution type;

        /** In increasing order, the last of them ln w. */
        private final double[] logs;

        /** The integral from each to the last. */
        private final double[] rest;

        private Stretch(ValueDistribution type, double[] logs, double[] rest) {
            this.type = type;
            this.logs = logs;
            this.rest = rest;
        }

        static Stretch of(ValueDistribution type) {
            double low = StrictMath.log(Math.max(type.lower(), DEEPEST * type.upper()));
            double high = StrictMath.log(type.upper());
            List<Double> points = new ArrayList<>();
            type.kinks().stream().filter(kink -> kink > 0).forEach(kink -> points.add(StrictMath.log(kink)));
            for (int i = 1; i < CELLS; i++) {
                points.add(low + i * (high - low) / CELLS);
            }
            double[] logs = Kinks.between(low, high, points);
            double[] rest = new double[logs.length];
            for (int i = logs.length - 2; i >= 0; i--) {
                rest[i] = rest[i + 1] + piece(type, logs[i], logs[i + 1]);
            }
            return new Stretch(type, logs, rest);
        }

        private static double piece(ValueDistribution type, double from, double to) {
            return Quadrature.integrateWithin(1e-16, t -> type.density(StrictMath.exp(t)), from, to);
        }

        double whole() {
            return rest[0];
        }

        double to(double value) {
            double log = Math.max(logs[0], StrictMath.log(value));
            if (log >= logs[logs.length - 1]) {
                return 0;
            }
            int found = Arrays.binarySearch(logs, log);
            int after = found >= 0 ? found : -found - 1;
            return rest[after] + (found >= 0 ? 0 : piece(type, log, logs[after]));
        }

        /** The value from which on the integral is {@code amount}; the lowest where it is all less. */
        double valueAt(double amount) {
            if (amount >= rest[0]) {
                return type.lower();
            }
            int after = 1;
            while (rest[after] > amount) {
                after++;
            }
            int cell = after;
            double log =
                    Bisection.first(logs[cell - 1], logs[cell], t -> rest[cell] + piece(type, t, logs[cell]) <= amount);
            return Math.min(type.upper(), StrictMath.exp(log));
        }
    }
}
