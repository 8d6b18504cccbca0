package dev.envelope.lab.reference.callmarket;

import dev.envelope.lab.reference.callmarket.CallMarketSetting.Rules;
import dev.envelope.theory.callmarket.expectation.LastTrade;
import dev.envelope.theory.callmarket.expectation.McAfeeTrade;
import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.expectation.TruthfulTrade;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/**
 * Of traders whose types have densities.
 *
 * @param market who trades
 * @param rules the mechanism
 * @param text the mechanism in the file's words, in small letters
 */
record TruthfulFigures(Population market, Rules rules, String text) implements CallFigures {

    @Override
    public double gains() {
        return switch (rules) {
            case MCAFEE -> mcAfee().gains();
            case REDUCED -> LastTrade.of(market).reducedGains();
            case EFFICIENT, K_DOUBLE, BUYERS_BID, SELLERS_OFFER, VCG -> trade().gains();
        };
    }

    @Override
    public double trades() {
        return switch (rules) {
            case MCAFEE -> mcAfee().trades();
            case REDUCED -> LastTrade.of(market).reducedTrades();
            case EFFICIENT, K_DOUBLE, BUYERS_BID, SELLERS_OFFER, VCG -> trade().trades();
        };
    }

    @Override
    public double surplus() {
        return switch (rules) {
            case MCAFEE -> mcAfee().surplus();
            case REDUCED -> LastTrade.of(market).reducedSurplus();
            case VCG -> -trade().vcgDeficit();
            case K_DOUBLE, BUYERS_BID, SELLERS_OFFER -> 0;
            case EFFICIENT -> throw CallMarketSetting.withoutPrices(text);
        };
    }

    @Override
    public double buyerGains(DoubleSupplier k) {
        return switch (rules) {
            case MCAFEE -> mcAfee().buyerGains();
            case REDUCED -> LastTrade.of(market).reducedBuyerGains();
            case VCG -> trade().vcgBuyerGains();
            case K_DOUBLE, BUYERS_BID, SELLERS_OFFER -> trade().buyerGains(k.getAsDouble());
            case EFFICIENT -> throw CallMarketSetting.withoutPrices(text);
        };
    }

    @Override
    public double reductionProbability() {
        return switch (rules) {
            case MCAFEE -> mcAfee().reductionProbability();
            case REDUCED -> trade().tradesAtLeast(1);
            case EFFICIENT, K_DOUBLE, BUYERS_BID, SELLERS_OFFER, VCG -> 0;
        };
    }

    @Override
    public double tradeProbability() {
        return switch (rules) {
            case MCAFEE -> mcAfee().tradeProbability();
            case REDUCED -> trade().tradesAtLeast(2);
            case EFFICIENT, K_DOUBLE, BUYERS_BID, SELLERS_OFFER, VCG -> trade().tradesAtLeast(1);
        };
    }

    @Override
    public double firstBest() {
        return trade().gains();
    }

    @Override
    public double efficientTrades() {
        return trade().trades();
    }

    @Override
    public double efficientTradeProbability() {
        return trade().tradesAtLeast(1);
    }

    @Override
    public double price(double k) {
        return trade().price(k);
    }

    @Override
    public double priceVariance(double k) {
        return trade().priceVariance(k);
    }

    @Override
    public double priceOfTrade(double k) {
        return trade().priceOfTrade(k);
    }

    @Override
    public double priceVarianceOfTrade(double k) {
        return trade().priceVarianceOfTrade(k);
    }

    private TruthfulTrade trade() {
        return TruthfulTrade.of(market);
    }

    /** With the stand-ins for missing offers that the words state. */
    private McAfeeTrade mcAfee() {
        OptionalDouble bid = CallMarketSetting.dummyBid(text);
        OptionalDouble ask = CallMarketSetting.dummyAsk(text);
        return McAfeeTrade.of(market, bid.orElse(market.lowest()), ask.orElse(market.highest()));
    }
}
