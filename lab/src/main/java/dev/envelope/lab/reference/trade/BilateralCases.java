package dev.envelope.lab.reference.trade;

import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Fraction;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.bilateral.PostedTradePrice;
import dev.envelope.theory.bilateral.TradeFigures;
import dev.envelope.theory.bilateral.TradingMechanism;
import dev.envelope.theory.bilateral.strategy.LinearDoubleAuction;
import dev.envelope.theory.distribution.UniformDistribution;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Trade between one buyer and one seller. */
public final class BilateralCases implements BlockCases {

    private static final Pattern STATED_PRICE =
            Pattern.compile("(?:price (?:of |= ?|at )?|trade at )(?<price>" + Fraction.FORM + ")");

    private final Quantities<BilateralSetting> quantities = new Quantities<BilateralSetting>()
            .number(
                    (t, c) -> tradeProbability(t, c),
                    "trade_probability",
                    "probability_of_trade",
                    "expected_number_of_trades")
            .number((t, c) -> 1 - figures(t).tradeProbability(), "no_trade_probability", "probability_of_no_trade")
            .number(
                    (t, c) ->
                            t.traders().firstBestTradeProbability() - figures(t).tradeProbability(),
                    "probability_of_lost_trade",
                    "lost_trade_probability",
                    "probability_of_inefficient_no_trade")
            .number(
                    (t, c) -> figures(t).gains(),
                    "expected_gains_from_trade",
                    "expected_gains",
                    "gains_from_trade",
                    "expected_total_surplus",
                    "expected_welfare",
                    "expected_social_surplus")
            .number(
                    (t, c) -> figures(t).efficiency(),
                    "gains_over_first_best",
                    "efficiency",
                    "relative_efficiency",
                    "share_of_gains",
                    "share_of_gains_realised",
                    "share_of_first_best_gains",
                    "share_of_first_best")
            .number((t, c) -> 1 - figures(t).efficiency(), "1-gains/first_best", "inefficiency")
            .number(
                    (t, c) -> figures(t).gains()
                            / BilateralBenchmarks.secondBest(t).figures().gains(),
                    "gains_over_second_best",
                    "share_of_second_best")
            .number(
                    (t, c) -> t.traders().firstBestGains() - figures(t).gains(),
                    "welfare_loss",
                    "expected_loss",
                    "lost_gains",
                    "expected_lost_gains",
                    "expected_surplus_lost",
                    "expected_efficiency_loss",
                    "expected_deadweight_loss",
                    "expected_welfare_loss")
            .number(
                    (t, c) -> figures(t).tradeProbability() / t.traders().firstBestTradeProbability(),
                    "share_of_efficient_trades",
                    "share_of_efficient_trades_made")
            .number(
                    (t, c) -> figures(t).gainsPerTrade(),
                    "expected_gains_per_trade",
                    "expected_gains_given_trade",
                    "expected_gains_conditional_on_trade")
            .number(
                    (t, c) -> figures(t).buyerProfit() / figures(t).gains(),
                    "buyer_share_of_gains",
                    "buyers_share_of_gains")
            .number(
                    (t, c) -> figures(t).sellerProfit() / figures(t).gains(),
                    "seller_share_of_gains",
                    "sellers_share_of_gains")
            .number(
                    (t, c) -> interim(t).lowestTrader(),
                    "lowest_buyer_value_that_trades",
                    "lowest_trading_buyer_value",
                    "lowest_value_that_trades")
            .number(
                    (t, c) -> interim(t).highestTrader(),
                    "highest_seller_cost_that_trades",
                    "highest_trading_seller_cost",
                    "highest_cost_that_trades")
            .with((t, c) -> profits(t, c), "expected_profits", "expected_payoffs")
            .number((t, c) -> profitOfOne(t, c), "expected_profit", "expected_payoff", "expected_utility")
            .number(
                    (t, c) -> figures(t).buyerProfit(),
                    "expected_buyer_profit",
                    "buyer_expected_profit",
                    "expected_profit_of_buyer",
                    "expected_profit_buyer",
                    "buyer_profit",
                    "expected_buyer_payoff",
                    "expected_buyer_surplus",
                    "ex_ante_buyer_utility")
            .number(
                    (t, c) -> figures(t).sellerProfit(),
                    "expected_seller_profit",
                    "seller_expected_profit",
                    "expected_profit_of_seller",
                    "expected_profit_seller",
                    "seller_profit",
                    "expected_seller_payoff",
                    "expected_seller_surplus",
                    "ex_ante_seller_utility")
            .number((t, c) -> bid(t, c.at()), "equilibrium_bid", "buyer_bid", "equilibrium_buyer_bid", "bid")
            .number(
                    (t, c) -> ask(t, c.at()),
                    "equilibrium_ask",
                    "seller_ask",
                    "equilibrium_seller_ask",
                    "equilibrium_offer",
                    "ask")
            .with((t, c) -> Value.of(linear(t).isUntruncated()), "untruncated_linear_equilibrium_exists")
            .number((t, c) -> linear(t).lowestAsk(), "alpha_s", "lowest_linear_ask")
            .number((t, c) -> linear(t).highestBid(), "b_bar", "highest_linear_bid");

    @Override
    public Set<String> blocks() {
        return Set.of("bilateral");
    }

    @Override
    public Value evaluate(ReferenceCase asked) {
        ReferenceCase reference = Quantities.understood(
                asked,
                quantities,
                BilateralInterim.QUANTITIES,
                BilateralPrices.QUANTITIES,
                BilateralBenchmarks.QUANTITIES);
        Setting setting = reference.setting();
        boolean isWords =
                setting.has("strategies") && setting.json().get("strategies").isString();
        if (setting.has("profile") || isWords) {
            throw setting.wrong(
                    isWords ? "strategies" : "profile",
                    "none, for in this block strategies are those of an equilibrium");
        }
        Optional<FiniteTrade> finite = FiniteTrade.of(asked);
        if (finite.isPresent()) {
            BilateralSetting.checkFields(setting);
            return finite.get()
                    .of(
                            BilateralSetting.kind(setting),
                            asked,
                            () -> statedPrice(setting).orElseThrow(() -> setting.wrong("price", "the posted price")));
        }
        BilateralSetting trade = BilateralSetting.of(setting);
        if (BilateralBenchmarks.QUANTITIES.know(reference)) {
            return BilateralBenchmarks.QUANTITIES.of(trade, reference);
        }
        if (BilateralPrices.QUANTITIES.know(reference)) {
            return BilateralPrices.QUANTITIES.of(trade, reference);
        }
        return BilateralInterim.QUANTITIES.know(reference)
                ? BilateralInterim.QUANTITIES.of(interim(trade), reference)
                : quantities.of(trade, reference);
    }

    /** What follows on average from the rules. */
    static TradeFigures figures(BilateralSetting trade) {
        return switch (trade.kind()) {
            case DOUBLE_AUCTION -> BilateralStrategies.of(trade).figures();
            case SECOND_BEST -> BilateralBenchmarks.secondBest(trade).figures();
            case BROKER -> BilateralBenchmarks.broker(trade).figures();
            case EFFICIENT -> TradingMechanism.efficient(trade.traders()).figures();
            case POSTED_PRICE -> posted(trade).figures();
            case UNSTATED -> throw trade.setting().wrong("mechanism", "the rules by which they trade");
        };
    }

    private static PostedTradePrice posted(BilateralSetting trade) {
        OptionalDouble stated = statedPrice(trade.setting());
        if (stated.isPresent()) {
            return new PostedTradePrice(trade.traders(), stated.getAsDouble());
        }
        String mechanism = trade.setting().text("mechanism");
        if (mechanism.contains("best") || mechanism.contains("optimal")) {
            return PostedTradePrice.ofLargestGains(trade.traders());
        }
        throw trade.setting().wrong("price", "the posted price");
    }

    private static OptionalDouble statedPrice(Setting setting) {
        for (String field : List.of("price", "posted_price", "x")) {
            if (setting.isNumber(field)) {
                return OptionalDouble.of(setting.number(field));
            }
        }
        Matcher stated = STATED_PRICE.matcher(setting.text("mechanism"));
        return stated.find() ? OptionalDouble.of(Fraction.of(stated.group("price"))) : OptionalDouble.empty();
    }

    /** The buyer's, then the seller's; the other way round where the quantity says so. */
    private static Value profits(BilateralSetting trade, ReferenceCase reference) {
        TradeFigures figures = figures(trade);
        return BilateralInterim.inOrder(reference, figures.buyerProfit(), figures.sellerProfit());
    }

    /** The profit of the side that the quantity's words name, such as {@code expected_profit[buyer]}. */
    private static double profitOfOne(BilateralSetting trade, ReferenceCase reference) {
        String text = reference.quantity().text();
        boolean isBuyers = text.contains("buyer");
        if (isBuyers == text.contains("seller") || !reference.at().names().isEmpty()) {
            throw new IllegalArgumentException("quantity: " + text + ", at: "
                    + reference.at().names() + " (expected: the buyer's or the seller's, before types are known)");
        }
        return isBuyers ? figures(trade).buyerProfit() : figures(trade).sellerProfit();
    }

    /** What the equilibrium of the double auction does at given types. */
    static BilateralInterim interim(BilateralSetting trade) {
        if (trade.kind() != BilateralSetting.Kind.DOUBLE_AUCTION) {
            throw trade.setting().wrong("mechanism", "a double auction, for what given types do");
        }
        return new BilateralInterim(BilateralStrategies.of(trade));
    }

    /** Before types are known, unless the case gives one. */
    private static double tradeProbability(BilateralSetting trade, ReferenceCase reference) {
        if (reference.at().names().isEmpty()) {
            return figures(trade).tradeProbability();
        }
        return interim(trade).trades(reference.at());
    }

    private static double bid(BilateralSetting trade, Setting at) {
        double value = type(at, "buyer_value", "value", "v");
        checkType(
                trade.traders().values().lower(),
                value,
                trade.traders().values().upper());
        return BilateralStrategies.of(trade).bid(value);
    }

    private static double ask(BilateralSetting trade, Setting at) {
        double cost = type(at, "seller_cost", "cost", "c");
        checkType(trade.traders().costs().lower(), cost, trade.traders().costs().upper());
        return BilateralStrategies.of(trade).ask(cost);
    }

    private static void checkType(double low, double type, double high) {
        if (!(type >= low && type <= high)) {
            throw new IllegalArgumentException("at: " + type + " (expected: a type in [" + low + ", " + high + "])");
        }
    }

    private static double type(Setting at, String... names) {
        for (String name : names) {
            if (at.has(name)) {
                return at.number(name);
            }
        }
        throw at.wrong(names[0], "a type");
    }

    private static LinearDoubleAuction linear(BilateralSetting trade) {
        if (trade.traders().values() instanceof UniformDistribution values
                && trade.traders().costs() instanceof UniformDistribution costs) {
            return new LinearDoubleAuction(trade.weight(), values, costs);
        }
        throw new IllegalArgumentException(
                "buyer, seller: not both uniform (expected: uniform, as linear strategies need)");
    }
}
