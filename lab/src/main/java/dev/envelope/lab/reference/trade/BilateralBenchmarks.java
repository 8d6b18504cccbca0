package dev.envelope.lab.reference.trade;

import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.bilateral.PostedTradePrice;
import dev.envelope.theory.bilateral.TradingMechanism;

/** What a buyer and a seller could gain at best, what efficiency costs, and what a house could earn. */
final class BilateralBenchmarks {

    static final Quantities<BilateralSetting> QUANTITIES = new Quantities<BilateralSetting>()
            .number(
                    (t, c) -> t.traders().firstBestGains(),
                    "first_best_expected_gains",
                    "first_best_expected_gains_from_trade",
                    "first_best_gains",
                    "first_best")
            .number(
                    (t, c) -> t.traders().firstBestTradeProbability(),
                    "first_best_trade_probability",
                    "efficient_trade_probability")
            .number(
                    (t, c) -> secondBest(t).figures().gains(),
                    "second_best_expected_gains",
                    "second_best_expected_gains_from_trade",
                    "second_best_gains",
                    "second_best",
                    "second_best_bound")
            .number((t, c) -> secondBest(t).figures().tradeProbability(), "second_best_trade_probability")
            .number((t, c) -> secondBest(t).weight(), "second_best_alpha", "second_best_weight")
            .number(
                    (t, c) -> broker(t).figures().houseProfit(),
                    "expected_broker_profit",
                    "broker_profit",
                    "expected_intermediary_profit")
            .number((t, c) -> -t.traders().efficientDeficit(), "expected_budget_surplus")
            .number(
                    (t, c) -> t.traders().efficientDeficit(),
                    "expected_deficit",
                    "expected_budget_deficit",
                    "vcg_deficit",
                    "expected_vcg_deficit",
                    "vcg_expected_deficit")
            .with((t, c) -> Value.of(t.traders().canTradeEfficiently()), "efficient_balanced_mechanism_exists")
            .number((t, c) -> PostedTradePrice.ofLargestGains(t.traders()).price(), "optimal_posted_price")
            .number(
                    (t, c) -> PostedTradePrice.ofLargestGains(t.traders()).gains(),
                    "optimal_posted_price_gains",
                    "best_posted_price_gains");

    private BilateralBenchmarks() {}

    /** The mechanism of the largest gains without money from outside. */
    static TradingMechanism secondBest(BilateralSetting trade) {
        return TradingMechanism.secondBest(trade.traders())
                .orElseThrow(() -> new IllegalArgumentException(
                        "buyer, seller: the second best is a lottery (expected: distributions whose ironed virtual"
                                + " values are not flat at the same height)"));
    }

    /** Profits that name the broker's own mechanism are refused where another one is stated. */
    static TradingMechanism broker(BilateralSetting trade) {
        return switch (trade.kind()) {
            case BROKER, UNSTATED -> TradingMechanism.broker(trade.traders());
            default -> throw trade.setting().wrong("mechanism", "a profit-maximising broker");
        };
    }
}
