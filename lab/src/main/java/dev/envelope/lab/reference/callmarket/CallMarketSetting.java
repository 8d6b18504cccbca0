package dev.envelope.lab.reference.callmarket;

import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.words.Fields;
import dev.envelope.lab.reference.words.Prose;
import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.finite.FiniteCallMarket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The call market that a setting describes: who trades and by which rules.
 *
 * @param market the traders
 * @param terms by which rules they trade
 */
record CallMarketSetting(Population market, CallTerms terms) {

    private static final String NUMBER = "(-?[0-9]+(?:\\.[0-9]*)?(?:e-?[0-9]+)?)";
    private static final Pattern UNIFORM =
            Pattern.compile("u(?:niform)?(?: on| over)?\\s*[\\[(]\\s*" + NUMBER + "\\s*,\\s*" + NUMBER + "\\s*[\\])]");
    private static final Pattern POWER =
            Pattern.compile("f(?:\\(x\\)|\\(v\\)|\\(c\\))?\\s?=\\s?[xv](?:\\s?\\^\\s?[0-9.]+)?(?: on \\[0, ?1])?");
    private static final Pattern DRAWN = Pattern.compile(UNIFORM.pattern() + "|" + POWER.pattern());
    private static final Pattern BY_SIDE =
            Pattern.compile("^(?<buyers>.*(?:buyer|value).*?)[,;]\\s*(?:and\\s+)?(?<sellers>(?:seller|cost).*)$");
    private static final List<String> BUYERS =
            List.of("m_buyers", "n_buyers", "number_of_buyers", "num_buyers", "buyers", "m");
    private static final List<String> SELLERS =
            List.of("n_sellers", "m_sellers", "number_of_sellers", "num_sellers", "sellers", "n");
    private static final List<String> VALUES = List.of(
            "buyer_values",
            "buyer_value",
            "buyer_distribution",
            "buyer_value_distribution",
            "value_distribution_buyers",
            "buyers_distribution",
            "buyer",
            "value_distribution",
            "values",
            "distribution",
            "types");
    private static final List<String> COSTS = List.of(
            "seller_costs",
            "seller_cost",
            "seller_distribution",
            "seller_cost_distribution",
            "seller_values",
            "cost_distribution_sellers",
            "sellers_distribution",
            "seller",
            "cost_distribution",
            "costs",
            "value_distribution",
            "values",
            "distribution",
            "types");

    /** The rules that are known. */
    enum Rules {
        /** All efficient trades, at whatever prices. */
        EFFICIENT,
        /** The k-double auction. */
        K_DOUBLE,
        /** The k-double auction with k = 1. */
        BUYERS_BID,
        /** The k-double auction with k = 0. */
        SELLERS_OFFER,
        /** McAfee (1992). */
        MCAFEE,
        /** Vickrey, Clarke and Groves. */
        VCG,
        /** One trade less than is efficient. */
        REDUCED
    }

    static CallMarketSetting of(Setting setting) {
        checkFields(setting);
        Population market = new Population(
                count(setting, BUYERS),
                distribution(setting, VALUES, "buyers"),
                count(setting, SELLERS),
                distribution(setting, COSTS, "sellers"));
        return new CallMarketSetting(market, CallTerms.of(setting));
    }

    /** The market of traders of finitely many types, where both sides are such. */
    static Optional<FiniteCallMarket> finite(Setting setting) {
        checkFields(setting);
        Optional<DiscreteDistribution> values = finite(setting, VALUES);
        Optional<DiscreteDistribution> costs = finite(setting, COSTS);
        return values.isPresent() && costs.isPresent()
                ? Optional.of(new FiniteCallMarket(
                        values.get(), count(setting, BUYERS), costs.get(), count(setting, SELLERS)))
                : Optional.empty();
    }

    private static Optional<DiscreteDistribution> finite(Setting setting, List<String> names) {
        return names.stream()
                .filter(name -> setting.has(name) && !setting.isNumber(name) && !setting.isList(name))
                .findFirst()
                .flatMap(setting::discrete);
    }

    private static void checkFields(Setting setting) {
        Fields.only(
                setting,
                Stream.of(BUYERS, SELLERS, VALUES, COSTS).flatMap(List::stream).toList(),
                "mechanism",
                "price",
                "k",
                "reports");
        checkPrice(setting);
    }

    /** A formula of the price gives k to the upper end; another one would mean another k. */
    private static void checkPrice(Setting setting) {
        if (setting.has("price")) {
            String formula = setting.text("price").toLowerCase(Locale.ROOT).replaceAll("[\\s{}()_]|,.*$", "");
            if (!formula.matches("1-k\\*(sm|low)\\+k\\*(sm\\+1|high)|k\\*(sm\\+1|high)\\+1-k\\*(sm|low)")) {
                throw setting.wrong("price", "(1-k)*s_(m)+k*s_(m+1), of all offers in order");
            }
        }
    }

    /** The rules that {@code text} names. */
    static Rules rules(Setting setting, String text) {
        if (text.contains("mcafee")) {
            return Rules.MCAFEE;
        }
        if ((text.contains("vcg") && !text.startsWith("efficient")) || text.contains("vickrey")) {
            return Rules.VCG;
        }
        if (text.contains("k-1 unit")
                || text.contains("l-1 unit")
                || text.contains("trade reduction")
                || text.contains("trade-reduction")) {
            return Rules.REDUCED;
        }
        if (text.isEmpty()
                || text.contains("efficient")
                || text.contains("first best")
                || text.contains("first-best")) {
            return Rules.EFFICIENT;
        }
        if (text.matches(".*\\bbuyer'?s?'?[- ]?bid.*") || text.contains("bbda")) {
            return Rules.BUYERS_BID;
        }
        if (text.matches(".*\\bseller'?s?'?[- ]?(offer|ask).*") || text.contains("soda")) {
            return Rules.SELLERS_OFFER;
        }
        if (text.contains("double auction") || text.contains("k-da") || text.contains("call market")) {
            return Rules.K_DOUBLE;
        }
        throw setting.wrong(
                "mechanism",
                "a k-double auction, a buyer's-bid or seller's-offer one, McAfee, VCG, K-1 units, or efficient");
    }

    /** k, where a field or the text states it. */
    static OptionalDouble weight(Setting setting, String text) {
        if (setting.has("k")) {
            return OptionalDouble.of(setting.number("k"));
        }
        Matcher stated = Pattern.compile("\\bk\\s*=\\s*" + NUMBER + "(?:/" + NUMBER + ")?")
                .matcher(text);
        if (!stated.find()) {
            return OptionalDouble.empty();
        }
        double above = Double.parseDouble(stated.group(1));
        return OptionalDouble.of(stated.group(2) == null ? above : above / Double.parseDouble(stated.group(2)));
    }

    /** A number that {@code text} gives to {@code name}, such as the stand-in {@code b_{m+1}=0}. */
    static OptionalDouble stated(String text, String name) {
        Matcher stated = Pattern.compile(name + "\\s*=?\\s*" + NUMBER).matcher(text);
        return stated.find() ? OptionalDouble.of(Double.parseDouble(stated.group(1))) : OptionalDouble.empty();
    }

    /** The stand-in for a missing bid that {@code text} states. */
    static OptionalDouble dummyBid(String text) {
        return stated(text, "b_\\{?\\(?m\\+1\\)?\\}?");
    }

    /** The stand-in for a missing ask that {@code text} states. */
    static OptionalDouble dummyAsk(String text) {
        return stated(text, "s_\\{?\\(?n\\+1\\)?\\}?");
    }

    /** The refusal of money under rules that {@code text} leaves without prices. */
    static IllegalArgumentException withoutPrices(String text) {
        return new IllegalArgumentException(
                "mechanism: " + text + " (expected: one with prices, such as VCG, McAfee or a k-double auction)");
    }

    private static int count(Setting setting, List<String> names) {
        for (String name : names) {
            if (setting.isNumber(name)) {
                return setting.count(name);
            }
        }
        throw setting.wrong(names.get(0), "how many there are");
    }

    private static ValueDistribution distribution(Setting setting, List<String> names, String side) {
        for (String name : names) {
            if (setting.has(name) && !setting.isNumber(name) && !setting.isList(name)) {
                return isText(setting, name) ? fromText(setting, name, side) : setting.distribution(name);
            }
        }
        throw setting.wrong(names.get(0), "a distribution");
    }

    private static boolean isText(Setting setting, String name) {
        return setting.json().get(name).isString();
    }

    /** A distribution in words: one for all, or one for the buyers and one for the sellers. */
    private static ValueDistribution fromText(Setting setting, String name, String side) {
        String text = setting.text(name).toLowerCase(Locale.ROOT);
        Matcher bySide = BY_SIDE.matcher(text);
        boolean isBySide =
                bySide.matches() && DRAWN.matcher(bySide.group("buyers")).find();
        String part = isBySide ? bySide.group(side) : text;
        Matcher power = POWER.matcher(part);
        if (power.find()) {
            requireKnown(setting, name, part.substring(0, power.start()) + part.substring(power.end()));
            return Prose.distribution(power.group());
        }
        Matcher uniform = UNIFORM.matcher(part);
        boolean isClear = uniform.find();
        double lo = isClear ? Double.parseDouble(uniform.group(1)) : 0;
        double hi = isClear ? Double.parseDouble(uniform.group(2)) : 0;
        requireKnown(setting, name, isClear ? part.substring(0, uniform.start()) + part.substring(uniform.end()) : "?");
        return UniformDistribution.of(lo, hi);
    }

    /** Refuses words beside the distribution that might mean something. */
    private static void requireKnown(Setting setting, String name, String rest) {
        if (!rest.matches("[\\s,;:~]*((all|iid|i\\.i\\.d\\.|independent|and|buyers?|sellers?|values?|costs?|are|'"
                + "|from|on|types?|draws?|private|symmetric|both|sides?|each|with|distributed)[\\s,;:~']*)*")) {
            throw setting.wrong(name, "a distribution, or words such as U[0,1] iid");
        }
    }
}
