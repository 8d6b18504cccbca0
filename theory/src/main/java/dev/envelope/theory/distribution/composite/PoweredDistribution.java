package dev.envelope.theory.distribution.composite;

import dev.envelope.theory.distribution.NumericDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.PlainNumber;
import java.util.List;
import java.util.stream.Stream;

/**
 * The distribution F^e: for a whole e that of the highest of e draws.
 *
 * @param base F
 * @param exponent e, at least 1
 */
public record PoweredDistribution(ValueDistribution base, double exponent) implements NumericDistribution {

    /** Checks the exponent. */
    public PoweredDistribution {
        if (!(exponent >= 1 && exponent < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("power of a distribution: " + exponent + " (expected: at least 1)");
        }
    }

    @Override
    public double lower() {
        return base.lower();
    }

    @Override
    public double upper() {
        return base.upper();
    }

    @Override
    public double cdfInside(double x) {
        return StrictMath.pow(base.cdf(x), exponent);
    }

    @Override
    public double survivalInside(double x) {
        return -StrictMath.expm1(exponent * StrictMath.log1p(-base.survival(x)));
    }

    @Override
    public double densityInside(double x) {
        double below = base.cdf(x);
        boolean isEnd = below == 0 && exponent > 1;
        return isEnd ? 0 : exponent * StrictMath.pow(below, exponent - 1) * base.density(x);
    }

    @Override
    public double leastDensity(double from, double to) {
        return exponent * StrictMath.pow(base.cdf(from), exponent - 1) * base.leastDensity(from, to);
    }

    @Override
    public double mostDensity(double from, double to) {
        double slope = exponent * StrictMath.pow(base.cdf(to), exponent - 1);
        return slope == 0 ? 0 : slope * base.mostDensity(from, to);
    }

    @Override
    public double quantile(double p) {
        boolean isProbability = p >= 0 && p <= 1;
        return base.quantile(isProbability ? StrictMath.pow(p, 1 / exponent) : p);
    }

    @Override
    public List<Double> kinks() {
        return base.kinks();
    }

    /** Those of the base, and the lower end where F is a root. */
    @Override
    public List<Double> singularities() {
        return Stream.concat(exponent < 1 ? Stream.of(base.lower()) : Stream.empty(), base.singularities().stream())
                .distinct()
                .toList();
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return base + " to the power " + PlainNumber.of(exponent);
    }
}
