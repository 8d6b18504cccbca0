package dev.envelope.lab.reference.trade;

import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.bilateral.strategy.TradingStrategies;
import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What a trader of the bilateral double auction expects who knows its own type, and what two given types do.
 *
 * @param strategies how they bid and ask, neither decreasing
 */
record BilateralInterim(TradingStrategies strategies) {

    private static final double ACCURACY = 1e-13;

    /** How much less closely a double integral is known. */
    private static final double COARSE = 100;

    static final Quantities<BilateralInterim> QUANTITIES = new Quantities<BilateralInterim>()
            .number(
                    (t, c) -> t.buyerProfit(t.value(c.at())),
                    "interim_buyer_profit",
                    "interim_expected_buyer_profit",
                    "buyer_interim_profit",
                    "interim_buyer_payoff",
                    "interim_buyer_utility",
                    "interim_profit_of_buyer",
                    "interim_utility_of_buyer")
            .number(
                    (t, c) -> t.sellerProfit(t.cost(c.at())),
                    "interim_seller_profit",
                    "interim_expected_seller_profit",
                    "seller_interim_profit",
                    "interim_seller_payoff",
                    "interim_seller_utility",
                    "interim_profit_of_seller",
                    "interim_utility_of_seller")
            .number(
                    (t, c) -> isBuyers(c.at()) ? t.buyerProfit(t.value(c.at())) : t.sellerProfit(t.cost(c.at())),
                    "interim_profit",
                    "interim_expected_profit",
                    "interim_payoff",
                    "interim_utility")
            .number((t, c) -> t.trades(c.at()), "interim_trade_probability", "interim_probability_of_trade")
            .number((t, c) -> t.price(c.at()), "price", "transaction_price", "trade_price")
            .with(
                    (t, c) -> inOrder(c, t.buyerProfitOf(c.at()), t.sellerProfitOf(c.at())),
                    "profits",
                    "payoffs",
                    "ex_post_profits")
            .with((t, c) -> Value.of(t.isTrade(c.at())), "trade_occurs", "trade", "do_they_trade");

    /** P(trade) of the one trader whose type is in {@code at}. */
    double trades(Setting at) {
        return isBuyers(at) ? buyerTrades(value(at)) : sellerTrades(cost(at));
    }

    /** The buyer's number, then the seller's; the other way round where the quantity says so. */
    static Value inOrder(ReferenceCase reference, double buyers, double sellers) {
        String text = reference.quantity().text();
        int buyer = text.indexOf("buyer");
        int seller = text.indexOf("seller");
        return seller >= 0 && seller < buyer ? Value.of(sellers, buyers) : Value.of(buyers, sellers);
    }

    private static boolean isBuyers(Setting at) {
        boolean isBuyers = at.has("buyer_value");
        if (isBuyers == at.has("seller_cost")) {
            throw at.wrong("buyer_value", "either a buyer_value or a seller_cost");
        }
        return isBuyers;
    }

    /** P(trade) of a buyer of value {@code value}: of the costs at which the ask is at most its bid. */
    double buyerTrades(double value) {
        return costs().cdf(highestCost(value));
    }

    /** P(trade) of a seller of cost {@code cost}. */
    double sellerTrades(double cost) {
        return 1 - values().cdf(lowestValue(cost));
    }

    /** E[(v − p); trade] of a buyer of value {@code value}. */
    double buyerProfit(double value) {
        double bid = strategies.bid(value);
        return Expectation.of(
                costs(),
                costs().lower(),
                highestCost(value),
                accuracy(),
                strategies.askKinks(),
                cost -> value - price(bid, strategies.ask(cost)));
    }

    /** E[(p − c); trade] of a seller of cost {@code cost}. */
    double sellerProfit(double cost) {
        double ask = strategies.ask(cost);
        return Expectation.of(
                values(),
                lowestValue(cost),
                values().upper(),
                accuracy(),
                strategies.bidKinks(),
                value -> price(strategies.bid(value), ask) - cost);
    }

    /** E[f(price); trade], by quadrature over the value and, within it, over the cost. */
    double ofPrice(DoubleUnaryOperator f) {
        List<Double> kinks = new ArrayList<>(strategies.bidKinks());
        for (double cost : strategies.askKinks()) {
            kinks.add(lowestValue(cost));
        }
        kinks.add(lowestTrader());
        kinks.add(lowestValue(costs().upper()));
        return Expectation.of(values(), values().lower(), values().upper(), COARSE * accuracy(), kinks, value -> {
            double bid = strategies.bid(value);
            return Expectation.of(
                    costs(),
                    costs().lower(),
                    highestCost(value),
                    accuracy(),
                    strategies.askKinks(),
                    cost -> f.applyAsDouble(price(bid, strategies.ask(cost))));
        });
    }

    /** Whether the types in {@code at} trade. */
    boolean isTrade(Setting at) {
        return strategies.bid(value(at)) >= strategies.ask(cost(at));
    }

    /** The price at which the types in {@code at} trade. */
    double price(Setting at) {
        if (!isTrade(at)) {
            throw new IllegalArgumentException("at: " + at.json() + " (expected: types that trade, for a price)");
        }
        return price(strategies.bid(value(at)), strategies.ask(cost(at)));
    }

    /** The profit of the buyer in {@code at}. */
    double buyerProfitOf(Setting at) {
        return isTrade(at) ? value(at) - price(at) : 0;
    }

    /** The profit of the seller in {@code at}. */
    double sellerProfitOf(Setting at) {
        return isTrade(at) ? price(at) - cost(at) : 0;
    }

    /** The value in {@code at}. */
    double value(Setting at) {
        return type(at, values(), "buyer_value", "value", "v");
    }

    /** The cost in {@code at}. */
    double cost(Setting at) {
        return type(at, costs(), "seller_cost", "cost", "c");
    }

    private static double type(Setting at, ValueDistribution types, String... names) {
        for (String name : names) {
            if (at.has(name)) {
                double type = at.number(name);
                if (type >= types.lower() && type <= types.upper()) {
                    return type;
                }
                throw at.wrong(name, "a type in [" + types.lower() + ", " + types.upper() + "]");
            }
        }
        throw at.wrong(names[0], "a type");
    }

    /** The lowest value whose bid reaches an ask. */
    double lowestTrader() {
        return lowestValue(costs().lower());
    }

    /** The highest cost whose ask a bid reaches. */
    double highestTrader() {
        double bid = strategies.bid(values().upper());
        return Bisection.first(costs().lower(), costs().upper(), cost -> strategies.ask(cost) > bid);
    }

    private double highestCost(double value) {
        double bid = strategies.bid(value);
        return Bisection.first(costs().lower(), costs().upper(), cost -> strategies.ask(cost) > bid);
    }

    private double lowestValue(double cost) {
        double ask = strategies.ask(cost);
        double first = Bisection.first(values().lower(), values().upper(), value -> strategies.bid(value) >= ask);
        return strategies.bid(first) >= ask ? first : values().upper();
    }

    private double price(double bid, double ask) {
        return strategies.k() * bid + (1 - strategies.k()) * ask;
    }

    private double accuracy() {
        return ACCURACY * strategies.traders().range();
    }

    private ValueDistribution values() {
        return strategies.traders().values();
    }

    private ValueDistribution costs() {
        return strategies.traders().costs();
    }
}
