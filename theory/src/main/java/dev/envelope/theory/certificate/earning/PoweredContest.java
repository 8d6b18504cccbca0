package dev.envelope.theory.certificate.earning;

import dev.envelope.theory.certificate.law.MessageLaw.Slope;
import java.util.stream.DoubleStream;

/**
 * A contest of a first-price auction as bidders of utility z^α see it: W^(1/α)·(v − b) is what a bid is worth to them in money for
 * certain, a line in the type again.
 *
 * @param contest what risk-neutral bidders see
 * @param exponent 1/α, at least 1
 */
public record PoweredContest(Contest contest, double exponent) implements Contest {

    @Override
    public double nobody() {
        return power(contest.nobody());
    }

    @Override
    public double lowest() {
        return contest.lowest();
    }

    @Override
    public double highest() {
        return contest.highest();
    }

    @Override
    public DoubleStream breakpoints() {
        return contest.breakpoints();
    }

    @Override
    public double below(double message) {
        return power(contest.below(message));
    }

    @Override
    public double atMost(double message) {
        return power(contest.atMost(message));
    }

    @Override
    public double tied(double message) {
        return power(contest.tied(message));
    }

    /** (W^e)' = e·W^(e−1)·W', of which both factors are bounded. */
    @Override
    public Slope slope(double from, double to) {
        Slope slope = contest.slope(from, to);
        double low = contest.atMost(from);
        double high = Math.max(low, contest.below(to));
        return new Slope(
                exponent * StrictMath.pow(low, exponent - 1) * slope.least(),
                exponent * StrictMath.pow(high, exponent - 1) * slope.most());
    }

    private double power(double chance) {
        return StrictMath.pow(chance, exponent);
    }
}
