package dev.envelope.theory.distribution;

import dev.envelope.theory.numeric.ErrorFunction;
import dev.envelope.theory.numeric.PlainNumber;
import java.util.Arrays;
import java.util.OptionalDouble;

/** The normal distribution truncated to [lo, hi]; regular, its density being log-concave (Bagnoli &amp; Bergstrom 2005). */
public final class TruncatedNormal implements NumericDistribution {

    private static final String FAMILY = "truncated_normal";

    private final double mu;
    private final double sigma;
    private final double lower;
    private final double upper;

    /** Twice the untruncated probability of [lo, hi]. */
    private final double twiceAll;

    /**
     * The distribution.
     *
     * @param mu the mean of the untruncated normal
     * @param sigma its standard deviation, positive
     * @param lower lo, finite
     * @param upper hi, finite and above lo
     */
    public TruncatedNormal(double mu, double sigma, double lower, double upper) {
        Check.finite(FAMILY, "mu", mu);
        Check.positive(FAMILY, "sigma", sigma);
        Check.support(FAMILY, lower, upper);
        this.mu = mu;
        this.sigma = sigma;
        this.lower = lower;
        this.upper = upper;
        this.twiceAll = twiceMass(lower, upper);
        if (!(twiceAll > 0)) {
            throw new IllegalArgumentException(FAMILY + " mu: " + mu + " (expected: positive probability between lo "
                    + lower + " and hi " + upper + ")");
        }
    }

    /** The mean of the untruncated normal. */
    double mu() {
        return mu;
    }

    /** Its standard deviation. */
    double sigma() {
        return sigma;
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
        return twiceMass(lower, x) / twiceAll;
    }

    @Override
    public double densityInside(double x) {
        double z = (x - mu) / sigma;
        return StrictMath.exp(-z * z / 2) * 2 / (sigma * Math.sqrt(2 * Math.PI) * twiceAll);
    }

    @Override
    public double survivalInside(double x) {
        return twiceMass(x, upper) / twiceAll;
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

    @Override
    public boolean equals(Object other) {
        return other instanceof TruncatedNormal that && Arrays.equals(parameters(), that.parameters());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parameters());
    }

    private double[] parameters() {
        return new double[] {mu, sigma, lower, upper};
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "truncated_normal on " + PlainNumber.range(lower, upper) + " with mu " + PlainNumber.of(mu)
                + " and sigma " + PlainNumber.of(sigma);
    }
}
