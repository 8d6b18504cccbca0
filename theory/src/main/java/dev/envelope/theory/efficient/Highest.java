package dev.envelope.theory.efficient;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.List;

/** Y = max(floor, X_1, …, X_m) of independent types, by quadrature of distribution functions alone. */
final class Highest {

    private final List<ValueDistribution> distinct = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private final double floor;

    /**
     * The highest of types with given distributions.
     *
     * @param types the distributions; with none of them Y is the floor
     * @param floor what Y is at least, −∞ where there is no such thing
     */
    Highest(List<ValueDistribution> types, double floor) {
        this.floor = floor;
        for (ValueDistribution type : types) {
            int known = distinct.indexOf(type);
            if (known < 0) {
                distinct.add(type);
                counts.add(1);
            } else {
                counts.set(known, counts.get(known) + 1);
            }
        }
    }

    /** P(Y ≤ y). */
    double cdf(double y) {
        return y < floor ? 0 : below(y);
    }

    /** E[max(z, Y)]; −∞ where there is nobody and no floor, and z is −∞. */
    double expectedMaximum(double z) {
        double from = Math.max(z, floor);
        double top =
                distinct.stream().mapToDouble(ValueDistribution::upper).max().orElse(from);
        double start =
                distinct.stream().mapToDouble(ValueDistribution::lower).max().orElse(from);
        if (from >= top) {
            return from;
        }
        double least = Math.max(from, start);
        return top
                - Quadrature.integrate(this::below, Kinks.between(least, top, OneDimensionalChoice.kinksOf(distinct)));
    }

    private double below(double y) {
        double product = 1;
        for (int i = 0; i < counts.size(); i++) {
            double one = distinct.get(i).cdf(y);
            product *= counts.get(i) == 1 ? one : StrictMath.pow(one, counts.get(i));
        }
        return product;
    }
}
