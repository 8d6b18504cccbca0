package dev.envelope.theory.solver;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.List;

/**
 * The linear strategies of the bilateral k-double auction with uniform types (Chatterjee &amp; Samuelson 1983).
 *
 * <p>With D = v_hi − c_lo, S = c_lo + (1−k)·D/2 and B = c_lo + (2−k)·D/2 the seller asks ((1−k)·B + c)/(2−k) and the buyer
 * bids (v + k·S)/(1+k). Bids are capped at the top ask where c_hi &lt; B and asks floored at the lowest bid where v_lo &gt; S.
 * A buyer with v &lt; S and a seller with c &gt; B never trade; they bid v and ask c. Without gains from trade, D ≤ 0,
 * everybody does.
 *
 * @param k the weight of the bid in the price
 * @param values the buyer's value
 * @param costs the seller's cost
 */
record LinearDoubleAuction(double k, UniformDistribution values, UniformDistribution costs) {

    /** S: the lowest linear ask, and the least value that can trade. */
    double lowestAsk() {
        return costs.lower() + (1 - k) * distance() / 2;
    }

    /** B: the highest linear bid, and the largest cost that can trade. */
    double highestBid() {
        return costs.lower() + (2 - k) * distance() / 2;
    }

    /** Whether the linear strategies need neither cap nor floor, so that the literature's proof covers them. */
    boolean isUntruncated() {
        return distance() == 0 || (values.lower() <= lowestAsk() && costs.upper() >= highestBid());
    }

    /** What a buyer of value {@code v} bids. */
    double bid(double v) {
        return v < lowestAsk() || distance() == 0 ? v : Math.min(linearBid(v), topAsk());
    }

    /** What a seller of cost {@code c} asks. */
    double ask(double c) {
        return c > highestBid() || distance() == 0 ? c : Math.max(linearAsk(c), bottomBid());
    }

    /** What the strategies imply; every integrand is a polynomial between the breakpoints. */
    Predictions predictions() {
        double[] buyers = Kinks.between(values.lower(), values.upper(), List.of(lowestAsk(), capped()));
        double probability = Quadrature.integrate(v -> inner(v, c -> 1), buyers);
        double gains = Quadrature.integrate(v -> inner(v, c -> v - c), buyers);
        double paid = Quadrature.integrate(v -> inner(v, c -> v - k * bid(v) - (1 - k) * ask(c)), buyers);
        double area = (values.upper() - values.lower()) * (costs.upper() - costs.lower());
        return new Predictions(
                0, gains / area, firstBest(), probability / area, List.of(paid / area, (gains - paid) / area));
    }

    /** E[(v − c)+] = ∫ P(c ≤ x ≤ v) dx. */
    private double firstBest() {
        double from = costs.lower();
        double to = values.upper();
        return to <= from
                ? 0
                : Quadrature.integrate(
                        x -> costs.cdf(x) * (1 - values.cdf(x)),
                        Kinks.between(from, to, List.of(costs.upper(), values.lower())));
    }

    /** The integral over the costs that trade with {@code v}. */
    private double inner(double v, java.util.function.DoubleUnaryOperator f) {
        if (v < lowestAsk() || distance() == 0) {
            return 0;
        }
        double last = Math.min(costs.upper(), costOf(bid(v)));
        return last <= costs.lower()
                ? 0
                : Quadrature.integrate(f, Kinks.between(costs.lower(), last, List.of(costOf(bottomBid()))));
    }

    private double distance() {
        return Math.max(0, values.upper() - costs.lower());
    }

    private double linearBid(double v) {
        return (v + k * lowestAsk()) / (1 + k);
    }

    private double linearAsk(double c) {
        return ((1 - k) * highestBid() + c) / (2 - k);
    }

    /** The cost whose linear ask is {@code ask}. */
    private double costOf(double ask) {
        return (2 - k) * ask - (1 - k) * highestBid();
    }

    /** The value from which on bids are capped. */
    private double capped() {
        return (1 + k) * topAsk() - k * lowestAsk();
    }

    /** The ask of the costliest seller, a cap on bids. */
    private double topAsk() {
        return costs.upper() < highestBid() ? linearAsk(costs.upper()) : highestBid();
    }

    /** The bid of the least eager buyer, a floor on asks. */
    private double bottomBid() {
        return values.lower() > lowestAsk() ? linearBid(values.lower()) : lowestAsk();
    }
}
