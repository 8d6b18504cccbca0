package dev.envelope.lab.reference.trade;

import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.expectation.TruthfulTrade;
import dev.envelope.theory.callmarket.strategy.CallMarketPlay;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.solver.Equilibria;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Equilibria of double auctions among several buyers and sellers. */
public final class CallEquilibriumCases implements BlockCases {

    private final Map<Game, Solution> solved = new ConcurrentHashMap<>();
    private final Map<Game, Optional<CallMarketPlay>> plays = new ConcurrentHashMap<>();

    private final Quantities<Asked> quantities = new Quantities<Asked>()
            .number(
                    (g, c) -> equilibrium(g).message(0, type(c, g.market().values(), "buyer_value", "value", "v")),
                    "equilibrium_bid",
                    "equilibrium_buyer_bid",
                    "buyer_bid",
                    "bid")
            .number(
                    (g, c) -> equilibrium(g)
                            .message(
                                    g.market().buyers(),
                                    type(c, g.market().costs(), "seller_cost", "seller_value", "cost", "c")),
                    "equilibrium_ask",
                    "equilibrium_offer",
                    "equilibrium_seller_offer",
                    "seller_ask",
                    "ask")
            .number(
                    (g, c) -> {
                        double value = type(c, g.market().values(), "buyer_value", "value", "v");
                        return value - equilibrium(g).message(0, value);
                    },
                    "bid_shading",
                    "shading",
                    "buyer_bid_shading",
                    "misrepresentation",
                    "buyer_misrepresentation")
            .number(
                    (g, c) -> equilibrium(g).predictions().gains(),
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
            .number(
                    (g, c) -> 1 - equilibrium(g).predictions().efficiency(),
                    "1-gains/first_best",
                    "inefficiency",
                    "efficiency_loss",
                    "relative_inefficiency")
            .number(
                    (g, c) -> equilibrium(g).predictions().efficiency(),
                    "gains/first_best",
                    "efficiency",
                    "gains_over_first_best",
                    "efficiency_ratio")
            .number(
                    (g, c) -> equilibrium(g).predictions().firstBestGains()
                            - equilibrium(g).predictions().gains(),
                    "expected_efficiency_loss",
                    "expected_lost_gains",
                    "expected_gains_lost",
                    "expected_welfare_loss")
            .number(
                    (g, c) -> equilibrium(g).predictions().tradeProbability(),
                    "trade_probability",
                    "probability_of_trade",
                    "probability_of_any_trade")
            .number(
                    (g, c) -> g.isBilateral() ? equilibrium(g).predictions().tradeProbability() : play(g).trades(),
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
            .number(
                    (g, c) -> TruthfulTrade.of(g.market()).trades() - play(g).trades(),
                    "expected_lost_trades",
                    "expected_number_of_lost_trades")
            .number(
                    (g, c) -> 1 - equilibrium(g).predictions().tradeProbability(),
                    "no_trade_probability",
                    "probability_of_no_trade")
            .number(
                    (g, c) -> equilibrium(g).message(0, g.market().values().upper()),
                    "maximum_bid",
                    "highest_bid",
                    "highest_buyer_bid")
            .number(
                    (g, c) -> equilibrium(g)
                            .message(g.market().buyers(), g.market().costs().lower()),
                    "minimum_ask",
                    "lowest_ask",
                    "minimum_offer")
            .number(
                    (g, c) -> {
                        double value = type(c, g.market().values(), "buyer_value", "value", "v");
                        return play(g).buyerPayoff(value, play(g).bid(value));
                    },
                    "interim_buyer_utility",
                    "interim_buyer_surplus")
            .number(
                    (g, c) -> equilibrium(g).certificate().largestGain().orElse(0),
                    "largest_deviation_gain",
                    "largest_gain_from_deviation")
            .number(
                    (g, c) -> {
                        if (CallMarketCases.isGivenTrade(c)) {
                            return play(g).priceOfTrade();
                        }
                        CallMarketCases.requireUnconditional(c);
                        return play(g).price();
                    },
                    "expected_price")
            .number(
                    (g, c) -> play(g).priceOfTrade(),
                    "expected_price_conditional_on_trade",
                    "expected_price_given_trade")
            .number(
                    (g, c) -> equilibrium(g).predictions().surplus().get(0),
                    "expected_profit_per_buyer",
                    "expected_surplus_per_buyer",
                    "expected_payoff_per_buyer",
                    "ex_ante_expected_utility_per_buyer",
                    "ex_ante_buyer_utility")
            .number(
                    (g, c) -> equilibrium(g)
                            .predictions()
                            .surplus()
                            .get(g.market().buyers()),
                    "expected_profit_per_seller",
                    "expected_surplus_per_seller",
                    "expected_payoff_per_seller",
                    "ex_ante_expected_utility_per_seller",
                    "ex_ante_seller_utility")
            .number(
                    (g, c) -> g.market().buyers()
                            * equilibrium(g).predictions().surplus().get(0),
                    "expected_total_buyer_surplus",
                    "expected_total_buyer_profit",
                    "expected_buyers_surplus",
                    "expected_buyers_profit",
                    "expected_total_profit_of_buyers")
            .number(
                    (g, c) -> g.market().sellers()
                            * equilibrium(g)
                                    .predictions()
                                    .surplus()
                                    .get(g.market().buyers()),
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
        double k = setting.terms().k(reference);
        Asked asked = new Asked(new Game(setting.market(), k));
        Value value = quantities.of(asked, reference);
        return asked.found()
                .map(Equilibrium::certificate)
                .filter(Certificate::isApproximate)
                .map(certificate -> value.with("of an approximate equilibrium: a deviation gains "
                        + certificate.largestGain().orElseThrow()))
                .orElse(value);
    }

    private Equilibrium equilibrium(Asked asked) {
        Solution solution = solved.computeIfAbsent(asked.game, Game::solution);
        if (solution instanceof NoEquilibrium none) {
            throw new IllegalArgumentException(none.reason());
        }
        asked.found = Optional.of((Equilibrium) solution);
        return (Equilibrium) solution;
    }

    /** What the solver verified, for the averages that no prediction states. */
    private CallMarketPlay play(Asked asked) {
        equilibrium(asked);
        Game game = asked.game;
        if (game.isBilateral() && game.k() > 0 && game.k() < 1) {
            throw new IllegalArgumentException(
                    "k: " + game.k() + " (expected: 0 or 1, or more traders, for prices and single traders)");
        }
        return plays.computeIfAbsent(game, Game::play)
                .orElseThrow(() -> new IllegalArgumentException("mechanism: " + game
                        + " (expected: one whose offers are found, for the number of trades and for prices)"));
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

    /** A game of which a quantity is asked, with its equilibrium where the quantity is of that. */
    private static final class Asked {

        private final Game game;
        private Optional<Equilibrium> found = Optional.empty();

        Asked(Game game) {
            this.game = game;
        }

        Population market() {
            return game.market;
        }

        boolean isBilateral() {
            return game.isBilateral();
        }

        Optional<Equilibrium> found() {
            return found;
        }
    }

    /**
     * A double auction and its traders.
     *
     * @param market who trades
     * @param k the weight of the upper end of the price interval
     */
    private record Game(Population market, double k) {

        boolean isBilateral() {
            return market.buyers() == 1 && market.sellers() == 1;
        }

        /** For k between 0 and 1 the equilibrium that the solver selects. */
        Optional<CallMarketPlay> play() {
            return k == 1
                    ? CallMarketPlay.buyersBid(market)
                    : k == 0 ? CallMarketPlay.sellersOffer(market) : CallMarketPlay.smooth(market, k);
        }

        Solution solution() {
            List<ValueDistribution> types = new ArrayList<>(Collections.nCopies(market.buyers(), market.values()));
            types.addAll(Collections.nCopies(market.sellers(), market.costs()));
            return Equilibria.of(new BayesianGame(KDoubleAuction.of(market.buyers(), market.sellers(), k), types));
        }
    }
}
