package dev.envelope.theory.distribution;

import dev.envelope.theory.numeric.PlainNumber;
import java.util.OptionalDouble;

/**
 * The Weibull distribution truncated to [lo, hi], lo ≥ 0: P(X &gt; x) ∝ e^(−(x/scale)^shape) before truncation.
 *
 * <p>Regular where shape ≥ 1, the density then being log-concave; otherwise what a grid shows.
 *
 * @param shape positive; 1 is the exponential
 * @param scale positive, in the unit of the values
 * @param lower lo, finite and at least 0
 * @param upper hi, finite and above lo
 */
public record TruncatedWeibull(double shape, double scale, double lower, double upper) implements NumericDistribution {

    private static final String FAMILY = "truncated_weibull";

    /** Checks the numbers. */
    public TruncatedWeibull {
        Check.positive(FAMILY, "shape", shape);
        Check.positive(FAMILY, "scale", scale);
        Check.support(FAMILY, lower, upper);
        Check.atLeastZero(FAMILY, "lo", lower);
    }

    @Override
    public double cdfInside(double x) {
        return mass(lower, x) / mass(lower, upper);
    }

    @Override
    public double densityInside(double x) {
        double t = x / scale;
        return shape
                / scale
                * StrictMath.pow(t, shape - 1)
                * StrictMath.exp(hazard(lower) - hazard(x))
                / mass(lower, upper);
    }

    @Override
    public double quantile(double p) {
        Check.probability(p);
        double hazard = hazard(lower) - StrictMath.log1p(-p * mass(lower, upper));
        return p == 0 ? lower : p == 1 ? upper : inside(scale * StrictMath.pow(hazard, 1 / shape));
    }

    @Override
    public double survivalInside(double x) {
        return StrictMath.exp(hazard(lower) - hazard(x)) * mass(x, upper) / mass(lower, upper);
    }

    /** Free of the survival and the density, which both vanish far above the scale. */
    @Override
    public double hazardRate(double x) {
        return x >= upper
                ? Double.POSITIVE_INFINITY
                : shape / scale * StrictMath.pow(x / scale, shape - 1) / mass(x, upper);
    }

    @Override
    public OptionalDouble peak() {
        return OptionalDouble.of(shape <= 1 ? lower : scale * StrictMath.pow(1 - 1 / shape, 1 / shape));
    }

    @Override
    public boolean isRegular() {
        return shape >= 1 || NumericDistribution.super.isRegular();
    }

    private double inside(double x) {
        return Math.max(lower, Math.min(upper, x));
    }

    private double hazard(double x) {
        return StrictMath.pow(x / scale, shape);
    }

    /** P(X ≤ to | X &gt; from) before truncation at hi. */
    private double mass(double from, double to) {
        return -StrictMath.expm1(hazard(from) - hazard(to));
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "truncated_weibull on " + PlainNumber.range(lower, upper) + " with shape " + PlainNumber.of(shape)
                + " and scale " + PlainNumber.of(scale);
    }
}
