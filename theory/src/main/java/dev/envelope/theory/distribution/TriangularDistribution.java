package dev.envelope.theory.distribution;

import dev.envelope.theory.numeric.PlainNumber;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The triangular distribution on [lo, hi]: the density rises in a line to the mode and falls in a line from it; regular, being
 * log-concave.
 *
 * @param mode where the density is highest, from lo to hi
 * @param lower lo, finite
 * @param upper hi, finite and above lo
 */
public record TriangularDistribution(double mode, double lower, double upper) implements NumericDistribution {

    /** Checks the numbers. */
    public TriangularDistribution {
        Check.support("triangular", lower, upper);
        if (!(mode >= lower && mode <= upper)) {
            throw new IllegalArgumentException(
                    "triangular mode: " + mode + " (expected: from lo, " + lower + ", to hi, " + upper + ")");
        }
    }

    @Override
    public double cdfInside(double x) {
        return x < mode ? (x - lower) / (upper - lower) * ((x - lower) / (mode - lower)) : 1 - survivalInside(x);
    }

    @Override
    public double survivalInside(double x) {
        return x < mode ? 1 - cdfInside(x) : (upper - x) / (upper - lower) * ((upper - x) / (upper - mode));
    }

    @Override
    public OptionalDouble peak() {
        return OptionalDouble.of(mode);
    }

    @Override
    public double densityInside(double x) {
        double share = x < mode ? (x - lower) / (mode - lower) : x > mode ? (upper - x) / (upper - mode) : 1;
        return 2 * share / (upper - lower);
    }

    @Override
    public double quantile(double p) {
        Check.probability(p);
        double width = upper - lower;
        double x = p * width < mode - lower
                ? lower + Math.sqrt(p * width * (mode - lower))
                : upper - Math.sqrt((1 - p) * width * (upper - mode));
        return Math.max(lower, Math.min(upper, x));
    }

    @Override
    public double mean() {
        return lower + ((mode - lower) + (upper - lower)) / 3;
    }

    /** From the mode on ψ(x) = x − (hi − x)/2, free of cancellation. */
    @Override
    public double virtualValue(double x) {
        return x >= upper ? upper : x >= mode ? x - (upper - x) / 2 : x - survival(x) / densityInside(x);
    }

    @Override
    public boolean isRegular() {
        return true;
    }

    @Override
    public List<Double> kinks() {
        return mode > lower && mode < upper ? List.of(mode) : List.of();
    }

    @Override
    public TriangularDistribution affine(double scale, double shift) {
        Check.affine(scale, shift);
        return new TriangularDistribution(scale * mode + shift, scale * lower + shift, scale * upper + shift);
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "triangular on " + PlainNumber.range(lower, upper) + " with mode " + PlainNumber.of(mode);
    }
}
