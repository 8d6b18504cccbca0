package dev.envelope.theory.bilateral.strategy;

import dev.envelope.theory.bilateral.TradeBoundary;
import dev.envelope.theory.bilateral.TradeFigures;
import dev.envelope.theory.bilateral.Traders;
import dev.envelope.theory.distribution.UniformDistribution;
import java.util.List;

/**
 * The linear strategies of the bilateral k-double auction with uniform types (Chatterjee &amp; Samuelson 1983).
 *
 * <p>With D = v_hi − c_lo, S = c_lo + (1−k)·D/2 and B = c_lo + (2−k)·D/2 the seller asks ((1−k)·B + c)/(2−k) and the buyer
 * bids (v + k·S)/(1+k). Bids are capped at the top ask where c_hi &lt; B and asks floored at the lowest bid where v_lo &gt; S.
 * A buyer with v &lt; S and a seller with c &gt; B never trade; they bid v and ask c. Without gains from trade, D ≤ 0,
 * everybody does. Checked by {@code LinearDoubleAuctionTest}.
 *
 * @param k the weight of the bid in the price, 0 to 1
 * @param values the buyer's value
 * @param costs the seller's cost
 */
public record LinearDoubleAuction(double k, UniformDistribution values, UniformDistribution costs)
        implements TradingStrategies {

    /** Checks the weight. */
    public LinearDoubleAuction {
        Weight.check(k);
    }

    @Override
    public Traders traders() {
        return new Traders(values, costs);
    }

    /** S: the lowest linear ask, and the least value that can trade. */
    public double lowestAsk() {
        return costs.lower() + (1 - k) * distance() / 2;
    }

    /** B: the highest linear bid, and the largest cost that can trade. */
    public double highestBid() {
        return costs.lower() + (2 - k) * distance() / 2;
    }

    /** Whether the linear strategies need neither cap nor floor, so that the literature's proof covers them. */
    public boolean isUntruncated() {
        return distance() == 0 || (values.lower() <= lowestAsk() && costs.upper() >= highestBid());
    }

    /**
     * Whether the cap on bids is not below the floor under asks; where it is, every linear bid exceeds every linear ask and
     * the truncation says nothing.
     */
    public boolean isTruncationPossible() {
        return topAsk() >= bottomBid();
    }

    @Override
    public double bid(double v) {
        return v < lowestAsk() || distance() == 0 ? v : Math.min(linearBid(v), topAsk());
    }

    @Override
    public double ask(double c) {
        return c > highestBid() || distance() == 0 ? c : Math.max(linearAsk(c), bottomBid());
    }

    @Override
    public List<Double> bidKinks() {
        return List.of(lowestAsk(), capped());
    }

    @Override
    public List<Double> askKinks() {
        return List.of(highestBid(), costOf(bottomBid()));
    }

    @Override
    public TradeFigures figures() {
        TradeBoundary boundary = new TradeBoundary(traders(), this::highestCost, bidKinks());
        double lowestBuyer =
                values.lower() > lowestAsk() ? boundary.sellers(values.lower()) * (values.lower() - bottomBid()) : 0;
        double highestSeller =
                costs.upper() < highestBid() ? (1 - values.cdf(capped())) * (topAsk() - costs.upper()) : 0;
        return boundary.figures(lowestBuyer, highestSeller);
    }

    /** The largest cost that trades with {@code v}. */
    private double highestCost(double v) {
        if (v < lowestAsk() || distance() == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return v >= capped() ? costs.upper() : costOf(linearBid(v));
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
