package dev.envelope.theory.callmarket.expectation;

import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;

/**
 * The distribution of −X: with it a seller of cost c is a buyer of value −c, and what holds for one side holds for the other.
 *
 * @param of the distribution of X
 */
public record Mirrored(ValueDistribution of) implements ValueDistribution {

    @Override
    public double lower() {
        return -of.upper();
    }

    @Override
    public double upper() {
        return -of.lower();
    }

    @Override
    public double cdf(double x) {
        return 1 - of.cdf(-x);
    }

    @Override
    public double density(double x) {
        return of.density(-x);
    }

    @Override
    public double quantile(double p) {
        return -of.quantile(1 - p);
    }

    @Override
    public double mean() {
        return -of.mean();
    }

    /** Not examined: never said to be. */
    @Override
    public boolean isRegular() {
        return false;
    }

    @Override
    public List<Double> kinks() {
        return of.kinks().stream().map(kink -> -kink).sorted().toList();
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "minus " + of;
    }
}
