package dev.envelope.game.plan.roles;

import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;

/**
 * A distribution whose support ends are set to whole ticks that floating point missed by its noise, so that a report of
 * the lowest or highest type is within the support.
 *
 * @param base the distribution, with ends a rounding error away
 * @param lower the lowest type, a whole number
 * @param upper the highest type, a whole number
 */
record WholeEnds(ValueDistribution base, double lower, double upper) implements ValueDistribution {

    /** {@code base} with the nearest whole ends; itself where they are whole. */
    static ValueDistribution of(ValueDistribution base) {
        double lower = StrictMath.rint(base.lower());
        double upper = StrictMath.rint(base.upper());
        return lower == base.lower() && upper == base.upper() ? base : new WholeEnds(base, lower, upper);
    }

    @Override
    public double cdf(double x) {
        return x <= lower ? 0 : x >= upper ? 1 : base.cdf(x);
    }

    @Override
    public double survival(double x) {
        return x <= lower ? 1 : x >= upper ? 0 : base.survival(x);
    }

    @Override
    public double density(double x) {
        return x < lower || x > upper ? 0 : base.density(inBase(x));
    }

    @Override
    public double quantile(double p) {
        return within(base.quantile(p), lower, upper);
    }

    @Override
    public double mean() {
        return base.mean();
    }

    @Override
    public double virtualValue(double x) {
        return base.virtualValue(inBase(x));
    }

    @Override
    public double virtualCost(double x) {
        return base.virtualCost(inBase(x));
    }

    @Override
    public double inverseVirtualValue(double v) {
        return within(base.inverseVirtualValue(v), lower, upper);
    }

    @Override
    public boolean isRegular() {
        return base.isRegular();
    }

    @Override
    public List<Double> kinks() {
        return base.kinks();
    }

    private double inBase(double x) {
        return within(x, base.lower(), base.upper());
    }

    private static double within(double x, double least, double most) {
        return StrictMath.max(least, StrictMath.min(most, x));
    }
}
