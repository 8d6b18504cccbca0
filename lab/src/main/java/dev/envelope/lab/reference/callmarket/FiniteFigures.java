package dev.envelope.lab.reference.callmarket;

import dev.envelope.lab.reference.callmarket.CallMarketSetting.Rules;
import dev.envelope.theory.callmarket.CallMechanism;
import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.callmarket.McAfeeAuction;
import dev.envelope.theory.callmarket.TradeReductionAuction;
import dev.envelope.theory.callmarket.VcgCallMarket;
import dev.envelope.theory.finite.FiniteCallMarket;
import java.util.function.DoubleSupplier;

/**
 * Of traders of finitely many types. A value that meets a cost trades, as bids that meet asks do; under McAfee, where such a pair moves the
 * prices, it is the same.
 *
 * @param market who trades
 * @param rules the mechanism
 * @param text the mechanism in the file's words, in small letters
 */
record FiniteFigures(FiniteCallMarket market, Rules rules, String text) implements CallFigures {

    @Override
    public double gains() {
        return under(0).gains();
    }

    @Override
    public double trades() {
        return under(0).trades();
    }

    @Override
    public double tradeProbability() {
        return under(0).tradeProbability();
    }

    @Override
    public double reductionProbability() {
        return under(0).reductionProbability();
    }

    @Override
    public double surplus() {
        requirePrices();
        return under(0).surplus();
    }

    @Override
    public double buyerGains(DoubleSupplier k) {
        requirePrices();
        return under(CallMarketCases.isKDouble(rules) ? k.getAsDouble() : 0).buyerGains();
    }

    @Override
    public double firstBest() {
        return under(0).firstBest();
    }

    @Override
    public double efficientTrades() {
        return under(0).efficientTrades();
    }

    @Override
    public double efficientTradeProbability() {
        return under(0).efficientTradeProbability();
    }

    @Override
    public double price(double k) {
        int m = market.buyers();
        return (1 - k) * market.orderStatistic(m) + k * market.orderStatistic(m + 1);
    }

    @Override
    public double priceVariance(double k) {
        throw new IllegalArgumentException("quantity: the variance of a price without trade (expected: given trade)");
    }

    @Override
    public double priceOfTrade(double k) {
        return kDouble(k).priceOfTrade();
    }

    @Override
    public double priceVarianceOfTrade(double k) {
        return kDouble(k).priceVarianceOfTrade();
    }

    private void requirePrices() {
        if (rules == Rules.EFFICIENT) {
            throw CallMarketSetting.withoutPrices(text);
        }
    }

    private FiniteCallMarket.Averages kDouble(double k) {
        return market.under(KDoubleAuction.of(market.buyers(), market.sellers(), k));
    }

    private FiniteCallMarket.Averages under(double k) {
        int m = market.buyers();
        int n = market.sellers();
        CallMechanism mechanism = switch (rules) {
            case EFFICIENT, K_DOUBLE, BUYERS_BID, SELLERS_OFFER -> KDoubleAuction.of(m, n, k);
            case VCG ->
                VcgCallMarket.of(m, n, market.values().lower(), market.costs().upper());
            case REDUCED -> TradeReductionAuction.of(m, n);
            case MCAFEE ->
                McAfeeAuction.of(
                        m,
                        n,
                        CallMarketSetting.dummyBid(text).orElse(market.lowest()),
                        CallMarketSetting.dummyAsk(text).orElse(market.highest()));
        };
        return market.under(mechanism);
    }
}
