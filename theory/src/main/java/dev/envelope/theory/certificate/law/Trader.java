package dev.envelope.theory.certificate.law;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.Support;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.numeric.Bisection;

/**
 * An agent's types and strategy as somebody who wants the object sees them: a seller's opponents, and the seller itself, with
 * types and messages negated, so that a higher message always means a better chance.
 *
 * @param type the distribution of the type
 * @param strategy the bid function, in the type's own orientation
 * @param negated whether both are seen negated
 */
public record Trader(ValueDistribution type, BidFunction strategy, boolean negated) {

    public double lower() {
        return negated ? -type.upper() : type.lower();
    }

    public double upper() {
        return negated ? -type.lower() : type.upper();
    }

    /** The types that there are, as seen. */
    public Support support() {
        Support support = Support.of(type);
        return negated ? support.mirrored() : support;
    }

    /** P(type &lt; z). */
    public double cdf(double z) {
        return negated ? 1 - type.cdf(-z) : type.cdf(z);
    }

    double leastDensity(double from, double to) {
        return negated ? type.leastDensity(-to, -from) : type.leastDensity(from, to);
    }

    public double mostDensity(double from, double to) {
        return negated ? type.mostDensity(-to, -from) : type.mostDensity(from, to);
    }

    public double message(double z) {
        return negated ? -strategy.message(-z) : strategy.message(z);
    }

    /** The law of this agent's messages; they must not decrease in its type, and only the low types may abstain. */
    public MessageLaw law() {
        if (strategy instanceof PiecewiseCubicBid cubic) {
            return new PiecewiseCubicLaw(this, negated ? cubic.mirrored() : cubic);
        }
        return strategy instanceof PiecewiseLinearBid lines
                ? new PiecewiseLinearLaw(this, negated ? lines.mirrored() : lines)
                : new MonotoneLaw(this);
    }

    /** Between what the message rises per unit of type from {@code from} to {@code to}. */
    public MessageLaw.Slope steps(double from, double to) {
        if (!(strategy instanceof PiecewiseCubicBid cubic)) {
            return MessageLaw.Slope.UNKNOWN;
        }
        double low = negated ? -to : from;
        double high = negated ? -from : to;
        return new MessageLaw.Slope(cubic.leastSlope(low, high), cubic.mostSlope(low, high));
    }

    /** The lowest type that sends a message; the highest type where none does. */
    public double firstActive() {
        return Bisection.first(lower(), upper(), z -> !Double.isNaN(message(z)));
    }
}
