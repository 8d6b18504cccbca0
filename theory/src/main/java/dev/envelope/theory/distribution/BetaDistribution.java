package dev.envelope.theory.distribution;

import dev.envelope.theory.numeric.PlainNumber;
import dev.envelope.theory.numeric.RegularizedBeta;
import java.util.List;
import java.util.OptionalDouble;

/** The beta distribution on [lo, hi]: with t = (x − lo)/(hi − lo), f(x) ∝ t^(alpha−1)·(1−t)^(beta−1). */
public final class BetaDistribution implements NumericDistribution {

    private final double alpha;
    private final double beta;
    private final double lower;
    private final double upper;
    private final RegularizedBeta shareBelow;
    private final double unit;

    /**
     * The distribution.
     *
     * @param alpha positive
     * @param beta positive
     * @param lower lo, finite
     * @param upper hi, finite and above lo
     */
    public BetaDistribution(double alpha, double beta, double lower, double upper) {
        Check.positive("beta", "alpha", alpha);
        Check.positive("beta", "beta", beta);
        Check.support("beta", lower, upper);
        this.alpha = alpha;
        this.beta = beta;
        this.lower = lower;
        this.upper = upper;
        this.shareBelow = new RegularizedBeta(alpha, beta);
        this.unit = StrictMath.exp(shareBelow.logBeta()) * (upper - lower);
    }

    /** The exponent of t, and 1. */
    public double alpha() {
        return alpha;
    }

    /** The exponent of 1 − t, and 1. */
    public double beta() {
        return beta;
    }

    @Override
    public double lower() {
        return lower;
    }

    @Override
    public double upper() {
        return upper;
    }

    @Override
    public double cdfInside(double x) {
        return shareBelow.at(share(x));
    }

    @Override
    public double densityInside(double x) {
        double t = share(x);
        return StrictMath.pow(t, alpha - 1) * StrictMath.pow(1 - t, beta - 1) / unit;
    }

    @Override
    public double mean() {
        return lower + (upper - lower) * alpha / (alpha + beta);
    }

    @Override
    public double survivalInside(double x) {
        return shareBelow.mirroredAt((upper - x) / (upper - lower));
    }

    @Override
    public double hazardRate(double x) {
        double above = (upper - x) / (upper - lower);
        return x <= lower || x >= upper
                ? NumericDistribution.super.hazardRate(x)
                : 1 / ((upper - lower) * shareBelow.mirroredOverSlopeAt(above));
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

    private List<Double> numbers() {
        return List.of(alpha, beta, lower, upper);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BetaDistribution that && numbers().equals(that.numbers());
    }

    @Override
    public int hashCode() {
        return numbers().hashCode();
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "beta on " + PlainNumber.range(lower, upper) + " with alpha " + PlainNumber.of(alpha) + " and beta "
                + PlainNumber.of(beta);
    }
}
