package dev.envelope.theory.distribution;

import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * E[f(X); from ≤ X ≤ to]: over values where the density is finite, and over ranks, x = F^{-1}(u), where it is infinite
 * somewhere.
 */
public final class Expectation {

    private Expectation() {}

    /**
     * The integral of {@code f} against the distribution.
     *
     * @param accuracy an absolute error that does no harm, in the unit of f
     * @param kinks where f is not smooth, in any order; those of the distribution are known
     */
    public static double of(
            ValueDistribution type,
            double from,
            double to,
            double accuracy,
            List<Double> kinks,
            DoubleUnaryOperator f) {
        double first = Math.max(from, type.lower());
        double last = Math.min(to, type.upper());
        if (first >= last) {
            return 0;
        }
        List<Double> all = new ArrayList<>(kinks);
        all.addAll(type.kinks());
        if (type.singularities().isEmpty()) {
            return Quadrature.integrateWithin(
                    accuracy, x -> f.applyAsDouble(x) * type.density(x), Kinks.between(first, last, all));
        }
        List<Double> ranks =
                all.stream().filter(Double::isFinite).map(type::cdf).toList();
        return Quadrature.integrateWithin(
                accuracy,
                u -> f.applyAsDouble(type.quantile(u)),
                Kinks.between(type.cdf(first), type.cdf(last), ranks));
    }
}
