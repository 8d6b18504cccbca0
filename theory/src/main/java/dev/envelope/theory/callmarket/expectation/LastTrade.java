package dev.envelope.theory.callmarket.expectation;

import dev.envelope.theory.callmarket.expectation.TruthfulTrade.Weight;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Binomial;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;

/**
 * The least gainful of the efficient trades, b(L) − s(L), and what is lost and kept where it is given up for ever, under truth.
 *
 * <p>b(L) − s(L) is the length of the interval of clearing prices, where as many asks lie below a price as bids above, and of what
 * the best rejected offers cut off it on either side. Below b(l+1) that is E[(b(l+1) − s(l))⁺; L = l] = ∫ C(n,l)·(1 −
 * G(y))^(n−l)·W_l(y) dP(b(l+1) ≤ y), W_l(y) = ∫ G^l up to y: all l lowest asks lie below y and no other does. Checked by
 * {@code LastTradeTest}.
 */
public final class LastTrade {

    private final Population population;
    private final TruthfulTrade trade;

    private LastTrade(Population population) {
        this.population = population;
        this.trade = TruthfulTrade.of(population);
    }

    /** The last trade of {@code population}. */
    public static LastTrade of(Population population) {
        return new LastTrade(population);
    }

    /** E[b(L) − s(L); L ≥ 1]: the gains lost where the last trade is never made. */
    public double gap() {
        return gap(l -> 1);
    }

    /** E[Σ_{l < L} (b(l) − s(l))]: the gains where L − 1 units trade. */
    public double reducedGains() {
        return trade.gains() - gap();
    }

    /** E[(L − 1)·(b(L) − s(L)); L ≥ 1]: what the house keeps where L − 1 units trade at b(L) and s(L). */
    public double reducedSurplus() {
        return gap(l -> l - 1);
    }

    /** E[(L − 1)⁺]: how many units trade where the last never does. */
    public double reducedTrades() {
        return trade.trades() - trade.tradesAtLeast(1);
    }

    /**
     * All buyers' expected gains where L − 1 units trade at b(L) and s(L); the sellers have what they and the house leave of
     * {@link #reducedGains}. It is what they would gain at the least bids that trade, less the chances of being the last.
     */
    public double reducedBuyerGains() {
        ValueDistribution values = population.values();
        double amongClearing =
                trade.integral(x -> (1 - values.cdf(x)) * lastAt(x), population.lowest(), values.upper());
        return trade.pivotalBuyerGains() - amongClearing - belowRejectedBid(population.mirrored(), l -> l);
    }

    /** m·P(a bid of {@code x} is b(L), and L asks lie below it). */
    private double lastAt(double x) {
        int m = population.buyers();
        double[] below = Binomial.pmf(population.sellers(), population.costs().cdf(x));
        double[] above = Binomial.pmf(m - 1, 1 - population.values().cdf(x));
        double sum = 0;
        for (int l = 1; l <= Math.min(m, below.length - 1); l++) {
            sum += m * above[l - 1] * below[l];
        }
        return sum;
    }

    private double gap(Weight weight) {
        double clearing = trade.integral(x -> trade.balanced(x, weight), population.lowest(), population.highest());
        return clearing + belowRejectedBid(population, weight) + belowRejectedBid(population.mirrored(), weight);
    }

    private static double belowRejectedBid(Population market, Weight weight) {
        int m = market.buyers();
        int n = market.sellers();
        ValueDistribution values = market.values();
        ValueDistribution costs = market.costs();
        return Quadrature.integrate(
                rank -> {
                    double y = values.quantile(rank);
                    double sum = 0;
                    for (int l = 1; l <= Math.min(m - 1, n); l++) {
                        double density = m * Binomial.equal(m - 1, 1 - rank, l);
                        double empty = Binomial.choose(n, l) * Binomial.power(1 - costs.cdf(y), n - l);
                        double counts = weight.of(l) * density * empty;
                        sum += counts == 0 ? 0 : counts * lengthBelow(costs, l, y);
                    }
                    return sum;
                },
                market.ranks(values));
    }

    /** W_l(y) = ∫ G(x)^l dx up to y = E[(y − the highest of l costs)⁺]. */
    static double lengthBelow(ValueDistribution costs, int l, double y) {
        double from = costs.lower();
        return y <= from
                ? 0
                : Quadrature.integrate(
                        x -> Binomial.power(costs.cdf(x), l), Kinks.between(from, y, Population.bends(costs)));
    }
}
