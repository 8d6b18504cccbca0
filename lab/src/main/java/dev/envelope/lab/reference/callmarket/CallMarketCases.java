package dev.envelope.lab.reference.callmarket;

import dev.envelope.lab.reference.callmarket.CallMarketSetting.Rules;
import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.finite.FiniteCallMarket;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What truthful traders of unit demand and supply expect of a call market. */
public final class CallMarketCases implements BlockCases {

    private final Quantities<Game> quantities = new Quantities<Game>()
            .number(
                    (s, c) -> s.figures().gains(),
                    "expected_gains_from_trade",
                    "expected_gains",
                    "expected_total_gains",
                    "expected_total_gains_from_trade",
                    "expected_realised_gains",
                    "expected_realized_gains",
                    "expected_gains_from_trade_of_traders_plus_auctioneer",
                    "expected_gains_of_traders_plus_auctioneer",
                    "expected_welfare",
                    "expected_social_surplus",
                    "expected_total_surplus")
            .number(
                    (s, c) -> s.figures().gains() - s.figures().surplus(),
                    "expected_gains_from_trade_of_traders",
                    "expected_gains_of_traders",
                    "expected_trader_gains",
                    "expected_traders_gains",
                    "expected_traders_surplus")
            .number(
                    (s, c) -> s.figures().firstBest(),
                    "expected_first_best_gains",
                    "first_best_expected_gains",
                    "expected_first_best_gains_from_trade",
                    "first_best_gains",
                    "first_best")
            .number(
                    (s, c) -> s.figures().efficientTrades(),
                    "expected_number_of_efficient_trades",
                    "expected_efficient_trades",
                    "expected_efficient_number_of_trades")
            .number(
                    (s, c) -> s.figures().trades(),
                    "expected_number_of_trades",
                    "expected_trades",
                    "expected_volume",
                    "expected_trade_volume",
                    "expected_trading_volume",
                    "expected_quantity_traded",
                    "expected_number_of_units_traded",
                    "expected_units_traded")
            .number(
                    (s, c) -> s.figures().surplus(),
                    "expected_auctioneer_surplus",
                    "expected_surplus_of_auctioneer",
                    "expected_auctioneer_revenue",
                    "expected_auctioneer_profit",
                    "expected_budget_surplus",
                    "expected_house_surplus",
                    "expected_revenue")
            .number(
                    (s, c) -> -s.figures().surplus(),
                    "expected_deficit",
                    "expected_budget_deficit",
                    "expected_auctioneer_deficit",
                    "expected_subsidy")
            .number(
                    (s, c) -> s.figures().reductionProbability(),
                    "probability_of_trade_reduction",
                    "trade_reduction_probability",
                    "probability_of_reduction")
            .number(
                    (s, c) -> s.figures().tradeProbability(),
                    "trade_probability",
                    "probability_of_trade",
                    "probability_of_any_trade")
            .number((s, c) -> 1 - s.figures().tradeProbability(), "no_trade_probability", "probability_of_no_trade")
            .number(
                    (s, c) -> s.figures().gains() / s.figures().trades(),
                    "expected_gains_over_expected_trades",
                    "average_gains_per_trade")
            .number((s, c) -> s.figures().efficientTradeProbability(), "probability_of_efficient_trade")
            .number(
                    (s, c) -> s.figures().gains() / s.figures().firstBest(),
                    "efficiency",
                    "gains/first_best",
                    "gains_over_first_best",
                    "expected_efficiency",
                    "share_of_first_best",
                    "share_of_first_best_gains",
                    "efficiency_ratio")
            .number(
                    (s, c) -> 1 - s.figures().gains() / s.figures().firstBest(),
                    "1-gains/first_best",
                    "inefficiency",
                    "efficiency_loss",
                    "relative_inefficiency")
            .number(
                    (s, c) -> s.figures().firstBest() - s.figures().gains(),
                    "expected_efficiency_loss",
                    "expected_lost_gains",
                    "expected_gains_lost",
                    "expected_welfare_loss")
            .number(
                    (s, c) -> s.figures().efficientTrades() - s.figures().trades(),
                    "expected_trades_lost",
                    "expected_lost_trades",
                    "expected_number_of_lost_trades")
            .number(CallMarketCases::price, "expected_price")
            .number(CallMarketCases::priceVariance, "price_variance", "variance_of_price", "variance_of_the_price")
            .number(
                    (s, c) -> s.figures().priceOfTrade(s.k(c)),
                    "expected_price_conditional_on_trade",
                    "expected_price_given_trade")
            .number((s, c) -> s.figures().priceVarianceOfTrade(s.k(c)), "price_variance_given_trade")
            .number(
                    Game::buyerGains,
                    "expected_total_buyer_surplus",
                    "expected_total_buyer_profit",
                    "expected_buyers_surplus",
                    "expected_buyers_profit",
                    "expected_total_profit_of_buyers",
                    "expected_buyers_gains")
            .number(
                    Game::sellerGains,
                    "expected_total_seller_surplus",
                    "expected_total_seller_profit",
                    "expected_sellers_surplus",
                    "expected_sellers_profit",
                    "expected_total_profit_of_sellers",
                    "expected_sellers_gains")
            .number(
                    (s, c) -> s.buyerGains(c) / s.buyers(),
                    "expected_profit_per_buyer",
                    "expected_surplus_per_buyer",
                    "expected_payoff_per_buyer",
                    "ex_ante_expected_utility_per_buyer",
                    "ex_ante_buyer_utility")
            .number(
                    (s, c) -> s.sellerGains(c) / s.sellers(),
                    "expected_profit_per_seller",
                    "expected_surplus_per_seller",
                    "expected_payoff_per_seller",
                    "ex_ante_expected_utility_per_seller",
                    "ex_ante_seller_utility");

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
        Game game = Game.of(reference.setting());
        TraderWords.checkSide(reference, game.buyers(), game.sellers());
        return quantities.of(game, reference);
    }

    private static double priceVariance(Game game, ReferenceCase reference) {
        if (isGivenTrade(reference)) {
            return game.figures().priceVarianceOfTrade(game.k(reference));
        }
        requireUnconditional(reference);
        return game.figures().priceVariance(game.k(reference));
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

    /** Whether the case asks for what happens where somebody trades. */
    static boolean isGivenTrade(ReferenceCase reference) {
        String what = reference.quantity().text().toLowerCase(Locale.ROOT);
        return (what.contains("conditional") && !what.contains("unconditional")) || what.contains("given");
    }

    /** A price whether anybody trades or not: only where the case says so, for there are others. */
    private static double price(Game game, ReferenceCase reference) {
        if (isGivenTrade(reference)) {
            return game.figures().priceOfTrade(game.k(reference));
        }
        if (isUnconditional(reference)) {
            return game.figures().price(game.k(reference));
        }
        throw new IllegalArgumentException("quantity: " + reference.quantity()
                + " (expected: unconditional, as an order statistic, or conditional on trade)");
    }

    /** Whether {@code rules} are a k-double auction. */
    static boolean isKDouble(Rules rules) {
        return rules == Rules.K_DOUBLE || rules == Rules.BUYERS_BID || rules == Rules.SELLERS_OFFER;
    }

    /**
     * A market and what it yields.
     *
     * @param figures what is expected
     * @param buyers how many buyers there are
     * @param sellers how many sellers there are
     * @param terms the rules
     */
    private record Game(CallFigures figures, int buyers, int sellers, CallTerms terms) {

        static Game of(Setting setting) {
            CallTerms terms = CallTerms.of(setting);
            Optional<FiniteCallMarket> finite = CallMarketSetting.finite(setting);
            if (finite.isPresent()) {
                FiniteCallMarket market = finite.get();
                CallFigures figures = new FiniteFigures(market, terms.rules(), terms.text());
                return new Game(figures, market.buyers(), market.sellers(), terms);
            }
            Population market = CallMarketSetting.of(setting).market();
            CallFigures figures = new TruthfulFigures(market, terms.rules(), terms.text());
            return new Game(figures, market.buyers(), market.sellers(), terms);
        }

        double k(ReferenceCase reference) {
            return terms.k(reference);
        }

        double buyerGains(ReferenceCase reference) {
            return figures.buyerGains(() -> k(reference));
        }

        double sellerGains(ReferenceCase reference) {
            return figures.gains() - figures.surplus() - buyerGains(reference);
        }
    }
}
