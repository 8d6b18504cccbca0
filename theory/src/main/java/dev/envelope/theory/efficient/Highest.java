package dev.envelope.theory.efficient;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.List;

/**
 * Y = max(floor, X_1, …, X_m) of independent types, by quadrature of distribution functions alone.
 *
 * @param types the distributions; with none of them Y is the floor
 * @param floor what Y is at least, −∞ where there is no such thing
 */
record Highest(List<ValueDistribution> types, double floor) {

    /** P(Y ≤ y). */
    double cdf(double y) {
        return y < floor ? 0 : below(y);
    }

    /** E[max(z, Y)]; −∞ where there is nobody and no floor, and z is −∞. */
    double expectedMaximum(double z) {
        double from = Math.max(z, floor);
        double top = types.stream().mapToDouble(ValueDistribution::upper).max().orElse(from);
        double start =
                types.stream().mapToDouble(ValueDistribution::lower).max().orElse(from);
        if (from >= top) {
            return from;
        }
        double least = Math.max(from, start);
        return top - Quadrature.integrate(this::below, Kinks.between(least, top, OneDimensionalChoice.kinksOf(types)));
    }

    private double below(double y) {
        double product = 1;
        for (ValueDistribution type : types) {
            product *= type.cdf(y);
        }
        return product;
    }
}
