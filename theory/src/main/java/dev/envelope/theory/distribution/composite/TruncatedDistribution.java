package dev.envelope.theory.distribution.composite;

import dev.envelope.theory.distribution.NumericDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.PlainNumber;
import java.util.List;

/**
 * The distribution of X given that it is from {@code lo} to {@code hi}: (F(x) − F(lo)) / (F(hi) − F(lo)).
 *
 * @param base the distribution of X
 * @param lo the lowest type that is left, within the support of X
 * @param hi the highest, above {@code lo}; values between them are possible
 */
public record TruncatedDistribution(ValueDistribution base, double lo, double hi) implements NumericDistribution {

    /** Checks the ends. */
    public TruncatedDistribution {
        require(lo >= base.lower() && lo < base.upper(), "lo", lo, "from " + base.lower() + ", below " + base.upper());
        require(hi > lo && hi <= base.upper(), "hi", hi, "above lo, " + lo + ", up to " + base.upper());
        double share = base.cdf(hi) - base.cdf(lo);
        require(share > 0, "hi", hi, "a value between lo and hi to be possible");
    }

    @Override
    public double lower() {
        return lo;
    }

    @Override
    public double upper() {
        return hi;
    }

    @Override
    public double cdfInside(double x) {
        return (base.cdf(x) - base.cdf(lo)) / share();
    }

    @Override
    public double survivalInside(double x) {
        return (base.survival(x) - base.survival(hi)) / share();
    }

    @Override
    public double densityInside(double x) {
        return base.density(x) / share();
    }

    @Override
    public double leastDensity(double from, double to) {
        return base.leastDensity(from, to) / share();
    }

    @Override
    public double mostDensity(double from, double to) {
        return base.mostDensity(from, to) / share();
    }

    @Override
    public List<Double> kinks() {
        return base.kinks().stream().filter(kink -> kink > lo && kink < hi).toList();
    }

    @Override
    public List<Double> singularities() {
        return base.singularities().stream().filter(x -> x >= lo && x <= hi).toList();
    }

    private double share() {
        return base.cdf(hi) - base.cdf(lo);
    }

    private static void require(boolean holds, String field, double value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("truncated " + field + ": " + value + " (expected: " + expected + ")");
        }
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "truncated to " + PlainNumber.range(lo, hi) + ": " + base;
    }
}
