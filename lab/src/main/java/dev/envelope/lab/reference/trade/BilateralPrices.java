package dev.envelope.lab.reference.trade;

import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.bilateral.TradeFigures;
import dev.envelope.theory.bilateral.strategy.TradingStrategies;

/** What a buyer and a seller pay, receive and offer: on average, and at most and at least. */
final class BilateralPrices {

    static final Quantities<BilateralSetting> QUANTITIES = new Quantities<BilateralSetting>()
            .number(
                    (t, c) -> price(t),
                    "expected_price_given_trade",
                    "expected_price_conditional_on_trade",
                    "expected_transaction_price",
                    "expected_trade_price",
                    "mean_price_given_trade")
            .with((t, c) -> expectedPrice(t, c), "expected_price", "mean_price", "average_price")
            .number(
                    (t, c) -> variance(t, c),
                    "price_variance_given_trade",
                    "price_variance",
                    "transaction_price_variance",
                    "trade_price_variance")
            .number(
                    (t, c) -> Math.sqrt(variance(t, c)),
                    "standard_deviation_of_price_given_trade",
                    "standard_deviation_of_price",
                    "price_standard_deviation")
            .number(
                    (t, c) -> BilateralCases.figures(t).paid(),
                    "expected_buyer_payment",
                    "expected_payment_of_buyer",
                    "ex_ante_buyer_payment")
            .number(
                    (t, c) -> BilateralCases.figures(t).received(),
                    "expected_seller_receipt",
                    "expected_seller_revenue",
                    "expected_receipt_of_seller")
            .number((t, c) -> offers(t).bid(t.traders().values().upper()), "maximum_bid", "highest_buyer_bid")
            .number((t, c) -> offers(t).bid(t.traders().values().lower()), "minimum_bid", "lowest_buyer_bid")
            .number((t, c) -> offers(t).ask(t.traders().costs().upper()), "maximum_ask", "highest_seller_ask")
            .number((t, c) -> offers(t).ask(t.traders().costs().lower()), "minimum_ask", "lowest_seller_ask")
            .number(
                    (t, c) -> value(t, c) - offers(t).bid(value(t, c)),
                    "bid_shading",
                    "buyer_bid_shading",
                    "buyer_misrepresentation")
            .number(
                    (t, c) -> offers(t).ask(cost(t, c)) - cost(t, c),
                    "ask_markup",
                    "markup",
                    "seller_markup",
                    "seller_misrepresentation");

    private BilateralPrices() {}

    private static Value expectedPrice(BilateralSetting trade, ReferenceCase reference) {
        return Value.of(
                reference.quantity().text().contains("uncondition")
                        ? BilateralCases.figures(trade).paid()
                        : price(trade));
    }

    private static double price(BilateralSetting trade) {
        TradeFigures figures = BilateralCases.figures(trade);
        if (!(figures.tradeProbability() > 0)) {
            throw new IllegalArgumentException("price: none, nobody trades (expected: trade with some probability)");
        }
        return switch (trade.kind()) {
            case DOUBLE_AUCTION, POSTED_PRICE -> figures.expectedPrice();
            default ->
                throw new IllegalArgumentException(
                        "price: the buyer pays another one than the seller receives (expected: one price)");
        };
    }

    /** There is no price without trade. */
    private static double variance(BilateralSetting trade, ReferenceCase reference) {
        if (reference.quantity().text().contains("uncondition")) {
            throw new IllegalArgumentException(
                    "quantity: " + reference.quantity() + " (expected: given trade, without which there is no price)");
        }
        double mean = price(trade);
        return trade.kind() == BilateralSetting.Kind.POSTED_PRICE
                ? 0
                : BilateralCases.interim(trade).ofPrice(price -> (price - mean) * (price - mean))
                        / BilateralCases.figures(trade).tradeProbability();
    }

    private static TradingStrategies offers(BilateralSetting trade) {
        return BilateralCases.interim(trade).strategies();
    }

    private static double value(BilateralSetting trade, ReferenceCase reference) {
        return BilateralCases.interim(trade).value(reference.at());
    }

    private static double cost(BilateralSetting trade, ReferenceCase reference) {
        return BilateralCases.interim(trade).cost(reference.at());
    }
}
