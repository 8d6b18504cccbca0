package dev.envelope.lab.reference.trade;

import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.profile.TradeWords;
import dev.envelope.lab.reference.words.Fields;
import dev.envelope.theory.bilateral.strategy.TradingStrategies;
import dev.envelope.theory.deviation.TradeLoss;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;

/**
 * A profile of the bilateral double auction: what each side earns by it, and loses by it against its best reply.
 *
 * @param buyer the buyer's losses
 * @param seller the seller's losses
 */
public record TradeProfile(TradeLoss buyer, TradeLoss seller) {

    private static final String[] FIELDS = {"mechanism", "price", "k", "buyer", "seller", "profile"};
    private static final double SAME = 1e-9;
    private static final List<String> BUYERS = List.of("buyer_value", "v");
    private static final List<String> SELLERS = List.of("seller_cost", "cost", "c");
    private static final Map<String, ToDoubleBiFunction<TradeLoss, ReferenceCase>> KNOWN = new LinkedHashMap<>();

    static {
        know(
                (loss, c) -> loss.expectedGain(),
                "ex_ante_utility_loss",
                "ex_ante_loss",
                "expected_utility_loss",
                "ex_ante_regret",
                "ex_ante_gain",
                "ex_ante_gain_from_deviation");
        know(
                (loss, c) -> loss.largestGain(),
                "max_over_types_interim_utility_loss",
                "max_interim_utility_loss",
                "largest_interim_utility_loss",
                "max_interim_regret",
                "max_interim_gain",
                "max_interim_gain_from_deviation");
        know((loss, c) -> loss.worstType(), "worst_type", "type_with_largest_utility_loss");
        know(
                (loss, c) -> loss.gain(type(c)),
                "interim_utility_loss",
                "interim_loss",
                "interim_regret",
                "interim_gain",
                "gain_from_deviation");
        know(
                (loss, c) -> loss.prescribed(type(c)),
                "interim_utility",
                "interim_expected_utility",
                "interim_profit",
                "interim_payoff");
        know(
                (loss, c) -> loss.prescribed(type(c)) + loss.gain(type(c)),
                "best_response_utility",
                "best_response_interim_utility");
        know(
                (loss, c) -> loss.expectedPayoff(),
                "ex_ante_utility",
                "expected_utility",
                "expected_profit",
                "expected_payoff");
        know((loss, c) -> loss.expectedPayoff() + loss.expectedGain(), "best_response_ex_ante_utility");
        know(
                (loss, c) ->
                        loss.best(type(c)).orElseThrow(() -> c.at().wrong("value", "a type whose best reply trades")),
                "best_response",
                "best_response_bid",
                "best_response_ask",
                "best_reply",
                "optimal_bid",
                "optimal_ask");
    }

    private static void know(ToDoubleBiFunction<TradeLoss, ReferenceCase> quantity, String... names) {
        for (String name : names) {
            KNOWN.put(name, quantity);
        }
    }

    /** The profile that {@code setting} describes. */
    public static TradeProfile of(Setting setting) {
        Fields.only(setting, FIELDS);
        BilateralSetting trade = BilateralSetting.of(setting);
        if (trade.kind() != BilateralSetting.Kind.DOUBLE_AUCTION) {
            throw setting.wrong("mechanism", "a k-double auction, where a buyer and a seller are stated");
        }
        ValueDistribution values = trade.traders().values();
        ValueDistribution costs = trade.traders().costs();
        List<BidFunction> profile =
                TradeWords.parse(setting.text("profile"), List.of(values, costs), side -> equilibrium(trade, side));
        double k = trade.weight();
        return new TradeProfile(
                TradeLoss.ofBuyer(k, values, profile.get(0), costs, profile.get(1)),
                TradeLoss.ofSeller(k, values, profile.get(0), costs, profile.get(1)));
    }

    private static BidFunction equilibrium(BilateralSetting trade, int side) {
        TradingStrategies strategies = BilateralStrategies.of(trade);
        return side == 0 ? strategies::bid : strategies::ask;
    }

    /** The quantity of {@code reference}: of the side that it names, of both in brackets, of either where they are equal. */
    public Value of(ReferenceCase reference) {
        String text = reference.quantity().text().toLowerCase(Locale.ROOT);
        String name = text.replaceAll("\\[.*]|\\(.*\\)", "")
                .replaceAll("_(of|for)_(the_|each_)?(buyer|seller|trader|side|agent)$|^(buyer|seller)_", "");
        if (name.matches("expected_gains(_from_trade)?")) {
            return Value.of(buyer.expectedPayoff() + seller.expectedPayoff());
        }
        if (name.equals("trade_probability") || name.equals("probability_of_trade")) {
            return Value.of(buyer.tradeProbability());
        }
        ToDoubleBiFunction<TradeLoss, ReferenceCase> quantity = KNOWN.get(name);
        if (quantity == null) {
            throw reference.unknownQuantity(KNOWN.keySet());
        }
        boolean isBuyers = text.contains("buyer") || BUYERS.stream().anyMatch(reference.at()::has);
        boolean isSellers = text.contains("seller") || SELLERS.stream().anyMatch(reference.at()::has);
        double buyers = isBuyers || !isSellers ? quantity.applyAsDouble(buyer, reference) : 0;
        double sellers = isSellers || !isBuyers ? quantity.applyAsDouble(seller, reference) : 0;
        if (isBuyers && isSellers) {
            return text.indexOf("buyer") < text.indexOf("seller")
                    ? Value.of(buyers, sellers)
                    : Value.of(sellers, buyers);
        }
        if (!isBuyers && !isSellers && Math.abs(buyers - sellers) > SAME * Math.max(1, buyers)) {
            throw new IllegalArgumentException(
                    "quantity: " + reference.quantity() + " (expected: _of_buyer or _of_seller, for they differ)");
        }
        return Value.of(isSellers ? sellers : buyers);
    }

    private static double type(ReferenceCase reference) {
        return Stream.of(BUYERS, SELLERS, List.of("value", "type"))
                .flatMap(List::stream)
                .filter(reference.at()::has)
                .findFirst()
                .map(reference.at()::number)
                .orElseThrow(() -> reference.at().wrong("buyer_value", "a type"));
    }
}
