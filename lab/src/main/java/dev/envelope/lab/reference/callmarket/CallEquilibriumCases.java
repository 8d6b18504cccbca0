package dev.envelope.lab.reference.callmarket;

import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.callmarket.expectation.TruthfulTrade;
import dev.envelope.theory.callmarket.strategy.CallMarketPlay;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.ToDoubleBiFunction;

/** Equilibria of double auctions among several buyers and sellers. */
public final class CallEquilibriumCases implements BlockCases {

    private final Map<CallGame, Solution> solutions = new ConcurrentHashMap<>();
    private final Map<CallGame, Optional<CallMarketPlay>> plays = new ConcurrentHashMap<>();

    private final Quantities<CallGame> quantities = new Quantities<CallGame>()
            .with(
                    solved((g, c) -> g.bid(type(c, g.market().values(), "buyer_value", "value", "v"))),
                    "equilibrium_bid",
                    "equilibrium_buyer_bid",
                    "buyer_bid",
                    "bid")
            .with(
                    solved((g, c) -> g.ask(type(c, g.market().costs(), "seller_cost", "seller_value", "cost", "c"))),
                    "equilibrium_ask",
                    "equilibrium_offer",
                    "equilibrium_seller_offer",
                    "seller_ask",
                    "ask")
            .with(
                    solved((g, c) -> {
                        double value = type(c, g.market().values(), "buyer_value", "value", "v");
                        return value - g.bid(value);
                    }),
                    "bid_shading",
                    "shading",
                    "buyer_bid_shading",
                    "misrepresentation",
                    "buyer_misrepresentation")
            .with(
                    solved((g, c) -> g.predictions().gains()),
                    "expected_gains_from_trade",
                    "expected_gains",
                    "expected_equilibrium_gains_from_trade",
                    "expected_total_gains_from_trade",
                    "expected_welfare",
                    "expected_total_surplus",
                    "expected_social_surplus")
            .number(
                    (g, c) -> TruthfulTrade.of(g.market()).gains(),
                    "first_best_expected_gains",
                    "expected_first_best_gains",
                    "first_best_gains",
                    "first_best")
            .with(
                    solved((g, c) -> 1 - g.predictions().efficiency()),
                    "1-gains/first_best",
                    "inefficiency",
                    "efficiency_loss",
                    "relative_inefficiency")
            .with(
                    solved((g, c) -> g.predictions().efficiency()),
                    "gains/first_best",
                    "efficiency",
                    "gains_over_first_best",
                    "efficiency_ratio")
            .with(
                    solved((g, c) ->
                            g.predictions().firstBestGains() - g.predictions().gains()),
                    "expected_efficiency_loss",
                    "expected_lost_gains",
                    "expected_gains_lost",
                    "expected_welfare_loss")
            .with(
                    solved((g, c) -> g.predictions().tradeProbability()),
                    "trade_probability",
                    "probability_of_trade",
                    "probability_of_any_trade")
            .with(
                    solved((g, c) -> g.trades()),
                    "expected_number_of_trades",
                    "expected_trades",
                    "expected_number_of_units_traded",
                    "expected_volume",
                    "expected_trade_volume",
                    "expected_trading_volume")
            .number(
                    (g, c) -> TruthfulTrade.of(g.market()).trades(),
                    "expected_efficient_trades",
                    "expected_number_of_efficient_trades")
            .with(
                    solved((g, c) ->
                            TruthfulTrade.of(g.market()).trades() - g.play().trades()),
                    "expected_lost_trades",
                    "expected_number_of_lost_trades")
            .with(
                    solved((g, c) -> 1 - g.predictions().tradeProbability()),
                    "no_trade_probability",
                    "probability_of_no_trade")
            .with(
                    solved((g, c) -> g.bid(g.market().values().upper())),
                    "maximum_bid",
                    "highest_bid",
                    "highest_buyer_bid")
            .with(solved((g, c) -> g.ask(g.market().costs().lower())), "minimum_ask", "lowest_ask", "minimum_offer")
            .with(
                    solved((g, c) -> {
                        double value = type(c, g.market().values(), "buyer_value", "value", "v");
                        return g.play().buyerPayoff(value, g.play().bid(value));
                    }),
                    "interim_buyer_utility",
                    "interim_buyer_surplus")
            .with(solved((g, c) -> g.largestGain()), "largest_deviation_gain", "largest_gain_from_deviation")
            .with(
                    solved((g, c) -> {
                        if (CallMarketCases.isGivenTrade(c)) {
                            return g.play().priceOfTrade();
                        }
                        CallMarketCases.requireUnconditional(c);
                        return g.play().price();
                    }),
                    "expected_price")
            .with(
                    solved((g, c) -> g.play().priceOfTrade()),
                    "expected_price_conditional_on_trade",
                    "expected_price_given_trade")
            .with(
                    solved((g, c) -> g.buyerSurplus()),
                    "expected_profit_per_buyer",
                    "expected_surplus_per_buyer",
                    "expected_payoff_per_buyer",
                    "ex_ante_expected_utility_per_buyer",
                    "ex_ante_buyer_utility")
            .with(
                    solved((g, c) -> g.sellerSurplus()),
                    "expected_profit_per_seller",
                    "expected_surplus_per_seller",
                    "expected_payoff_per_seller",
                    "ex_ante_expected_utility_per_seller",
                    "ex_ante_seller_utility")
            .with(
                    solved((g, c) -> g.market().buyers() * g.buyerSurplus()),
                    "expected_total_buyer_surplus",
                    "expected_total_buyer_profit",
                    "expected_buyers_surplus",
                    "expected_buyers_profit",
                    "expected_total_profit_of_buyers")
            .with(
                    solved((g, c) -> g.market().sellers() * g.sellerSurplus()),
                    "expected_total_seller_surplus",
                    "expected_total_seller_profit",
                    "expected_sellers_surplus",
                    "expected_sellers_profit",
                    "expected_total_profit_of_sellers");

    @Override
    public Set<String> blocks() {
        return Set.of("double_auction_bne");
    }

    @Override
    public Value evaluate(ReferenceCase reference) {
        if (reference.setting().has("reports")) {
            throw reference.setting().wrong("reports", "none, for in this block offers are those of an equilibrium");
        }
        CallMarketSetting setting = CallMarketSetting.of(reference.setting());
        if (!CallMarketCases.isKDouble(setting.terms().rules())) {
            throw reference.setting().wrong("mechanism", "a k-double auction, such as the buyer's-bid one");
        }
        TraderWords.checkSide(
                reference, setting.market().buyers(), setting.market().sellers());
        return quantities.of(new CallGame(setting.market(), setting.terms().k(reference)), reference);
    }

    /** A number of a game's equilibrium. */
    private BiFunction<CallGame, ReferenceCase, Value> solved(
            ToDoubleBiFunction<CallEquilibrium, ReferenceCase> number) {
        return (game, reference) -> {
            CallEquilibrium equilibrium = equilibrium(game);
            return equilibrium.certified(number.applyAsDouble(equilibrium, reference));
        };
    }

    private CallEquilibrium equilibrium(CallGame game) {
        Solution solution = solutions.computeIfAbsent(game, CallGame::solution);
        if (solution instanceof NoEquilibrium none) {
            throw new IllegalArgumentException(none.reason());
        }
        return new CallEquilibrium(game, (Equilibrium) solution, each -> plays.computeIfAbsent(each, CallGame::play));
    }

    private static double type(ReferenceCase reference, ValueDistribution types, String... names) {
        Setting at = reference.at();
        for (String name : names) {
            if (at.has(name)) {
                double type = at.number(name);
                if (type < types.lower() || type > types.upper()) {
                    throw at.wrong(name, "a type in [" + types.lower() + ", " + types.upper() + "]");
                }
                return type;
            }
        }
        throw at.wrong(names[0], "the type");
    }
}
