package dev.envelope.theory.callmarket.expectation;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Binomial;
import dev.envelope.theory.numeric.Quadrature;
import java.util.function.DoubleUnaryOperator;

/**
 * What a call market yields on average where everybody tells the truth and all L efficient trades are made.
 *
 * <p>With S(x) asks below a price x and D(x) bids above it, independent binomial numbers, the gains are ∫ min(S(x), D(x)) dx and
 * a seller of cost x trades where D(x) exceeds the number of other asks below. For U[0,1]: gains mn/(2(m+n+1)), trades
 * mn/(m+n), deficit of Vickrey, Clarke and Groves mn/((m+n)(m+n+1)). Checked by {@code TruthfulTradeTest}.
 */
public final class TruthfulTrade {

    private final Population population;
    private final ValueDistribution values;
    private final ValueDistribution costs;
    private final OfferOdds odds;

    private TruthfulTrade(Population population) {
        this.population = population;
        this.values = population.values();
        this.costs = population.costs();
        this.odds = new OfferOdds(population.buyers(), values::cdf, population.sellers(), costs::cdf);
    }

    /** The expectations for {@code population}. */
    public static TruthfulTrade of(Population population) {
        return new TruthfulTrade(population);
    }

    /** E[Σ_{l ≤ L} (b(l) − s(l))]: the first best. */
    public double gains() {
        return integral(odds::tradesAt, population.lowest(), population.highest());
    }

    /** E[L]. */
    public double trades() {
        return population.sellers() * sellerRanks(odds::sellerTrades);
    }

    /** E[Σ_{l ≤ L} b(l)]: the values of the buyers that trade. */
    public double tradedValue() {
        return population.buyers()
                * Quadrature.integrate(
                        rank -> values.quantile(rank) * odds.buyerTrades(values.quantile(rank)),
                        population.ranks(values));
    }

    /** P(L ≥ {@code l}): b({@code l}) reaches s({@code l}). */
    public double tradesAtLeast(int l) {
        int n = population.sellers();
        if (l > Math.min(n, population.buyers())) {
            return 0;
        }
        return l <= 0
                ? 1
                : n
                        * Quadrature.integrate(
                                rank -> Binomial.equal(n - 1, rank, l - 1)
                                        * Binomial.atLeast(
                                                population.buyers(), 1 - values.cdf(costs.quantile(rank)), l),
                                population.ranks(costs));
    }

    /**
     * What the house pays in expectation under Vickrey, Clarke and Groves with the basis v_lo and c_hi: E[L·(min(b(L), s(L+1),
     * c_hi) − max(s(L), b(L+1), v_lo))]; negative where it earns.
     */
    public double vcgDeficit() {
        int m = population.buyers();
        int n = population.sellers();
        return integral(x -> balanced(x, l -> l), values.lower(), costs.upper()) - m * cheap(m + 1) - n * dear(n + 1);
    }

    /** All buyers' expected gains at the prices max(s(L), b(L+1), v_lo). */
    public double vcgBuyerGains() {
        return population.buyers()
                * integral(x -> odds.buyerTrades(x) * (1 - values.cdf(x)), values.lower(), values.upper());
    }

    /** All sellers' expected gains at the prices min(b(L), s(L+1), c_hi). */
    public double vcgSellerGains() {
        return population.sellers() * integral(x -> odds.sellerTrades(x) * costs.cdf(x), costs.lower(), costs.upper());
    }

    /**
     * All buyers' expected gains where each pays the least bid with which it would trade, whatever the supports: m·∫ P(a bid of y
     * trades)·(1 − F(y)) dy over all messages y.
     */
    double pivotalBuyerGains() {
        return population.buyers()
                * integral(x -> odds.buyerTrades(x) * (1 - values.cdf(x)), population.lowest(), values.upper());
    }

    /** All buyers' expected gains at the price (1−k)·low + k·high of the k-double auction; the sellers have the rest. */
    public double buyerGains(double k) {
        int m = population.buyers();
        int n = population.sellers();
        double atLow = vcgBuyerGains() + m * cheap(m);
        double atHigh = gains() - vcgSellerGains() - n * dear(n);
        return (1 - k) * atLow + k * atHigh;
    }

    /** E[the {@code j}-th lowest of all m + n offers], whether anybody trades or not. */
    public double orderStatistic(int j) {
        double from = population.lowest();
        double to = population.highest();
        return to - integral(x -> odds.orderStatisticBelow(j, x), from, to);
    }

    /** E[(1−k)·s_(m) + k·s_(m+1)] of all offers' order statistics, whether anybody trades or not. */
    public double price(double k) {
        int m = population.buyers();
        return (1 - k) * orderStatistic(m) + k * orderStatistic(m + 1);
    }

    /**
     * The variance of (1−k)·s_(m) + k·s_(m+1), whether anybody trades or not: with A and B their mean squared distances from the mean of that,
     * (1−k)·A + k·B − k(1−k)·E(s_(m+1) − s_(m))².
     */
    public double priceVariance(double k) {
        int m = population.buyers();
        double mean = price(k);
        double apart = k == 0 || k == 1 ? 0 : k * (1 - k) * squaredGap();
        return (1 - k) * squaredDistance(m, mean) + k * squaredDistance(m + 1, mean) - apart;
    }

    /** E(s_(j) − c)². */
    private double squaredDistance(int j, double c) {
        double to = population.highest();
        return (to - c) * (to - c)
                - integral(x -> 2 * (x - c) * odds.orderStatisticBelow(j, x), population.lowest(), to);
    }

    /** E(s_(m+1) − s_(m))² = 2·∬ P(s_(m) ≤ x, s_(m+1) &gt; y) over x &lt; y. */
    private double squaredGap() {
        double to = population.highest();
        return 2 * integral(x -> integral(y -> isFree(x, y), x, to), population.lowest(), to);
    }

    /** P(m offers are at most {@code x} and all others above {@code y}). */
    private double isFree(double x, double y) {
        int m = population.buyers();
        int n = population.sellers();
        double sum = 0;
        for (int bids = Math.max(0, m - n); bids <= m; bids++) {
            sum += Binomial.choose(m, bids)
                    * Binomial.power(values.cdf(x), bids)
                    * Binomial.power(1 - values.cdf(y), m - bids)
                    * Binomial.choose(n, m - bids)
                    * Binomial.power(costs.cdf(x), m - bids)
                    * Binomial.power(1 - costs.cdf(y), n - m + bids);
        }
        return sum;
    }

    /** E[price of the k-double auction | L ≥ 1]. */
    public double priceOfTrade(double k) {
        double withoutTrade = (1 - k) * bestBidWithoutTrade(bid -> bid) + k * bestAskWithoutTrade(ask -> ask);
        return (price(k) - withoutTrade) / tradesAtLeast(1);
    }

    /**
     * The variance of the price of the k-double auction given L ≥ 1. Without trade s_(m) is the best bid b and s_(m+1) the best ask a, and
     * ((1−k)b + ka − μ)² = (1−k)(b−μ)² + k(a−μ)² − k(1−k)(a−b)².
     */
    public double priceVarianceOfTrade(double k) {
        double mean = priceOfTrade(k);
        double off = price(k) - mean;
        double apart = k == 0 || k == 1 ? 0 : k * (1 - k) * squaredGapWithoutTrade();
        double withoutTrade = (1 - k) * bestBidWithoutTrade(bid -> (bid - mean) * (bid - mean))
                + k * bestAskWithoutTrade(ask -> (ask - mean) * (ask - mean))
                - apart;
        return (priceVariance(k) + off * off - withoutTrade) / tradesAtLeast(1);
    }

    /** E[f(the best bid); L = 0]. */
    private double bestBidWithoutTrade(DoubleUnaryOperator f) {
        int m = population.buyers();
        return m
                * Quadrature.integrate(
                        rank -> f.applyAsDouble(values.quantile(rank))
                                * Binomial.power(rank, m - 1)
                                * Binomial.power(1 - costs.cdf(values.quantile(rank)), population.sellers()),
                        population.ranks(values));
    }

    /** E[f(the best ask); L = 0]. */
    private double bestAskWithoutTrade(DoubleUnaryOperator f) {
        int n = population.sellers();
        return n
                * Quadrature.integrate(
                        rank -> f.applyAsDouble(costs.quantile(rank))
                                * Binomial.power(1 - rank, n - 1)
                                * Binomial.power(values.cdf(costs.quantile(rank)), population.buyers()),
                        population.ranks(costs));
    }

    /** E[(best ask − best bid)²; L = 0]. */
    private double squaredGapWithoutTrade() {
        double to = population.highest();
        return 2
                * integral(
                        x -> Binomial.power(values.cdf(x), population.buyers())
                                * integral(y -> Binomial.power(1 - costs.cdf(y), population.sellers()), x, to),
                        population.lowest(),
                        to);
    }

    /** Σ φ(l)·P(S(x) = D(x) = l) over l ≥ 1. */
    double balanced(double x, Weight weight) {
        double[] below = Binomial.pmf(population.sellers(), costs.cdf(x));
        double[] above = Binomial.pmf(population.buyers(), 1 - values.cdf(x));
        double sum = 0;
        for (int l = 1; l < Math.min(below.length, above.length); l++) {
            sum += weight.of(l) * below[l] * above[l];
        }
        return sum;
    }

    /** E[(v_lo − s(l))⁺], a missing ask being above. */
    private double cheap(int l) {
        return integral(
                x -> Binomial.atLeast(population.sellers(), costs.cdf(x), l), population.lowest(), values.lower());
    }

    /** E[(b(l) − c_hi)⁺], a missing bid being below. */
    private double dear(int l) {
        return integral(
                x -> Binomial.atLeast(population.buyers(), 1 - values.cdf(x), l), costs.upper(), population.highest());
    }

    double integral(DoubleUnaryOperator f, double from, double to) {
        return to <= from ? 0 : Quadrature.integrate(f, population.pieces(from, to));
    }

    private double sellerRanks(DoubleUnaryOperator f) {
        return Quadrature.integrate(rank -> f.applyAsDouble(costs.quantile(rank)), population.ranks(costs));
    }

    /** What a number of efficient trades counts. */
    @FunctionalInterface
    interface Weight {
        double of(int trades);
    }
}
