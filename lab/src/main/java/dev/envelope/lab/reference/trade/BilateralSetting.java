package dev.envelope.lab.reference.trade;

import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.words.Fields;
import dev.envelope.lab.reference.words.Fraction;
import dev.envelope.theory.bilateral.Traders;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The trade between a buyer and a seller that a setting describes.
 *
 * @param traders the two sides
 * @param kind by which rules they trade
 * @param k the weight of the bid in the price of the double auction, where it is stated
 * @param words all that is said about the equilibrium, in small letters
 * @param setting the whole setting, for what only some quantities need
 */
record BilateralSetting(Traders traders, Kind kind, OptionalDouble k, String words, Setting setting) {

    /** The rules of trade. */
    enum Kind {
        /** Trade iff bid ≥ ask, at a price between. */
        DOUBLE_AUCTION,
        /** The largest gains without money from outside. */
        SECOND_BEST,
        /** The largest profit of a house. */
        BROKER,
        /** Efficient trade at pivotal prices. */
        EFFICIENT,
        /** A price fixed in advance. */
        POSTED_PRICE,
        /** Nothing is said. */
        UNSTATED
    }

    private static final List<String> BUYER = List.of("buyer", "buyer_value", "buyer_distribution", "buyer_values");
    private static final List<String> SELLER = List.of("seller", "seller_cost", "seller_distribution", "seller_costs");
    private static final List<String> WORDS =
            List.of("equilibrium", "mechanism_note", "equilibrium_note", "note", "notes", "equilibrium_selection");

    /** What else is read, and what says in the file's words how a linear equilibrium looks. */
    private static final List<String> OTHERS = List.of(
            "mechanism",
            "price",
            "k",
            "x",
            "value_distribution",
            "step_price",
            "step_prices",
            "prices",
            "steps",
            "fixed_price",
            "posted_price",
            "profile",
            "model",
            "linear_equilibrium",
            "strategies");

    /** What would change the game and is not understood here. */
    private static final List<String> FOREIGN =
            List.of("reports", "utility", "risk_aversion", "correlation", "copula", "m_buyers", "n_sellers", "reserve");

    static BilateralSetting of(Setting setting) {
        checkFields(setting);
        StringBuilder words = new StringBuilder();
        for (String field : WORDS) {
            if (setting.has(field) && !setting.isList(field) && !setting.isNumber(field)) {
                words.append(setting.text(field)).append(' ');
            }
        }
        Kind kind = kind(setting);
        Traders traders = new Traders(distribution(setting, BUYER), distribution(setting, SELLER));
        OptionalDouble k = kind == Kind.DOUBLE_AUCTION ? weight(setting) : OptionalDouble.empty();
        return new BilateralSetting(
                traders, kind, k, words.toString().toLowerCase(Locale.ROOT).trim(), setting);
    }

    /** Refuses what is not understood. */
    static void checkFields(Setting setting) {
        for (String field : FOREIGN) {
            if (setting.has(field)) {
                throw setting.wrong(
                        field,
                        "nothing: one risk-neutral buyer and one seller with independent types, in" + " equilibrium");
            }
        }
        Fields.only(
                setting,
                Stream.of(BUYER, SELLER, WORDS, OTHERS).flatMap(List::stream).toList());
    }

    private static ValueDistribution distribution(Setting setting, List<String> names) {
        for (String name : names) {
            if (setting.has(name)) {
                return setting.distribution(name);
            }
        }
        return setting.distribution(setting.has("value_distribution") ? "value_distribution" : names.get(0));
    }

    /** The rules that {@code setting} names. */
    static Kind kind(Setting setting) {
        String mechanism = setting.text("mechanism", "").toLowerCase(Locale.ROOT);
        if (mechanism.isBlank()) {
            return setting.has("k") ? Kind.DOUBLE_AUCTION : Kind.UNSTATED;
        }
        if (says(
                mechanism,
                "take-it-or-leave-it",
                "double auction",
                "double-auction",
                "double_auction",
                "bid-ask",
                "k-da",
                "split-the-diff")) {
            return Kind.DOUBLE_AUCTION;
        }
        if (says(mechanism, "broker", "profit-max", "intermediary")) {
            return Kind.BROKER;
        }
        if (says(mechanism, "second best", "second-best", "second_best")) {
            return Kind.SECOND_BEST;
        }
        if (says(mechanism, "vcg", "vickrey", "first best", "first-best", "efficient")) {
            return Kind.EFFICIENT;
        }
        if (says(mechanism, "posted", "fixed price", "fixed-price", "one-price", "one price")) {
            return Kind.POSTED_PRICE;
        }
        throw setting.wrong(
                "mechanism", "a k-double auction, the second best, a broker, efficient trade or a posted price");
    }

    /** k by itself, or by the formula of the price; a formula that is not understood is refused. */
    private static OptionalDouble weight(Setting setting) {
        OptionalDouble stated = setting.has("k") ? stated(setting) : offer(setting);
        if (setting.has("price") && !setting.isNumber("price")) {
            String formula = setting.text("price").toLowerCase(Locale.ROOT).replaceAll("\\s+|if.*$", "");
            switch (formula) {
                case "k*bid+(1-k)*ask", "(1-k)*ask+k*bid", "kb+(1-k)s", "k*b+(1-k)*s", "" -> {}
                case "(1-k)*bid+k*ask", "k*ask+(1-k)*bid" -> {
                    return stated.isPresent() ? OptionalDouble.of(1 - stated.getAsDouble()) : stated;
                }
                case "(bid+ask)/2", "0.5*(bid+ask)", "0.5*bid+0.5*ask" -> {
                    return OptionalDouble.of(0.5);
                }
                case "bid" -> {
                    return OptionalDouble.of(1);
                }
                case "ask" -> {
                    return OptionalDouble.of(0);
                }
                default -> throw setting.wrong("price", "k*bid+(1-k)*ask");
            }
        }
        return stated;
    }

    /** Who makes a take-it-or-leave-it offer names the price. */
    private static OptionalDouble offer(Setting setting) {
        String mechanism = setting.text("mechanism", "").toLowerCase(Locale.ROOT);
        boolean isBuyers = mechanism.contains("buyer");
        return mechanism.contains("take-it-or-leave-it") && isBuyers != mechanism.contains("seller")
                ? OptionalDouble.of(isBuyers ? 1 : 0)
                : OptionalDouble.empty();
    }

    private static OptionalDouble stated(Setting setting) {
        if (setting.isNumber("k")) {
            return OptionalDouble.of(setting.number("k"));
        }
        String text = setting.text("k").trim();
        return text.equalsIgnoreCase("any") ? OptionalDouble.empty() : OptionalDouble.of(Fraction.of(text));
    }

    private static boolean says(String text, String... words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** The weight of the bid. */
    double weight() {
        return k.orElseThrow(() -> setting.wrong("k", "a number from 0 to 1"));
    }
}
