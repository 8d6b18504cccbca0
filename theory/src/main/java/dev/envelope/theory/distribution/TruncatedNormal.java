package dev.envelope.theory.distribution;

import dev.envelope.theory.numeric.ErrorFunction;
import dev.envelope.theory.numeric.PlainNumber;
import java.util.OptionalDouble;

/**
 * The normal distribution truncated to [lo, hi]; regular, its density being log-concave (Bagnoli &amp; Bergstrom 2005).
 *
 * @param mu the mean of the untruncated normal
 * @param sigma its standard deviation, positive
 * @param lower lo, finite
 * @param upper hi, finite and above lo
 */
public record TruncatedNormal(double mu, double sigma, double lower, double upper) implements NumericDistribution {

    private static final String FAMILY = "truncated_normal";

    /** Checks the numbers. */
    public TruncatedNormal {
        Check.finite(FAMILY, "mu", mu);
        Check.positive(FAMILY, "sigma", sigma);
        Check.support(FAMILY, lower, upper);
        if (!(ErrorFunction.between((lower - mu) / (sigma * Math.sqrt(2)), (upper - mu) / (sigma * Math.sqrt(2)))
                > 0)) {
            throw new IllegalArgumentException(FAMILY + " mu: " + mu + " (expected: positive probability between lo "
                    + lower + " and hi " + upper + ")");
        }
    }

    @Override
    public double cdfInside(double x) {
        return twiceMass(lower, x) / twiceMass(lower, upper);
    }

    @Override
    public double densityInside(double x) {
        double z = (x - mu) / sigma;
        return StrictMath.exp(-z * z / 2) * 2 / (sigma * Math.sqrt(2 * Math.PI) * twiceMass(lower, upper));
    }

    @Override
    public double survivalInside(double x) {
        return twiceMass(x, upper) / twiceMass(lower, upper);
    }

    @Override
    public OptionalDouble peak() {
        return OptionalDouble.of(mu);
    }

    @Override
    public boolean isRegular() {
        return true;
    }

    @Override
    public TruncatedNormal affine(double scale, double shift) {
        Check.affine(scale, shift);
        return new TruncatedNormal(scale * mu + shift, scale * sigma, scale * lower + shift, scale * upper + shift);
    }

    /** Twice the untruncated probability of [from, to], without cancellation in the tails. */
    private double twiceMass(double from, double to) {
        double unit = sigma * Math.sqrt(2);
        return ErrorFunction.between((from - mu) / unit, (to - mu) / unit);
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "truncated_normal on " + PlainNumber.range(lower, upper) + " with mu " + PlainNumber.of(mu)
                + " and sigma " + PlainNumber.of(sigma);
    }
}
