package dev.envelope.theory.distribution.composite;

import dev.envelope.theory.distribution.NumericDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.PlainNumber;
import java.util.List;

/**
 * The distribution of (e^(λX) − 1)/λ, which is near X where λX is small.
 *
 * @param base the distribution of X
 * @param rate λ, above 0, per unit of X
 */
public record CompoundedDistribution(ValueDistribution base, double rate) implements NumericDistribution {

    /** Checks the rate, with which the highest type must stay a finite number. */
    public CompoundedDistribution {
        if (!(rate > 0) || Double.isInfinite(StrictMath.exp(rate * base.upper()))) {
            throw new IllegalArgumentException("rate: " + rate + " (expected: above 0, and not so large that e^(rate·"
                    + base.upper() + ") is no number)");
        }
    }

    private double of(double x) {
        return StrictMath.expm1(rate * x) / rate;
    }

    private double inside(double y) {
        return Math.max(base.lower(), Math.min(base.upper(), StrictMath.log1p(rate * y) / rate));
    }

    @Override
    public double lower() {
        return of(base.lower());
    }

    @Override
    public double upper() {
        return of(base.upper());
    }

    @Override
    public double cdfInside(double y) {
        return base.cdf(inside(y));
    }

    @Override
    public double survivalInside(double y) {
        return base.survival(inside(y));
    }

    @Override
    public double densityInside(double y) {
        return base.density(inside(y)) / (1 + rate * y);
    }

    @Override
    public double leastDensity(double from, double to) {
        return base.leastDensity(inside(from), inside(to)) / (1 + rate * to);
    }

    @Override
    public double mostDensity(double from, double to) {
        return base.mostDensity(inside(from), inside(to)) / (1 + rate * from);
    }

    @Override
    public double quantile(double p) {
        return of(base.quantile(p));
    }

    @Override
    public List<Double> kinks() {
        return base.kinks().stream().map(this::of).toList();
    }

    @Override
    public List<Double> singularities() {
        return base.singularities().stream().map(this::of).toList();
    }

    /** As plan files call the base. */
    @Override
    public String toString() {
        return base + " compounded at " + PlainNumber.of(rate);
    }
}
