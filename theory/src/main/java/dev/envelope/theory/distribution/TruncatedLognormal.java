package dev.envelope.theory.distribution;

import java.util.OptionalDouble;

/**
 * The lognormal distribution truncated to [lo, hi], lo &gt; 0: ln X is a truncated normal.
 *
 * @param logValue the distribution of ln X
 * @param lower lo, positive
 * @param upper hi, finite and above lo
 */
public record TruncatedLognormal(TruncatedNormal logValue, double lower, double upper) implements NumericDistribution {

    /**
     * The lognormal with the given numbers of the untruncated ln X.
     *
     * @throws IllegalArgumentException unless {@code sigma} and {@code lo} are positive and {@code hi} is above {@code lo}
     */
    public static TruncatedLognormal of(double mu, double sigma, double lo, double hi) {
        Check.finite("truncated_lognormal", "mu", mu);
        Check.positive("truncated_lognormal", "sigma", sigma);
        Check.positive("truncated_lognormal", "lo", lo);
        Check.support("truncated_lognormal", lo, hi);
        return new TruncatedLognormal(new TruncatedNormal(mu, sigma, StrictMath.log(lo), StrictMath.log(hi)), lo, hi);
    }

    @Override
    public double cdfInside(double x) {
        return logValue.cdf(StrictMath.log(x));
    }

    @Override
    public OptionalDouble peak() {
        return OptionalDouble.of(StrictMath.exp(logValue.mu() - logValue.sigma() * logValue.sigma()));
    }

    @Override
    public double densityInside(double x) {
        return logValue.densityInside(StrictMath.log(x)) / x;
    }
}
