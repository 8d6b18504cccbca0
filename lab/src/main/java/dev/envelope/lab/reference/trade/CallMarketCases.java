package dev.envelope.lab.reference.trade;

import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.trade.CallMarketSetting.Rules;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.callmarket.expectation.LastTrade;
import dev.envelope.theory.callmarket.expectation.McAfeeTrade;
import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.expectation.TruthfulTrade;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** What truthful traders of unit demand and supply expect of a call market. */
public final class CallMarketCases implements BlockCases {

    private final Quantities<CallMarketSetting> quantities = new Quantities<CallMarketSetting>()
            .number(
                    (s, c) -> gains(s),
                    "expected_gains_from_trade",
                    "expected_gains",
                    "expected_total_gains",
                    "expected_total_gains_from_trade",
                    "expected_realised_gains",
                    "expected_realized_gains",
                    "expected_gains_from_trade_of_traders_plus_auctioneer",
                    "expected_gains_of_traders_plus_auctioneer",
                    "expected_welfare")
            .number(
                    (s, c) -> gains(s) - surplus(s),
                    "expected_gains_from_trade_of_traders",
                    "expected_gains_of_traders",
                    "expected_trader_gains",
                    "expected_traders_gains",
                    "expected_traders_surplus")
            .number(
                    (s, c) -> trade(s).gains(),
                    "expected_first_best_gains",
                    "first_best_expected_gains",
                    "expected_first_best_gains_from_trade",
                    "first_best_gains",
                    "first_best")
            .number(
                    (s, c) -> trade(s).trades(),
                    "expected_number_of_efficient_trades",
                    "expected_efficient_trades",
                    "expected_efficient_number_of_trades")
            .number(
                    (s, c) -> trades(s),
                    "expected_number_of_trades",
                    "expected_trades",
                    "expected_number_of_units_traded",
                    "expected_units_traded")
            .number(
                    (s, c) -> surplus(s),
                    "expected_auctioneer_surplus",
                    "expected_surplus_of_auctioneer",
                    "expected_auctioneer_revenue",
                    "expected_budget_surplus",
                    "expected_house_surplus",
                    "expected_revenue")
            .number(
                    (s, c) -> -surplus(s),
                    "expected_deficit",
                    "expected_budget_deficit",
                    "expected_auctioneer_deficit",
                    "expected_subsidy")
            .number(
                    (s, c) -> reductionProbability(s),
                    "probability_of_trade_reduction",
                    "trade_reduction_probability",
                    "probability_of_reduction")
            .number(
                    (s, c) -> tradeProbability(s),
                    "trade_probability",
                    "probability_of_trade",
                    "probability_of_any_trade")
            .number((s, c) -> trade(s).tradesAtLeast(1), "probability_of_efficient_trade")
            .number(
                    (s, c) -> gains(s) / trade(s).gains(),
                    "efficiency",
                    "gains/first_best",
                    "gains_over_first_best",
                    "expected_efficiency",
                    "efficiency_ratio")
            .number(
                    (s, c) -> 1 - gains(s) / trade(s).gains(),
                    "1-gains/first_best",
                    "inefficiency",
                    "efficiency_loss",
                    "relative_inefficiency")
            .number(
                    (s, c) -> trade(s).gains() - gains(s),
                    "expected_efficiency_loss",
                    "expected_lost_gains",
                    "expected_gains_lost",
                    "expected_welfare_loss")
            .number(
                    (s, c) -> trade(s).trades() - trades(s),
                    "expected_trades_lost",
                    "expected_lost_trades",
                    "expected_number_of_lost_trades")
            .number(CallMarketCases::price, "expected_price")
            .number(CallMarketCases::priceVariance, "price_variance", "variance_of_price", "variance_of_the_price")
            .number(
                    (s, c) -> trade(s).priceOfTrade(s.k(c)),
                    "expected_price_conditional_on_trade",
                    "expected_price_given_trade")
            .number(
                    CallMarketCases::buyerGains,
                    "expected_total_buyer_surplus",
                    "expected_total_buyer_profit",
                    "expected_buyers_surplus",
                    "expected_buyers_profit",
                    "expected_total_profit_of_buyers")
            .number(
                    CallMarketCases::sellerGains,
                    "expected_total_seller_surplus",
                    "expected_total_seller_profit",
                    "expected_sellers_surplus",
                    "expected_sellers_profit",
                    "expected_total_profit_of_sellers")
            .number(
                    (s, c) -> buyerGains(s, c) / s.market().buyers(),
                    "expected_profit_per_buyer",
                    "expected_surplus_per_buyer",
                    "expected_payoff_per_buyer",
                    "ex_ante_expected_utility_per_buyer")
            .number(
                    (s, c) -> sellerGains(s, c) / s.market().sellers(),
                    "expected_profit_per_seller",
                    "expected_surplus_per_seller",
                    "expected_payoff_per_seller",
                    "ex_ante_expected_utility_per_seller");

    @Override
    public Set<String> blocks() {
        return Set.of("double_auction");
    }

    @Override
    public Value evaluate(ReferenceCase reference) {
        String reports = reference.setting().text("reports", "truthful").toLowerCase(Locale.ROOT);
        if (!reports.startsWith("truth")) {
            throw reference.setting().wrong("reports", "truthful");
        }
        return quantities.of(CallMarketSetting.of(reference.setting()), reference);
    }

    private static double priceVariance(CallMarketSetting setting, ReferenceCase reference) {
        requireUnconditional(reference);
        return trade(setting).priceVariance(setting.k(reference));
    }

    /** Refuses a price of which the case does not say that it is one whether anybody trades or not. */
    static void requireUnconditional(ReferenceCase reference) {
        if (!isUnconditional(reference)
                || reference.quantity().text().toLowerCase(Locale.ROOT).contains("given")) {
            throw new IllegalArgumentException(
                    "quantity: " + reference.quantity() + " (expected: unconditional, as an order statistic)");
        }
    }

    private static boolean isUnconditional(ReferenceCase reference) {
        String what = reference.quantity().text().toLowerCase(Locale.ROOT);
        return what.contains("unconditional") || what.contains("order-statistic") || what.contains("order statistic");
    }

    /** A price whether anybody trades or not: only where the case says so, for there are others. */
    private static double price(CallMarketSetting setting, ReferenceCase reference) {
        String what = reference.quantity().text().toLowerCase(Locale.ROOT);
        if ((what.contains("conditional") && !what.contains("unconditional")) || what.contains("given")) {
            return trade(setting).priceOfTrade(setting.k(reference));
        }
        if (isUnconditional(reference)) {
            return trade(setting).price(setting.k(reference));
        }
        throw new IllegalArgumentException("quantity: " + reference.quantity()
                + " (expected: unconditional, as an order statistic, or conditional on trade)");
    }

    private static double gains(CallMarketSetting setting) {
        return switch (setting.rules()) {
            case MCAFEE -> mcAfee(setting).gains();
            case REDUCED -> LastTrade.of(setting.market()).reducedGains();
            case EFFICIENT, K_DOUBLE, BUYERS_BID, SELLERS_OFFER, VCG ->
                trade(setting).gains();
        };
    }

    private static double trades(CallMarketSetting setting) {
        return switch (setting.rules()) {
            case MCAFEE -> mcAfee(setting).trades();
            case REDUCED -> LastTrade.of(setting.market()).reducedTrades();
            case EFFICIENT, K_DOUBLE, BUYERS_BID, SELLERS_OFFER, VCG ->
                trade(setting).trades();
        };
    }

    private static double surplus(CallMarketSetting setting) {
        return switch (setting.rules()) {
            case MCAFEE -> mcAfee(setting).surplus();
            case REDUCED -> LastTrade.of(setting.market()).reducedSurplus();
            case VCG -> -trade(setting).vcgDeficit();
            case K_DOUBLE, BUYERS_BID, SELLERS_OFFER -> 0;
            case EFFICIENT ->
                throw new IllegalArgumentException("mechanism: " + setting.text()
                        + " (expected: one with prices, such as VCG, McAfee or a k-double auction)");
        };
    }

    private static double buyerGains(CallMarketSetting setting, ReferenceCase reference) {
        return switch (setting.rules()) {
            case MCAFEE -> mcAfee(setting).buyerGains();
            case REDUCED -> LastTrade.of(setting.market()).reducedBuyerGains();
            case VCG -> trade(setting).vcgBuyerGains();
            case K_DOUBLE, BUYERS_BID, SELLERS_OFFER -> trade(setting).buyerGains(setting.k(reference));
            case EFFICIENT ->
                throw new IllegalArgumentException("mechanism: " + setting.text()
                        + " (expected: one with prices, such as VCG, McAfee or a k-double auction)");
        };
    }

    private static double sellerGains(CallMarketSetting setting, ReferenceCase reference) {
        return gains(setting) - surplus(setting) - buyerGains(setting, reference);
    }

    private static double reductionProbability(CallMarketSetting setting) {
        return switch (setting.rules()) {
            case MCAFEE -> mcAfee(setting).reductionProbability();
            case REDUCED -> trade(setting).tradesAtLeast(1);
            case EFFICIENT, K_DOUBLE, BUYERS_BID, SELLERS_OFFER, VCG -> 0;
        };
    }

    private static double tradeProbability(CallMarketSetting setting) {
        return switch (setting.rules()) {
            case MCAFEE -> mcAfee(setting).tradeProbability();
            case REDUCED -> trade(setting).tradesAtLeast(2);
            case EFFICIENT, K_DOUBLE, BUYERS_BID, SELLERS_OFFER, VCG ->
                trade(setting).tradesAtLeast(1);
        };
    }

    private static TruthfulTrade trade(CallMarketSetting setting) {
        return TruthfulTrade.of(setting.market());
    }

    /** With the stand-ins for missing offers that the words state. */
    private static McAfeeTrade mcAfee(CallMarketSetting setting) {
        Population market = setting.market();
        OptionalDouble bid = CallMarketSetting.stated(setting.text(), "b_\\{?\\(?m\\+1\\)?\\}?");
        OptionalDouble ask = CallMarketSetting.stated(setting.text(), "s_\\{?\\(?n\\+1\\)?\\}?");
        return McAfeeTrade.of(market, bid.orElse(market.lowest()), ask.orElse(market.highest()));
    }

    /** Whether {@code rules} are a k-double auction. */
    static boolean isKDouble(Rules rules) {
        return rules == Rules.K_DOUBLE || rules == Rules.BUYERS_BID || rules == Rules.SELLERS_OFFER;
    }
}
