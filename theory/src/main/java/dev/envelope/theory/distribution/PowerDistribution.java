package dev.envelope.theory.distribution;

import dev.envelope.theory.numeric.PlainNumber;
import java.util.OptionalDouble;

/**
 * The power distribution on [lo, hi]: F(x) = t^a with t = (x − lo)/(hi − lo).
 *
 * <p>ψ(x) = lo + (hi − lo)·((1+a)·t − t^(1−a))/a; regular iff a ≥ 1. Its inverse is a closed form for a = 1 (the uniform),
 * a = 2, and at ψ = lo.
 *
 * @param a the exponent, positive
 * @param lower lo, finite
 * @param upper hi, finite and above lo
 */
public record PowerDistribution(double a, double lower, double upper) implements ValueDistribution {

    /** Checks the numbers. */
    public PowerDistribution {
        Check.positive("power", "a", a);
        Check.support("power", lower, upper);
    }

    /**
     * The power distribution with exponent {@code a}, which is the uniform one at 1.
     *
     * @throws IllegalArgumentException unless {@code a} is positive, and the support finite and not empty
     */
    public static ValueDistribution of(double a, double lo, double hi) {
        PowerDistribution power = new PowerDistribution(a, lo, hi);
        return a == 1 ? UniformDistribution.of(lo, hi) : power;
    }

    @Override
    public double cdf(double x) {
        return x <= lower ? 0 : x >= upper ? 1 : StrictMath.pow(share(x), a);
    }

    @Override
    public double survival(double x) {
        double above = (upper - x) / (upper - lower);
        return x <= lower ? 1 : x >= upper ? 0 : -StrictMath.expm1(a * StrictMath.log1p(-above));
    }

    @Override
    public double density(double x) {
        return x < lower || x > upper ? 0 : a * StrictMath.pow(share(x), a - 1) / (upper - lower);
    }

    @Override
    public double quantile(double p) {
        Check.probability(p);
        return p == 1 ? upper : at(StrictMath.pow(p, 1 / a));
    }

    @Override
    public double mean() {
        return at(a / (a + 1));
    }

    @Override
    public double virtualValue(double x) {
        double t = share(x);
        return x >= upper ? upper : lower + (upper - lower) * ((1 + a) * t - StrictMath.pow(t, 1 - a)) / a;
    }

    @Override
    public double inverseVirtualValue(double v) {
        double target = a * (v - lower) / (upper - lower);
        if (v >= upper) {
            return v > upper ? Double.POSITIVE_INFINITY : upper;
        }
        if (a == 2) {
            double root = Math.sqrt(target * target + 12);
            return at(target > 0 ? (target + root) / 6 : 2 / (root - target));
        }
        if (target == 0 && a > 1) {
            return at(StrictMath.pow(1 + a, -1 / a));
        }
        return ValueDistribution.super.inverseVirtualValue(v);
    }

    @Override
    public double virtualCost(double x) {
        return x + (x - lower) / a;
    }

    @Override
    public OptionalDouble peak() {
        return OptionalDouble.of(a < 1 ? lower : upper);
    }

    @Override
    public boolean isRegular() {
        return a >= 1;
    }

    @Override
    public PowerDistribution affine(double scale, double shift) {
        Check.affine(scale, shift);
        return new PowerDistribution(a, scale * lower + shift, scale * upper + shift);
    }

    private double share(double x) {
        return (x - lower) / (upper - lower);
    }

    private double at(double share) {
        return Math.min(upper, lower + share * (upper - lower));
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "power on " + PlainNumber.range(lower, upper) + " with a " + PlainNumber.of(a);
    }
}
