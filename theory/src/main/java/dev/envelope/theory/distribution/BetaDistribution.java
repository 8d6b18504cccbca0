package dev.envelope.theory.distribution;

import dev.envelope.theory.numeric.PlainNumber;
import java.util.OptionalDouble;
import org.apache.commons.math3.special.Beta;

/**
 * The beta distribution on [lo, hi]: with t = (x − lo)/(hi − lo), f(x) ∝ t^(alpha−1)·(1−t)^(beta−1).
 *
 * @param alpha positive
 * @param beta positive
 * @param lower lo, finite
 * @param upper hi, finite and above lo
 */
public record BetaDistribution(double alpha, double beta, double lower, double upper) implements NumericDistribution {

    private static final double RELATIVE_ERROR = 1e-15;
    private static final int MAX_TERMS = 10_000;

    /** Checks the numbers. */
    public BetaDistribution {
        Check.positive("beta", "alpha", alpha);
        Check.positive("beta", "beta", beta);
        Check.support("beta", lower, upper);
    }

    @Override
    public double cdfInside(double x) {
        return Beta.regularizedBeta(share(x), alpha, beta, RELATIVE_ERROR, MAX_TERMS);
    }

    @Override
    public double densityInside(double x) {
        double t = share(x);
        return StrictMath.pow(t, alpha - 1)
                * StrictMath.pow(1 - t, beta - 1)
                / (StrictMath.exp(Beta.logBeta(alpha, beta)) * (upper - lower));
    }

    @Override
    public double mean() {
        return lower + (upper - lower) * alpha / (alpha + beta);
    }

    @Override
    public double survivalInside(double x) {
        return Beta.regularizedBeta((upper - x) / (upper - lower), beta, alpha, RELATIVE_ERROR, MAX_TERMS);
    }

    @Override
    public OptionalDouble peak() {
        return isTrough()
                ? OptionalDouble.empty()
                : OptionalDouble.of(alpha <= 1 && beta >= 1 ? lower : beta <= 1 ? upper : turn());
    }

    /** Where both exponents are below 1 the density falls to one point and rises from it. */
    @Override
    public double leastDensity(double from, double to) {
        return isTrough()
                ? density(Math.max(from, Math.min(to, turn())))
                : NumericDistribution.super.leastDensity(from, to);
    }

    @Override
    public double mostDensity(double from, double to) {
        return isTrough() ? Math.max(density(from), density(to)) : NumericDistribution.super.mostDensity(from, to);
    }

    private boolean isTrough() {
        return alpha < 1 && beta < 1;
    }

    /** Where the slope of the density is 0, the exponents being both above or both below 1. */
    private double turn() {
        return lower + (upper - lower) * (alpha - 1) / (alpha + beta - 2);
    }

    /** Whether both exponents are at least 1, so that the density is log-concave, or else what a grid shows. */
    @Override
    public boolean isRegular() {
        return (alpha >= 1 && beta >= 1) || NumericDistribution.super.isRegular();
    }

    @Override
    public BetaDistribution affine(double scale, double shift) {
        Check.affine(scale, shift);
        return new BetaDistribution(alpha, beta, scale * lower + shift, scale * upper + shift);
    }

    private double share(double x) {
        return (x - lower) / (upper - lower);
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "beta on " + PlainNumber.range(lower, upper) + " with alpha " + PlainNumber.of(alpha) + " and beta "
                + PlainNumber.of(beta);
    }
}
