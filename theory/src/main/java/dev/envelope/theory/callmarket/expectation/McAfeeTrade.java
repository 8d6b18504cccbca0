package dev.envelope.theory.callmarket.expectation;

import dev.envelope.theory.callmarket.expectation.TruthfulTrade.Weight;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Binomial;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.List;

/**
 * What McAfee's (1992) double auction yields on average under truth.
 *
 * <p>A trade is given up where p0 = (b(L+1) + s(L+1))/2 lies above b(L) or below s(L). Above it, with t = 2·b(l) − b(l+1): l asks
 * lie below b(l) and none of the others below t, so that what is needed of the asks is C(n,l)·G(b(l))^l·(1 − G(t))^(n−l), and two
 * integrals over the bids are left. The other case is its mirror image. A missing offer counts as the lowest or highest
 * admissible message. Checked by {@code McAfeeTradeTest}.
 */
public final class McAfeeTrade {

    /** The error of an inner integral in units of the range of types. */
    private static final double ACCURACY = 1e-13;

    private final Population population;
    private final double lowest;
    private final double highest;

    private McAfeeTrade(Population population, double lowest, double highest) {
        this.population = population;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The auction that admits all types of either side, and no other message. */
    public static McAfeeTrade of(Population population) {
        return of(population, population.lowest(), population.highest());
    }

    /** The auction that admits messages from {@code lowest} to {@code highest}, all types among them. */
    public static McAfeeTrade of(Population population, double lowest, double highest) {
        if (!(lowest <= population.lowest() && highest >= population.highest())) {
            throw new IllegalArgumentException("messages: " + lowest + " to " + highest
                    + " (expected: to contain all types, " + population.lowest() + " to " + population.highest()
                    + ")");
        }
        return new McAfeeTrade(population, lowest, highest);
    }

    /** P(a trade is given up). */
    public double reductionProbability() {
        return both(l -> 1, false);
    }

    /** E[what the house keeps] = E[(L − 1)·(b(L) − s(L)); a trade is given up]. */
    public double surplus() {
        return both(l -> l - 1, true);
    }

    /** E[gains of traders and house together]: the first best less what is given up. */
    public double gains() {
        return TruthfulTrade.of(population).gains() - both(l -> 1, true);
    }

    /** E[Σ values of the buyers that trade]: where the price lies below s(L), b(L) is s(L) and what is lost. */
    public double tradedValue() {
        PriceAboveBid asks = new PriceAboveBid(population.mirrored(), -highest, -lowest, l -> 1, false);
        double lost = new PriceAboveBid(population.mirrored(), -highest, -lowest, l -> 1, true).expected();
        double bids = new PriceAboveBid(population, lowest, highest, l -> 1, false).expectedBid();
        return TruthfulTrade.of(population).tradedValue() - bids - (lost - asks.expectedBid());
    }

    /** E[units that trade]. */
    public double trades() {
        return TruthfulTrade.of(population).trades() - reductionProbability();
    }

    /** P(at least one unit trades). */
    public double tradeProbability() {
        return TruthfulTrade.of(population).tradesAtLeast(1) - both(l -> l == 1 ? 1 : 0, false);
    }

    /** All buyers' expected gains; the sellers have what they and the house leave of {@link #gains}. */
    public double buyerGains() {
        double asks = new PriceAboveBid(population.mirrored(), -highest, -lowest, l -> l, true).expected();
        double bids = new PriceAboveBid(population, lowest, highest, l -> 1, false).lostToBuyers();
        return TruthfulTrade.of(population).pivotalBuyerGains() - bids - asks;
    }

    private double both(Weight weight, boolean ofGap) {
        return new PriceAboveBid(population, lowest, highest, weight, ofGap).expected()
                + new PriceAboveBid(population.mirrored(), -highest, -lowest, weight, ofGap).expected();
    }

    /**
     * The reductions in which p0 lies above b(L).
     *
     * @param ofGap whether b(L) − s(L) is averaged, and not 1
     */
    private record PriceAboveBid(Population market, double lowest, double highest, Weight weight, boolean ofGap) {

        double expected() {
            return Quadrature.integrateWithin(accuracy(), this::atRank, outer());
        }

        /** E[b(L); the trade is given up]. */
        double expectedBid() {
            return Quadrature.integrateWithin(
                    ACCURACY * (highest - lowest), rank -> market.values().quantile(rank) * atRank(rank), outer());
        }

        /** ∫ (1 − F(y))·(the density of reductions over the rank of b(L), were it y) dy over all messages y. */
        double lostToBuyers() {
            ValueDistribution values = market.values();
            List<Double> kinks = new ArrayList<>();
            kinks.add(values.lower());
            for (double rank : outer()) {
                kinks.add(values.quantile(rank));
            }
            return Quadrature.integrateWithin(
                    accuracy(),
                    y -> (1 - values.cdf(y)) * at(values.cdf(y), y),
                    Kinks.between(lowest, values.upper(), kinks));
        }

        private double accuracy() {
            return ACCURACY * (ofGap ? highest - lowest : 1);
        }

        private double atRank(double rank) {
            return at(rank, market.values().quantile(rank));
        }

        /** The density over the rank of b(L) where it is {@code bid}. */
        private double at(double rank, double bid) {
            int m = market.buyers();
            int n = market.sellers();
            double[] share = new double[Math.min(m, n) + 1];
            boolean isNothing = true;
            for (int l = 1; l < share.length; l++) {
                share[l] = m * Binomial.equal(m - 1, 1 - rank, l - 1) * weight.of(l) * asks(l, bid);
                isNothing &= share[l] == 0;
            }
            return isNothing ? 0 : withRejectedBid(rank, bid, share) + withoutRejectedBid(bid, share);
        }

        /** What l asks below {@code bid} contribute: their probability, or E[bid − s(l)] on it. */
        private double asks(int l, double bid) {
            double subsets = Binomial.choose(market.sellers(), l);
            return subsets
                    * (ofGap
                            ? LastTrade.lengthBelow(market.costs(), l, bid)
                            : Binomial.power(market.costs().cdf(bid), l));
        }

        /** l = m: all bids trade. */
        private double withoutRejectedBid(double bid, double[] share) {
            int m = market.buyers();
            return m >= share.length ? 0 : share[m] * noAskUpTo(2 * bid - lowest, m);
        }

        /** l < m: given b(l), its rank being {@code rank}, b(l+1) is the highest of m − l ranks below. */
        private double withRejectedBid(double rank, double bid, double[] share) {
            int m = market.buyers();
            ValueDistribution values = market.values();
            if (m == 1 || rank <= 0) {
                return 0;
            }
            return Quadrature.integrateWithin(
                    accuracy(),
                    next -> {
                        double threshold = 2 * bid - values.quantile(next);
                        double sum = 0;
                        for (int l = 1; l < Math.min(m, share.length); l++) {
                            double density = (m - l) / rank * Binomial.power(next / rank, m - l - 1);
                            sum += share[l] * density * noAskUpTo(threshold, l);
                        }
                        return sum;
                    },
                    inner(rank, bid));
        }

        /** P(s(l+1) > {@code threshold} | the other n − l asks are unrestricted), the missing one being the highest message. */
        private double noAskUpTo(double threshold, int l) {
            int n = market.sellers();
            return l == n
                    ? (threshold < highest ? 1 : 0)
                    : Binomial.power(1 - market.costs().cdf(threshold), n - l);
        }

        private double[] inner(double rank, double bid) {
            List<Double> kinks = new ArrayList<>();
            for (double bend : askBends()) {
                kinks.add(market.values().cdf(2 * bid - bend));
            }
            for (double bend : market.values().kinks()) {
                kinks.add(market.values().cdf(bend));
            }
            return Kinks.between(0, rank, kinks);
        }

        private double[] outer() {
            List<Double> bids = new ArrayList<>(askBends());
            List<Double> rejected = Population.bends(market.values());
            bids.addAll(rejected);
            rejected.add(lowest);
            for (double ask : askBends()) {
                for (double bid : rejected) {
                    bids.add((ask + bid) / 2);
                }
            }
            return Kinks.between(0, 1, bids.stream().map(market.values()::cdf).toList());
        }

        private List<Double> askBends() {
            List<Double> bends = Population.bends(market.costs());
            bends.add(highest);
            return bends;
        }
    }
}
