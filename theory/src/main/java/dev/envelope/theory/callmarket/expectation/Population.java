package dev.envelope.theory.callmarket.expectation;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MirroredDistribution;
import dev.envelope.theory.numeric.Kinks;
import java.util.ArrayList;
import java.util.List;

/**
 * The traders of a call market of unit supply and demand: types are independent, and alike within a side.
 *
 * @param buyers m, how many buyers, 1 to {@value #MOST}
 * @param values F, the distribution of each buyer's value
 * @param sellers n, how many sellers, 1 to {@value #MOST}
 * @param costs G, the distribution of each seller's cost
 */
public record Population(int buyers, ValueDistribution values, int sellers, ValueDistribution costs) {

    /** The most traders of one side for which binomial probabilities are exact enough. */
    public static final int MOST = 1_000;

    /** Checks the numbers. */
    public Population {
        check("buyers", buyers);
        check("sellers", sellers);
    }

    /** The same market with the sides exchanged, through types of the other sign. */
    public Population mirrored() {
        return new Population(/* buyers= */ sellers, mirror(costs), /* sellers= */ buyers, mirror(values));
    }

    /** The lowest type of either side. */
    public double lowest() {
        return Math.min(values.lower(), costs.lower());
    }

    /** The highest type of either side. */
    public double highest() {
        return Math.max(values.upper(), costs.upper());
    }

    /** Whether a buyer and a seller may gain by trading, and may not. */
    public boolean isTradeUncertain() {
        return values.upper() > costs.lower() && values.lower() < costs.upper();
    }

    /** {@code from}, where F or G is not smooth in between, {@code to}. */
    double[] pieces(double from, double to) {
        List<Double> kinks = new ArrayList<>(bends(values));
        kinks.addAll(bends(costs));
        return Kinks.between(from, to, kinks);
    }

    /** 0, the ranks of {@code along} at which the other side's distribution or its own is not smooth, 1. */
    double[] ranks(ValueDistribution along) {
        List<Double> kinks = new ArrayList<>(bends(values));
        kinks.addAll(bends(costs));
        return Kinks.between(0, 1, kinks.stream().map(along::cdf).toList());
    }

    /** The points at which a distribution function is not smooth, the ends of its support among them. */
    static List<Double> bends(ValueDistribution distribution) {
        List<Double> bends = new ArrayList<>(distribution.kinks());
        bends.add(distribution.lower());
        bends.add(distribution.upper());
        return bends;
    }

    private static ValueDistribution mirror(ValueDistribution distribution) {
        return distribution instanceof MirroredDistribution mirrored
                ? mirrored.base()
                : new MirroredDistribution(distribution);
    }

    private static void check(String name, int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(name + ": " + count + " (expected: 1 to " + MOST + ")");
        }
    }
}
