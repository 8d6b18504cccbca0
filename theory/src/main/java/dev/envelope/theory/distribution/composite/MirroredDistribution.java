package dev.envelope.theory.distribution.composite;

import dev.envelope.theory.distribution.NumericDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The distribution of −X: a seller's cost seen as a buyer's value, so that what is known of virtual values holds of virtual
 * costs with the sign turned.
 *
 * @param base the distribution of X
 */
public record MirroredDistribution(ValueDistribution base) implements NumericDistribution {

    @Override
    public double lower() {
        return -base.upper();
    }

    @Override
    public double upper() {
        return -base.lower();
    }

    @Override
    public double cdfInside(double x) {
        return base.survival(-x);
    }

    @Override
    public double survivalInside(double x) {
        return base.cdf(-x);
    }

    @Override
    public double densityInside(double x) {
        return base.density(-x);
    }

    @Override
    public double leastDensity(double from, double to) {
        return base.leastDensity(-to, -from);
    }

    @Override
    public double mostDensity(double from, double to) {
        return base.mostDensity(-to, -from);
    }

    @Override
    public double quantile(double p) {
        boolean isProbability = p >= 0 && p <= 1;
        return -base.quantile(isProbability ? 1 - p : p);
    }

    @Override
    public double mean() {
        return -base.mean();
    }

    @Override
    public double virtualValue(double x) {
        return x >= upper() ? upper() : -base.virtualCost(-x);
    }

    @Override
    public double virtualCost(double x) {
        return x <= lower() ? lower() : -base.virtualValue(-x);
    }

    @Override
    public List<Double> kinks() {
        return mirrored(base.kinks());
    }

    @Override
    public List<Double> singularities() {
        return mirrored(base.singularities());
    }

    private static List<Double> mirrored(List<Double> points) {
        List<Double> mirrored = new ArrayList<>();
        points.forEach(point -> mirrored.add(-point));
        Collections.reverse(mirrored);
        return mirrored;
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "minus " + base;
    }
}
