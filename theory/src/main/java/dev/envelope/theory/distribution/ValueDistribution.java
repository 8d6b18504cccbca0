package dev.envelope.theory.distribution;

import dev.envelope.theory.numeric.Bisection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The distribution of one agent's private type on a bounded support [{@link #lower()}, {@link #upper()}].
 *
 * <p>Values are in the caller's unit of money. A distribution owns no generator: a draw is {@link #quantile} of a
 * uniform number. All methods are deterministic to the bit on every JDK.
 */
public interface ValueDistribution {

    /** The lowest type a; may be negative. */
    double lower();

    /** The highest type w; above {@link #lower()}. */
    double upper();

    /** F(x) = P(X ≤ x), in [0, 1]; 0 below and 1 above the support. */
    double cdf(double x);

    /** 1 − F(x) = P(X &gt; x), in [0, 1], where a family can without cancellation near the upper end. */
    default double survival(double x) {
        return 1 - cdf(x);
    }

    /** The density f(x), 0 outside the support. */
    double density(double x);

    /**
     * The smallest x in the support with F(x) ≥ p.
     *
     * @throws IllegalArgumentException unless 0 ≤ p ≤ 1
     */
    double quantile(double p);

    /** E[X]. */
    double mean();

    /**
     * Myerson's virtual value ψ(x) = x − (1 − F(x)) / f(x), for x in the support; its limit w at the upper end, and −∞
     * where the density is 0 below it.
     */
    default double virtualValue(double x) {
        return x >= upper() ? upper() : x - 1 / hazardRate(x);
    }

    /**
     * The smallest z in the support with ψ(z) ≥ v, +∞ where there is none; for a regular distribution. At v = 0 it is the
     * optimal reserve. Found by bisection to the last bit unless a family knows better.
     */
    default double inverseVirtualValue(double v) {
        if (v > virtualValue(upper())) {
            return Double.POSITIVE_INFINITY;
        }
        return Bisection.reaching(lower(), upper(), this::virtualValue, v);
    }

    /** The virtual cost x + F(x) / f(x) of a seller, for x in the support; its limit a at the lower end. */
    default double virtualCost(double x) {
        return x <= lower() ? lower() : x + cdf(x) / density(x);
    }

    /** The hazard rate f(x) / (1 − F(x)), per unit of value; +∞ at the upper end. */
    default double hazardRate(double x) {
        return x >= upper() ? Double.POSITIVE_INFINITY : density(x) / survival(x);
    }

    /** Whether the virtual value is increasing on the support. */
    boolean isRegular();

    /** The points inside the support at which F is not smooth, in increasing order: where quadrature must be split. */
    default List<Double> kinks() {
        return List.of();
    }

    /**
     * The points next to which f grows, or may grow, without bound, in increasing order: ends of the support, or among the
     * {@link #kinks}. Near them ranks are finer than types.
     */
    default List<Double> singularities() {
        return Stream.of(lower(), upper())
                .filter(end -> !Double.isFinite(density(end)))
                .toList();
    }

    /** The type up to which f does not fall and from which on it does not rise; empty where none is known. */
    default OptionalDouble peak() {
        return OptionalDouble.empty();
    }

    /** What f does not fall below on [{@code from}, {@code to}], a part of the support; 0 where nothing better is known. */
    default double leastDensity(double from, double to) {
        double least = Math.min(density(from), density(to));
        return peak().isPresent() && least >= 0 ? least : 0;
    }

    /** What f does not exceed on [{@code from}, {@code to}], a part of the support; +∞ where nothing better is known. */
    default double mostDensity(double from, double to) {
        double peak = Math.max(from, Math.min(to, peak().orElse(Double.NaN)));
        double most = density(peak);
        return most >= 0 && !Double.isNaN(peak) ? most : Double.POSITIVE_INFINITY;
    }

    /**
     * The distribution of scale · X + shift, of the same family where the family is closed under it.
     *
     * @throws IllegalArgumentException unless {@code scale} is positive and both are finite
     */
    default ValueDistribution affine(double scale, double shift) {
        return new AffineDistribution(this, scale, shift);
    }
}
