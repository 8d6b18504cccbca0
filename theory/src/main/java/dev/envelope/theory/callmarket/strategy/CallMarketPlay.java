package dev.envelope.theory.callmarket.strategy;

import dev.envelope.theory.callmarket.expectation.OfferOdds;
import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.expectation.TruthfulTrade;
import dev.envelope.theory.callmarket.offer.OfferFunction;
import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Binomial;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/**
 * An equilibrium candidate of a k-double auction that is symmetric within the sides, and what it yields on average: by quadrature
 * over a trader's type and counting of the others' offers.
 */
public final class CallMarketPlay {

    /** The gain from a deviation that is taken for rounding, in units of the range of types. */
    private static final double NEGLIGIBLE = 1e-8;

    /** The gain up to which offers count as an equilibrium, if an approximate one, in the same units. */
    private static final double TOLERATED = 1e-4;

    /** The error of an integral in units of the range of types. */
    private static final double ACCURACY = 1e-13;

    private final Population market;
    private final double k;
    private final OfferFunction bids;
    private final OfferFunction asks;
    private final OfferOdds odds;
    private final double largestGain;

    CallMarketPlay(Population market, double k, OfferFunction bids, OfferFunction asks) {
        this(market, k, bids, asks, Deviations.largestGain(market, k, bids, asks));
    }

    private CallMarketPlay(Population market, double k, OfferFunction bids, OfferFunction asks, double largestGain) {
        this.market = market;
        this.k = k;
        this.bids = bids;
        this.asks = asks;
        this.largestGain = largestGain;
        this.odds = new OfferOdds(market.buyers(), this::bidBelow, market.sellers(), this::askBelow);
    }

    /** The buyer's-bid double auction, k = 1, with truthful sellers; empty where its condition could not be solved. */
    public static Optional<CallMarketPlay> buyersBid(Population market) {
        return BuyersBid.of(market).map(bids -> new CallMarketPlay(market, 1, bids, OfferFunction.truthful()));
    }

    /** The seller's-offer double auction, k = 0, with truthful buyers; empty where its condition could not be solved. */
    public static Optional<CallMarketPlay> sellersOffer(Population market) {
        return BuyersBid.of(market.mirrored())
                .map(asks -> new CallMarketPlay(market, 0, OfferFunction.truthful(), asks.mirrored()));
    }

    /**
     * The k-double auction for 0 &lt; k &lt; 1: of the continuum of smooth equilibria the one whose prices and types have the least
     * curvature, as functions of the sum of the two types that offer the same. Where no deviation from it gains more than {@value
     * #NEGLIGIBLE} of the range of types it is the first such that is found, else the one from which deviating gains the least;
     * empty where none was found.
     */
    public static Optional<CallMarketPlay> smooth(Population market, double k) {
        return SmoothSearch.of(market, k).play();
    }

    /** The one from which deviating gains less, the first where neither is; none where that is not a number. */
    static Optional<CallMarketPlay> better(Optional<CallMarketPlay> one, Optional<CallMarketPlay> other) {
        return Stream.concat(one.stream(), other.stream())
                .filter(play -> !Double.isNaN(play.largestGain))
                .min(Comparator.comparingDouble(play -> play.largestGain));
    }

    /** Whether no deviation was found that gains more than {@value #TOLERATED} of the range of types. */
    public boolean isEquilibrium() {
        return largestGain <= TOLERATED * (market.highest() - market.lowest());
    }

    /** Whether none was found that gains more than {@value #NEGLIGIBLE} of it, which is taken for rounding. */
    public boolean isExact() {
        return largestGain <= NEGLIGIBLE * (market.highest() - market.lowest());
    }

    /** What a buyer of value {@code value} bids. */
    public double bid(double value) {
        return bids.offer(value);
    }

    /** What a seller of cost {@code cost} asks. */
    public double ask(double cost) {
        return asks.offer(cost);
    }

    /** The largest gain from any deviation that a search over bids and asks finds, in the unit of the types. */
    public double largestGain() {
        return largestGain;
    }

    /** E[Σ value − cost of the units that trade]. */
    public double gains() {
        return tradedValue() - market.sellers() * sellers(cost -> cost * odds.sellerTrades(asks.offer(cost)));
    }

    /** E[Σ values of the buyers that trade]. */
    public double tradedValue() {
        return market.buyers() * buyers(value -> value * odds.buyerTrades(bids.offer(value)));
    }

    /** E[units that trade]. */
    public double trades() {
        return market.buyers() * buyers(value -> odds.buyerTrades(bids.offer(value)));
    }

    /** P(at least one unit trades). */
    public double tradeProbability() {
        int m = market.buyers();
        return 1
                - m
                        * buyers(value -> Binomial.power(market.values().cdf(value), m - 1)
                                * Binomial.power(1 - askBelow(bids.offer(value)), market.sellers()));
    }

    /** One buyer's expected payoff, before its value is known. */
    public double buyerGains() {
        Deviations payoffs = new Deviations(market, k, bids, asks);
        return buyers(value -> payoffs.payoff(value, bids.offer(value)));
    }

    /** One seller's expected payoff, before its cost is known. */
    public double sellerGains() {
        return mirrored().buyerGains();
    }

    /** The gains under truth. */
    public double firstBestGains() {
        return TruthfulTrade.of(market).gains();
    }

    /** The expected payoff of a buyer of value {@code value} who bids {@code bid}. */
    public double buyerPayoff(double value, double bid) {
        return new Deviations(market, k, bids, asks).payoff(value, bid);
    }

    /** E[(1−k)·s_(m) + k·s_(m+1)] of all offers' order statistics, whether anybody trades or not. */
    public double price() {
        return (1 - k) * orderStatistic(market.buyers()) + k * orderStatistic(market.buyers() + 1);
    }

    /** E[price | at least one unit trades]; where none does, the offers about the price are the highest bid and the lowest ask. */
    public double priceOfTrade() {
        int m = market.buyers();
        int n = market.sellers();
        double bestBidWithout = m
                * buyers(value -> bids.offer(value)
                        * Binomial.power(market.values().cdf(value), m - 1)
                        * Binomial.power(1 - askBelow(bids.offer(value)), n));
        double bestAskWithout = n
                * sellers(cost -> asks.offer(cost)
                        * Binomial.power(1 - market.costs().cdf(cost), n - 1)
                        * Binomial.power(bidBelow(asks.offer(cost)), m));
        return (price() - (1 - k) * bestBidWithout - k * bestAskWithout) / tradeProbability();
    }

    private double orderStatistic(int j) {
        List<Double> offers = new ArrayList<>(Deviations.bends(market.values(), bids));
        offers.addAll(Deviations.bends(market.costs(), asks));
        double low = offers.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double high = offers.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return high - Quadrature.integrate(x -> odds.orderStatisticBelow(j, x), Kinks.between(low, high, offers));
    }

    private CallMarketPlay mirrored() {
        return new CallMarketPlay(market.mirrored(), 1 - k, asks.mirrored(), bids.mirrored(), largestGain);
    }

    private double bidBelow(double x) {
        return market.values().cdf(bids.typeOf(x));
    }

    private double askBelow(double x) {
        return market.costs().cdf(asks.typeOf(x));
    }

    /** The values at which bids are not smooth: where F is not, and those that bid what is bent in what either side offers. */
    public List<Double> bidBends() {
        return bends(market.values(), bids);
    }

    /** The costs at which asks are not smooth. */
    public List<Double> askBends() {
        return bends(market.costs(), asks);
    }

    private List<Double> bends(ValueDistribution types, OfferFunction offers) {
        List<Double> bends = new ArrayList<>(types.kinks());
        Stream.of(Deviations.bends(market.values(), bids), Deviations.bends(market.costs(), asks))
                .flatMap(List::stream)
                .forEach(bend ->
                        bends.add(Bisection.first(types.lower(), types.upper(), type -> offers.offer(type) >= bend)));
        return bends;
    }

    private double buyers(DoubleUnaryOperator f) {
        return mean(f, market.values(), bidBends());
    }

    private double sellers(DoubleUnaryOperator f) {
        return mean(f, market.costs(), askBends());
    }

    /** E[f(type)], in pieces between {@code bends}. */
    private double mean(DoubleUnaryOperator f, ValueDistribution types, List<Double> bends) {
        double accuracy = ACCURACY * (market.highest() - market.lowest());
        return Expectation.of(types, types.lower(), types.upper(), accuracy, bends, f);
    }
}
