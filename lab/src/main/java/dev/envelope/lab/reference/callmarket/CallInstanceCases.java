package dev.envelope.lab.reference.callmarket;

import dev.envelope.lab.reference.callmarket.CallMarketSetting.Rules;
import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.Quantity;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Fields;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.callmarket.Clearing;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Call markets of given bids and asks. */
public final class CallInstanceCases implements BlockCases {

    private static final String[] FIELDS = {
        "mechanism",
        "k",
        "reports",
        "bids",
        "buyer_bids",
        "buyer_values",
        "asks",
        "seller_asks",
        "offers",
        "seller_costs",
        "value_support",
        "support",
        "buyer_support",
        "seller_support",
        "cost_support"
    };

    private final Quantities<Clearing> quantities = new Quantities<Clearing>()
            .number(
                    (m, c) -> m.efficientTrades(),
                    "efficient_trades",
                    "number_of_efficient_trades",
                    "efficient_volume",
                    "k",
                    "l")
            .number(
                    (m, c) -> settled(m, c).trades(),
                    "trades",
                    "number_of_trades",
                    "units_traded",
                    "quantity",
                    "trades_executed")
            .number(
                    (m, c) -> traded(m, c).buyerPrice(),
                    "buyer_price",
                    "buyers_pay",
                    "price_paid_by_buyers",
                    "price_buyers")
            .number(
                    (m, c) -> traded(m, c).sellerPrice(),
                    "seller_price",
                    "sellers_receive",
                    "price_received_by_sellers",
                    "price_sellers")
            .number(
                    CallInstanceCases::price,
                    "price",
                    "clearing_price",
                    "transaction_price",
                    "market_price",
                    "uniform_price")
            .number(
                    (m, c) -> sum(settled(m, c), l -> m.bid(l) - m.buyerPrice()),
                    "buyer_surplus",
                    "buyers_surplus",
                    "total_buyer_surplus")
            .number(
                    (m, c) -> sum(settled(m, c), l -> m.sellerPrice() - m.ask(l)),
                    "seller_surplus",
                    "sellers_surplus",
                    "total_seller_surplus")
            .number(
                    (m, c) -> m.efficientTrades() - settled(m, c).trades(),
                    "trades_lost",
                    "lost_trades",
                    "number_of_lost_trades")
            .with((m, c) -> each(m, c, true), "buyer_payments", "payments_of_buyers")
            .with((m, c) -> each(m, c, false), "seller_receipts", "seller_revenues", "receipts_of_sellers")
            .with((m, c) -> payoffs(m, c, true), "buyer_payoffs", "buyer_utilities", "payoffs_of_buyers")
            .with((m, c) -> payoffs(m, c, false), "seller_payoffs", "seller_utilities", "payoffs_of_sellers")
            .with((m, c) -> Value.of(efficient(m).low(), m.high()), "price_interval", "clearing_price_interval")
            .number((m, c) -> efficient(m).low(), "low", "price_low", "lowest_price", "lowest_clearing_price")
            .number((m, c) -> efficient(m).high(), "high", "price_high", "highest_price", "highest_clearing_price")
            .number((m, c) -> 0 - settled(m, c).surplus(), "deficit", "budget_deficit", "auctioneer_deficit", "subsidy")
            .number(
                    (m, c) -> settled(m, c).surplus(),
                    "auctioneer_surplus",
                    "surplus",
                    "budget_surplus",
                    "house_surplus",
                    "auctioneer_revenue",
                    "surplus_of_auctioneer")
            .number(
                    (m, c) -> gains(m, settled(m, c).trades()),
                    "gains_from_trade",
                    "gains",
                    "total_gains",
                    "realised_gains",
                    "realized_gains",
                    "welfare",
                    "total_surplus")
            .number(
                    (m, c) -> gains(m, m.efficientTrades()),
                    "first_best_gains",
                    "efficient_gains",
                    "efficient_gains_from_trade",
                    "maximum_gains",
                    "first_best")
            .number(
                    (m, c) -> gains(m, m.efficientTrades())
                            - gains(m, settled(m, c).trades()),
                    "lost_gains",
                    "efficiency_loss",
                    "welfare_loss",
                    "gains_lost")
            .number(
                    (m, c) -> m.efficientTrades() == 0
                            ? 1
                            : gains(m, settled(m, c).trades()) / gains(m, m.efficientTrades()),
                    "efficiency",
                    "gains/first_best",
                    "gains_over_first_best");

    @Override
    public Set<String> blocks() {
        return Set.of("double_auction_instance");
    }

    @Override
    public Value evaluate(ReferenceCase reference) {
        Fields.only(reference.setting(), FIELDS);
        StatedOffers offers = new StatedOffers(reference);
        if (offers.isPriced()) {
            return value(offers.cleared(), reference);
        }
        Value low = value(offers.cleared(0), reference);
        if (!low.equals(value(offers.cleared(1), reference))) {
            throw reference.setting().wrong("k", "the weight that the price gives to its upper end");
        }
        return low;
    }

    private Value value(Clearing market, ReferenceCase reference) {
        String asked = reference.quantity().text().trim();
        if (!asked.startsWith("[") || !asked.endsWith("]")) {
            return quantities.of(market, reference);
        }
        List<Value> row = Arrays.stream(asked.substring(1, asked.length() - 1).split(",", -1))
                .map(name -> quantities.of(market, about(reference, name)))
                .toList();
        return new Value.Row(row);
    }

    private static ReferenceCase about(ReferenceCase c, String name) {
        return new ReferenceCase(
                c.id(), c.block(), c.setting(), Quantity.parse(name.trim()), c.at(), c.value(), c.tolerance());
    }

    private static Clearing settled(Clearing market, ReferenceCase reference) {
        String text = reference.setting().text("mechanism", "").toLowerCase(Locale.ROOT);
        if (CallMarketSetting.rules(reference.setting(), text) == Rules.EFFICIENT
                && !reference.quantity().name().contains("trade")
                && !reference.quantity().name().contains("gains")) {
            throw reference.setting().wrong("mechanism", "one with prices, such as VCG, McAfee or a k-double auction");
        }
        return market;
    }

    private static Clearing traded(Clearing market, ReferenceCase reference) {
        if (settled(market, reference).trades() == 0) {
            throw new IllegalArgumentException("quantity: " + reference.quantity() + " (expected: a price only where"
                    + " somebody trades; nobody does)");
        }
        return market;
    }

    private static Clearing efficient(Clearing market) {
        if (market.efficientTrades() == 0) {
            throw new IllegalArgumentException(
                    "bids: all below all asks (expected: a price interval only where a bid" + " reaches an ask)");
        }
        return market;
    }

    private static double price(Clearing market, ReferenceCase reference) {
        Clearing traded = traded(market, reference);
        if (traded.buyerPrice() != traded.sellerPrice()) {
            throw new IllegalArgumentException("quantity: " + reference.quantity() + " (expected: buyer_price or"
                    + " seller_price; they are " + traded.buyerPrice() + " and " + traded.sellerPrice() + ")");
        }
        return traded.buyerPrice();
    }

    /** What each pays or receives. */
    private static Value each(Clearing market, ReferenceCase reference, boolean isBuyers) {
        return ofTraders(market, reference, isBuyers, offer -> isBuyers ? market.buyerPrice() : market.sellerPrice());
    }

    /** What each gains whose offers are its values or costs. */
    private static Value payoffs(Clearing market, ReferenceCase reference, boolean isBuyers) {
        return ofTraders(
                market,
                reference,
                isBuyers,
                offer -> isBuyers ? offer - market.buyerPrice() : market.sellerPrice() - offer);
    }

    /** A number for each of a side, 0 for those who do not trade. */
    private static Value ofTraders(
            Clearing market, ReferenceCase reference, boolean isBuyers, DoubleUnaryOperator number) {
        List<Double> offers = StatedOffers.of(reference.setting(), isBuyers);
        int trades = settled(market, reference).trades();
        if (offers.stream().distinct().count() < offers.size()) {
            throw reference.setting().wrong(isBuyers ? "bids" : "asks", "different offers, for a draw decides ties");
        }
        return Value.of(offers.stream()
                .map(offer -> trades == 0 || (isBuyers ? offer < market.bid(trades) : offer > market.ask(trades))
                        ? 0.0
                        : number.applyAsDouble(offer))
                .toList());
    }

    private static double sum(Clearing market, IntToDoubleFunction ofTrade) {
        return IntStream.rangeClosed(1, market.trades()).mapToDouble(ofTrade).sum();
    }

    private static double gains(Clearing market, int trades) {
        double gains = 0;
        for (int l = 1; l <= trades; l++) {
            gains += market.bid(l) - market.ask(l);
        }
        return gains;
    }
}
