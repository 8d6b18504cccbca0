package dev.envelope.theory.bilateral;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A buyer with a private value v ~ G and a seller with a private cost c ~ F, independent, and what efficient trade between
 * them is worth.
 *
 * @param values G, the distribution of the buyer's value
 * @param costs F, the distribution of the seller's cost
 */
public record Traders(ValueDistribution values, ValueDistribution costs) {

    /** Whether some value exceeds some cost, so that trade can gain anything. */
    public boolean canGain() {
        return values.upper() > costs.lower();
    }

    /** Whether every value is at least every cost, so that trade never loses anything. */
    public boolean alwaysGain() {
        return values.lower() >= costs.upper();
    }

    /** From the lowest to the highest type of either. */
    public double range() {
        return highest() - lowest();
    }

    /** The lowest type of either. */
    public double lowest() {
        return Math.min(values.lower(), costs.lower());
    }

    /** The highest type of either. */
    public double highest() {
        return Math.max(values.upper(), costs.upper());
    }

    /** E[(v − c)+] = ∫ F(x)·(1 − G(x)) dx: the gains where everybody trades who should. */
    public double firstBestGains() {
        return canGain() ? integrateBoth(costs.lower(), values.upper()) : 0;
    }

    /** P(v ≥ c). */
    public double firstBestTradeProbability() {
        return expectedOverValues(costs::cdf, List.of());
    }

    /**
     * What a house loses on average that makes trade efficient and truth dominant: the buyer pays max(c, v_lo) and the
     * seller receives min(v, c_hi) where v &gt; c (Vickrey-Clarke-Groves; Krishna &amp; Perry 2000), which is the least
     * deficit of all efficient mechanisms in which nobody loses by taking part. Negative where the house earns.
     */
    public double efficientDeficit() {
        if (!canGain()) {
            return 0;
        }
        double from = Math.max(values.lower(), costs.lower());
        double to = Math.min(values.upper(), costs.upper());
        return alwaysGain() ? costs.upper() - values.lower() : integrateBoth(from, to);
    }

    /**
     * Whether efficient trade can pay for itself: false whenever v_lo &lt; c_hi and v_hi &gt; c_lo (Myerson &amp;
     * Satterthwaite 1983).
     */
    public boolean canTradeEfficiently() {
        return !(values.lower() < costs.upper() && values.upper() > costs.lower());
    }

    /** ∫ F from c_lo to {@code cost}: what sellers below {@code cost} keep at that price. */
    double costRent(double cost) {
        double capped = Math.min(cost, costs.upper());
        double inside = capped <= costs.lower()
                ? 0
                : Quadrature.integrateWithin(
                        Expectation.ACCURACY * range(),
                        costs::cdf,
                        Kinks.between(costs.lower(), capped, costs.kinks()));
        return inside + Math.max(0, cost - costs.upper());
    }

    /** ∫ (1 − G) from {@code value} to v_hi: what buyers above {@code value} keep at that price. */
    double valueRent(double value) {
        double floored = Math.max(value, values.lower());
        double inside = floored >= values.upper()
                ? 0
                : Quadrature.integrate(x -> 1 - values.cdf(x), Kinks.between(floored, values.upper(), values.kinks()));
        return inside + Math.max(0, values.lower() - value);
    }

    /** E[h(v)], {@code h} smooth but for {@code kinks} and those of both distributions. */
    double expectedOverValues(DoubleUnaryOperator h, List<Double> kinks) {
        return Expectation.of(values, values.lower(), values.upper(), h, kinks(kinks));
    }

    /** All the kinks and ends of both distributions besides {@code more}. */
    List<Double> kinks(List<Double> more) {
        List<Double> all = new ArrayList<>(more);
        all.addAll(values.kinks());
        all.addAll(costs.kinks());
        all.addAll(List.of(costs.lower(), costs.upper(), values.lower(), values.upper()));
        return all;
    }

    private double integrateBoth(double from, double to) {
        return Quadrature.integrate(x -> costs.cdf(x) * (1 - values.cdf(x)), Kinks.between(from, to, kinks(List.of())));
    }
}
