package dev.envelope.theory.distribution;

import dev.envelope.theory.numeric.PlainNumber;
import java.util.OptionalDouble;

/**
 * The uniform distribution on [{@code lower}, {@code upper}]: F(x) = (x − a)/(w − a), ψ(x) = 2x − w exactly.
 *
 * @param lower a, finite
 * @param upper w, finite and above a
 */
public record UniformDistribution(double lower, double upper) implements ValueDistribution {

    /** Checks the support. */
    public UniformDistribution {
        Check.support("uniform", lower, upper);
    }

    /**
     * Values between {@code lo} and {@code hi}, all equally likely.
     *
     * @throws IllegalArgumentException unless both are finite and {@code lo} is below {@code hi}
     */
    public static UniformDistribution of(double lo, double hi) {
        return new UniformDistribution(lo, hi);
    }

    @Override
    public double cdf(double x) {
        return x <= lower ? 0 : x >= upper ? 1 : (x - lower) / (upper - lower);
    }

    @Override
    public double survival(double x) {
        return x <= lower ? 1 : x >= upper ? 0 : (upper - x) / (upper - lower);
    }

    @Override
    public double density(double x) {
        return x < lower || x > upper ? 0 : 1 / (upper - lower);
    }

    @Override
    public double quantile(double p) {
        Check.probability(p);
        return p == 1 ? upper : Math.min(upper, lower + p * (upper - lower));
    }

    @Override
    public double mean() {
        return lower + (upper - lower) / 2;
    }

    @Override
    public double virtualValue(double x) {
        return 2 * x - upper;
    }

    @Override
    public double inverseVirtualValue(double v) {
        return v > upper ? Double.POSITIVE_INFINITY : Math.max(lower, (v + upper) / 2);
    }

    @Override
    public double virtualCost(double x) {
        return 2 * x - lower;
    }

    @Override
    public OptionalDouble peak() {
        return OptionalDouble.of(lower);
    }

    @Override
    public boolean isRegular() {
        return true;
    }

    @Override
    public UniformDistribution affine(double scale, double shift) {
        Check.affine(scale, shift);
        return new UniformDistribution(scale * lower + shift, scale * upper + shift);
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "uniform on " + PlainNumber.range(lower, upper);
    }
}
