package dev.envelope.theory.distribution;

import dev.envelope.theory.numeric.PlainNumber;
import java.util.OptionalDouble;

/**
 * The exponential distribution truncated to [lo, hi]: f(x) ∝ e^(−rate·x).
 *
 * <p>F(x) = (1 − e^(−rate·(x−lo)))/(1 − e^(−rate·(hi−lo))) and ψ(x) = x − (1 − e^(−rate·(hi−x)))/rate, both free of
 * cancellation; regular.
 *
 * @param rate positive, per unit of value
 * @param lower lo, finite
 * @param upper hi, finite and above lo
 */
public record TruncatedExponential(double rate, double lower, double upper) implements ValueDistribution {

    private static final String FAMILY = "truncated_exponential";

    /** A rate times a width below which the power series of the mean is used. */
    private static final double SMALL = 0.05;

    /** Checks the numbers. */
    public TruncatedExponential {
        Check.positive(FAMILY, "rate", rate);
        Check.support(FAMILY, lower, upper);
    }

    @Override
    public double cdf(double x) {
        return x <= lower ? 0 : x >= upper ? 1 : mass(x - lower) / mass(upper - lower);
    }

    @Override
    public double survival(double x) {
        return x <= lower
                ? 1
                : x >= upper ? 0 : StrictMath.exp(-rate * (x - lower)) * mass(upper - x) / mass(upper - lower);
    }

    @Override
    public double density(double x) {
        return x < lower || x > upper ? 0 : rate * StrictMath.exp(-rate * (x - lower)) / mass(upper - lower);
    }

    @Override
    public double quantile(double p) {
        Check.probability(p);
        double above = -StrictMath.log1p(-p * mass(upper - lower)) / rate;
        return p == 1 ? upper : Math.min(upper, lower + above);
    }

    @Override
    public double mean() {
        double width = upper - lower;
        double x = rate * width;
        // 1/x − 1/(e^x − 1), by its power series where the difference cancels.
        double share = x < SMALL ? 0.5 - x / 12 * (1 - x * x / 60 * (1 - x * x / 42)) : 1 / x - 1 / StrictMath.expm1(x);
        return lower + width * share;
    }

    @Override
    public double virtualValue(double x) {
        return x - mass(upper - x) / rate;
    }

    /** Free of the survival and the density, which both vanish where rate · x is large. */
    @Override
    public double hazardRate(double x) {
        return x >= upper ? Double.POSITIVE_INFINITY : rate / mass(upper - x);
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
    public TruncatedExponential affine(double scale, double shift) {
        Check.affine(scale, shift);
        return new TruncatedExponential(rate / scale, scale * lower + shift, scale * upper + shift);
    }

    /** 1 − e^(−rate·width). */
    private double mass(double width) {
        return -StrictMath.expm1(-rate * width);
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "truncated_exponential on " + PlainNumber.range(lower, upper) + " with rate " + PlainNumber.of(rate);
    }
}
