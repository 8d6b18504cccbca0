package dev.envelope.theory.distribution;

import dev.envelope.theory.numeric.PlainNumber;
import java.util.OptionalDouble;
import org.apache.commons.math3.special.Gamma;

/**
 * The gamma distribution truncated to [lo, hi], lo ≥ 0: f(x) ∝ x^(shape−1)·e^(−x/scale).
 *
 * <p>Regular where shape ≥ 1, the density then being log-concave; otherwise what a grid shows.
 *
 * @param shape positive
 * @param scale positive, in the unit of the values
 * @param lower lo, finite and at least 0
 * @param upper hi, finite and above lo
 */
public record TruncatedGamma(double shape, double scale, double lower, double upper) implements NumericDistribution {

    private static final String FAMILY = "truncated_gamma";
    private static final double RELATIVE_ERROR = 1e-15;
    private static final int MAX_TERMS = 10_000;

    /** Checks the numbers. */
    public TruncatedGamma {
        Check.positive(FAMILY, "shape", shape);
        Check.positive(FAMILY, "scale", scale);
        Check.support(FAMILY, lower, upper);
        Check.atLeastZero(FAMILY, "lo", lower);
        if (!(mass(shape, lower / scale, upper / scale) > 0)) {
            throw new IllegalArgumentException(FAMILY + " scale: " + scale
                    + " (expected: positive probability between lo " + lower + " and hi " + upper + ")");
        }
    }

    @Override
    public double cdfInside(double x) {
        return mass(lower, x) / mass(lower, upper);
    }

    @Override
    public double densityInside(double x) {
        double t = x / scale;
        return StrictMath.exp((shape - 1) * StrictMath.log(t) - t - Gamma.logGamma(shape))
                / (scale * mass(lower, upper));
    }

    @Override
    public double survivalInside(double x) {
        return mass(x, upper) / mass(lower, upper);
    }

    @Override
    public OptionalDouble peak() {
        return OptionalDouble.of(Math.max(0, shape - 1) * scale);
    }

    @Override
    public boolean isRegular() {
        return shape >= 1 || NumericDistribution.super.isRegular();
    }

    /** The untruncated probability of [from, to]. */
    private double mass(double from, double to) {
        return mass(shape, from / scale, to / scale);
    }

    /** The same for scale 1, taken from the nearer tail. */
    private static double mass(double shape, double from, double to) {
        return from > shape
                ? Gamma.regularizedGammaQ(shape, from, RELATIVE_ERROR, MAX_TERMS)
                        - Gamma.regularizedGammaQ(shape, to, RELATIVE_ERROR, MAX_TERMS)
                : Gamma.regularizedGammaP(shape, to, RELATIVE_ERROR, MAX_TERMS)
                        - Gamma.regularizedGammaP(shape, from, RELATIVE_ERROR, MAX_TERMS);
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "truncated_gamma on " + PlainNumber.range(lower, upper) + " with shape " + PlainNumber.of(shape)
                + " and scale " + PlainNumber.of(scale);
    }
}
