package dev.envelope.theory.bilateral;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The expectation of a function of a type, by quadrature over types; over ranks where the density is infinite somewhere, near which types are too coarse.
 */
public final class Expectation {

    /** The error of a piece in units of the range of types: below what matters, above the rounding of what is integrated. */
    static final double ACCURACY = 1e-15;

    private Expectation() {}

    /**
     * E[h(X); from ≤ X ≤ to].
     *
     * @param kinks where {@code h} or the density is not smooth
     */
    public static double of(ValueDistribution type, double from, double to, DoubleUnaryOperator h, List<Double> kinks) {
        double accuracy = ACCURACY * Math.max(Math.abs(type.lower()), Math.abs(type.upper()));
        double[] types = Kinks.between(from, Math.max(from, to), kinks);
        if (type.singularities().isEmpty()) {
            return Quadrature.integrateWithin(accuracy, x -> h.applyAsDouble(x) * type.density(x), types);
        }
        double[] ranks = Arrays.stream(types).map(type::cdf).toArray();
        return Quadrature.integrateWithin(accuracy, rank -> h.applyAsDouble(type.quantile(rank)), ranks);
    }
}
