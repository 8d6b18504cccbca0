package dev.envelope.theory.distribution;

import dev.envelope.theory.numeric.PlainNumber;
import java.util.OptionalDouble;

/**
 * The lognormal distribution truncated to [lo, hi], lo ≥ 0: ln X is a truncated normal. From 0 on, ln X is cut
 * where no probability is left in double precision.
 *
 * @param logValue the distribution of ln X
 * @param lower lo, at least 0
 * @param upper hi, finite and above lo
 */
public record TruncatedLognormal(TruncatedNormal logValue, double lower, double upper) implements NumericDistribution {

    /** Below so many standard deviations a normal has less probability than a double can hold. */
    private static final double NOTHING_BELOW = 60;

    /**
     * The lognormal with the given numbers of the untruncated ln X.
     *
     * @throws IllegalArgumentException unless {@code sigma} is positive, {@code lo} at least 0 and {@code hi} above {@code lo}
     */
    public static TruncatedLognormal of(double mu, double sigma, double lo, double hi) {
        Check.finite("truncated_lognormal", "mu", mu);
        Check.positive("truncated_lognormal", "sigma", sigma);
        Check.atLeastZero("truncated_lognormal", "lo", lo);
        Check.support("truncated_lognormal", lo, hi);
        double least = Math.max(StrictMath.log(lo), mu - NOTHING_BELOW * sigma);
        return new TruncatedLognormal(new TruncatedNormal(mu, sigma, least, StrictMath.log(hi)), lo, hi);
    }

    @Override
    public double cdfInside(double x) {
        return logValue.cdf(StrictMath.log(x));
    }

    @Override
    public double survivalInside(double x) {
        return logValue.survival(StrictMath.log(x));
    }

    @Override
    public OptionalDouble peak() {
        return OptionalDouble.of(StrictMath.exp(logValue.mu() - logValue.sigma() * logValue.sigma()));
    }

    @Override
    public double densityInside(double x) {
        return x > 0 ? logValue.densityInside(StrictMath.log(x)) / x : 0;
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "truncated_lognormal on " + PlainNumber.range(lower, upper) + " with mu " + PlainNumber.of(logValue.mu())
                + " and sigma " + PlainNumber.of(logValue.sigma());
    }
}
