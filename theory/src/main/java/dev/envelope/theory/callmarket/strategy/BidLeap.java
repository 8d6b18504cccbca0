package dev.envelope.theory.callmarket.strategy;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.numeric.Binomial;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.GaussLegendre;
import dev.envelope.theory.numeric.Kinks;
import java.util.ArrayList;
import java.util.List;

/**
 * What a buyer gains in the buyer's-bid double auction by bidding more than another bid, where nobody bids in between: where costs
 * become more frequent, bids leap over some of them.
 *
 * <p>With φ = F(v) of the other m − 1 bids below and γ = G(x) of the n asks, let H_j(x) be the chance that at least j of them are below x.
 * A bid b earns (v − b)·H_m(b) + ∫ H_{m+1} up to b, which changes by (v − b)·n·g(b)·P(Bin(m−1, φ) + Bin(n−1, γ) = m−1) − P(Bin(m−1, φ) +
 * Bin(n, γ) = m) per unit of b.
 */
final class BidLeap {

    /** Into how many parts each stretch between two kinks of G is cut. */
    private static final int PARTS = 32;

    private static final double[] POINTS = GaussLegendre.points(8);
    private static final double[] WEIGHTS = GaussLegendre.weights(8);

    private final Population market;

    BidLeap(Population market) {
        this.market = market;
    }

    /**
     * The best bid, and what it earns more than the one from which to leap.
     *
     * @param bid in the unit of types
     * @param gain in the same unit; may be negative
     */
    record Landing(double bid, double gain) {}

    /**
     * The best bid of {@code value} of at least {@code least} and at most the highest cost, where lower values bid at most {@code from} and
     * higher ones more than that.
     */
    Landing best(double value, double from, double least) {
        Earnings earnings = new Earnings(value, from);
        List<Double> edges = new ArrayList<>(market.costs().kinks());
        edges.add(least);
        double[] ends = Kinks.between(from, market.costs().upper(), edges);
        double area = 0;
        double last = from;
        Landing best = new Landing(from, least > from ? Double.NEGATIVE_INFINITY : 0);
        double before = from;
        double after = from;
        boolean isLast = least == from;
        for (int i = 1; i < ends.length; i++) {
            for (int part = 1; part <= PARTS; part++) {
                double next = part == PARTS ? ends[i] : ends[i - 1] + (ends[i] - ends[i - 1]) * part / PARTS;
                area += earnings.area(last, next);
                after = isLast ? next : after;
                isLast = false;
                double gain = earnings.gain(next, area);
                if (next >= least && gain > best.gain) {
                    best = new Landing(next, gain);
                    before = last;
                    after = next;
                    isLast = true;
                }
                last = next;
            }
        }
        return earnings.refined(best, Math.max(least, before), after);
    }

    /** What bids earn more than the one from which to leap: by the chances to trade, or where these are high by the chances not to, which rounding spares. */
    private final class Earnings {

        private final double value;
        private final double below;
        private final double above;
        private final boolean isLikely;
        private final double base;

        Earnings(double value, double from) {
            this.value = value;
            this.below = market.values().cdf(value);
            this.above = market.values().survival(value);
            this.isLikely = atLeast(market.buyers(), from) > 0.5;
            this.base = (value - from) * chance(market.buyers(), from);
        }

        /** Given the integral of chances from where to leap to {@code bid}. */
        double gain(double bid, double area) {
            double gain = (value - bid) * chance(market.buyers(), bid) - base + area;
            return isLikely ? -gain : gain;
        }

        double area(double from, double to) {
            double sum = 0;
            for (int i = 0; i < POINTS.length; i++) {
                sum += WEIGHTS[i] * chance(market.buyers() + 1, from + (to - from) * POINTS[i]);
            }
            return sum * (to - from);
        }

        /** The best bid between two about the best of a grid. */
        Landing refined(Landing grid, double before, double after) {
            double next = Math.nextUp(grid.bid);
            boolean isBeyond = after > next && marginal(next) >= 0;
            double bid = Bisection.first(isBeyond ? next : before, isBeyond ? after : grid.bid, b -> marginal(b) < 0);
            double area = isBeyond ? area(grid.bid, bid) : -area(bid, grid.bid);
            double more = (value - bid) * chance(market.buyers(), bid)
                    - (value - grid.bid) * chance(market.buyers(), grid.bid)
                    + area;
            double gain = grid.gain + (isLikely ? -more : more);
            return gain > grid.gain ? new Landing(bid, gain) : grid;
        }

        private double marginal(double bid) {
            int m = market.buyers();
            int n = market.sellers();
            double ask = market.costs().cdf(bid);
            double density = bid < market.costs().upper() ? market.costs().density(bid) : 0;
            return (value - bid) * n * density * Binomial.sumEqual(m - 1, below, n - 1, ask, m - 1)
                    - Binomial.sumEqual(m - 1, below, n, ask, m);
        }

        /** H_j, or 1 − H_j. */
        private double chance(int j, double bid) {
            int others = market.buyers() - 1 + market.sellers();
            return isLikely
                    ? Binomial.sumAtLeast(
                            market.buyers() - 1,
                            above,
                            market.sellers(),
                            market.costs().survival(bid),
                            others - j + 1)
                    : atLeast(j, bid);
        }

        private double atLeast(int j, double bid) {
            return Binomial.sumAtLeast(
                    market.buyers() - 1, below, market.sellers(), market.costs().cdf(bid), j);
        }
    }
}
