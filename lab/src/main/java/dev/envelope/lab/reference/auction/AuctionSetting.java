package dev.envelope.lab.reference.auction;

import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.words.Fraction;
import dev.envelope.theory.design.Comparisons;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.RiskNeutral;
import dev.envelope.theory.preference.Utility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The auction of one object that a setting describes: who bids and by which rules.
 *
 * @param formats the texts of {@code mechanism} between bars, in small letters
 * @param types the distribution of each bidder's value
 * @param reserve the least winning value, where there is one
 * @param minimumBid the lowest bid of an all-pay auction, which is not a reserve
 * @param entryFee what it costs to take part
 * @param sellerValue what the object is worth to the seller
 * @param utility what gains are worth to the bidders
 */
public record AuctionSetting(
        List<String> formats,
        List<ValueDistribution> types,
        OptionalDouble reserve,
        double minimumBid,
        double entryFee,
        double sellerValue,
        Utility utility) {

    private static final Pattern EXPONENT = Pattern.compile("\\s*[a-z]\\s*\\^\\s*\\(?(?<exponent>" + Fraction.FORM
            + ")\\)?\\s*|\\s*(?<root>sqrt)\\s*\\(\\s*[a-z]\\s*\\)\\s*");

    /** The fields that are read here, and those that name the model. */
    public static final List<String> FIELDS = List.of(
            "mechanism",
            "format",
            "model",
            "bidders",
            "value_distributions",
            "distributions",
            "value_distribution",
            "distribution",
            "n_bidders",
            "n",
            "n_agents",
            "n_buyers",
            "reserve",
            "reserve_price",
            "minimum_bid",
            "min_bid",
            "entry_fee",
            "fee",
            "seller_value",
            "seller_valuation",
            "v0",
            "x0",
            "utility");

    private static final int MOST_BIDDERS = 10_000;

    /** How far a reserve that is stated may be from the best one, in units of the range of values. */
    private static final double ROUNDED = 1e-3;

    private static final Pattern MODEL = Pattern.compile(
            "((symmetric|asymmetric|independent|private|ipv|values?|iid|sealed|bid|bidders?|one|single|object)[ _,-]*)*");

    /** Copies the lists. */
    public AuctionSetting {
        formats = List.copyOf(formats);
        types = List.copyOf(types);
    }

    /** The auction that {@code setting} describes. */
    public static AuctionSetting of(Setting setting) {
        String model = setting.text("model", "");
        if (!MODEL.matcher(model.toLowerCase(Locale.ROOT)).matches()) {
            throw setting.wrong("model", "symmetric_ipv or asymmetric_ipv: independent private values");
        }
        return new AuctionSetting(
                formats(setting),
                types(setting),
                reserve(setting),
                first(setting, "minimum_bid", "min_bid").orElse(0),
                first(setting, "entry_fee", "fee").orElse(0),
                sellerValue(setting),
                utility(setting));
    }

    /** The same bidders in another auction. */
    public AuctionSetting with(String format, OptionalDouble otherReserve) {
        return new AuctionSetting(List.of(format), types, otherReserve, minimumBid, entryFee, sellerValue, utility);
    }

    /** Whether all bidders' values have the same distribution. */
    public boolean isSymmetric() {
        return types.stream().allMatch(types.get(0)::equals);
    }

    /** Whether the bidders are risk neutral. */
    public boolean isRiskNeutral() {
        return utility instanceof RiskNeutral;
    }

    /** Refuses a common reserve that is called optimal and is not, but for rounding. */
    void requireBestReserve() {
        ValueDistribution type = types.get(0);
        double best = OptimalAuction.of(List.of(type), sellerValue).reserve(0);
        double stated = Math.max(type.lower(), reserve.orElse(best));
        if (!type.isRegular() || !(Math.abs(stated - best) <= ROUNDED * (type.upper() - type.lower()))) {
            throw new IllegalArgumentException("setting.reserve: " + stated + " (expected: the best one, " + best
                    + ", of regular values, in an optimal auction)");
        }
    }

    private static double sellerValue(Setting setting) {
        return first(setting, "seller_value", "seller_valuation", "v0", "x0").orElse(0);
    }

    /** A number, or in words the monopoly price of bidders that are alike, the best reserve of regular values. */
    private static OptionalDouble reserve(Setting setting) {
        String name = setting.has("reserve") ? "reserve" : "reserve_price";
        if (!setting.has(name) || setting.isNumber(name)) {
            return setting.optional(name);
        }
        String words = setting.text(name).toLowerCase(Locale.ROOT).replace('_', ' ');
        boolean isBest = words.matches("(the )?(optimal|monopoly|myerson)( (price|reserve))?");
        List<ValueDistribution> types = types(setting);
        if (words.matches("(the )?(optimal|best) common( reserve)?") && sellerValue(setting) == 0) {
            return OptionalDouble.of(Comparisons.commonReserve(types).price());
        }
        if (!isBest
                || !types.stream().allMatch(types.get(0)::equals)
                || !types.get(0).isRegular()) {
            throw setting.wrong(name, "a number, or optimal where bidders are alike and their values regular");
        }
        double sellerValue = sellerValue(setting);
        return OptionalDouble.of(
                OptimalAuction.of(List.of(types.get(0)), sellerValue).reserve(0));
    }

    private static OptionalDouble first(Setting setting, String... names) {
        return Arrays.stream(names)
                .filter(setting::has)
                .map(setting::optional)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    private static List<String> formats(Setting setting) {
        String text = setting.text("mechanism", setting.text("format", ""));
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\|", -1))
                .map(String::trim)
                .toList();
    }

    private static List<ValueDistribution> types(Setting setting) {
        if (setting.isList("bidders")) {
            return groups(setting.objects("bidders"));
        }
        for (String list : List.of("value_distributions", "distributions", "value_distribution")) {
            if (setting.isList(list)) {
                return setting.distributions(list);
            }
        }
        ValueDistribution common =
                setting.distribution(setting.has("distribution") ? "distribution" : "value_distribution");
        String number = Stream.of("n_bidders", "n", "n_agents", "n_buyers", "bidders")
                .filter(setting::has)
                .findFirst()
                .orElse("n_bidders");
        int n = setting.count(number, 1);
        if (n < 1 || n > MOST_BIDDERS) {
            throw setting.wrong(number, "1 to " + MOST_BIDDERS);
        }
        return Collections.nCopies(n, common);
    }

    private static List<ValueDistribution> groups(List<Setting> groups) {
        List<ValueDistribution> types = new ArrayList<>();
        for (Setting group : groups) {
            int count = group.count("count", 1);
            if (count < 1 || count > MOST_BIDDERS) {
                throw group.wrong("count", "1 to " + MOST_BIDDERS);
            }
            String field = group.has("distribution") ? "distribution" : "value_distribution";
            types.addAll(Collections.nCopies(count, group.distribution(field)));
        }
        return types;
    }

    private static Utility utility(Setting setting) {
        if (!setting.has("utility")) {
            return Utility.riskNeutral();
        }
        Setting utility = setting.object("utility");
        return switch (utility.text("type").toLowerCase(Locale.ROOT).replace('-', '_')) {
            case "crra", "power" -> constantRelative(utility);
            case "cara" ->
                new ConstantAbsoluteRiskAversion(first(utility, "lambda", "absolute_risk_aversion", "a", "r")
                        .orElseThrow(() -> utility.wrong("lambda", "the absolute risk aversion")));
            case "risk_neutral", "linear" -> Utility.riskNeutral();
            default -> throw utility.wrong("type", "CRRA or CARA");
        };
    }

    /** By the exponent alpha or the relative risk aversion 1 − alpha, which must agree where both are given. */
    private static Utility constantRelative(Setting utility) {
        OptionalDouble aversion = first(utility, "relative_risk_aversion", "rho");
        if (aversion.isEmpty()) {
            return new ConstantRelativeRiskAversion(exponent(utility));
        }
        double alpha = utility.number("alpha", 1 - aversion.getAsDouble());
        if (Math.abs(alpha - (1 - aversion.getAsDouble())) > 1e-9) {
            throw utility.wrong("alpha", "1 minus the relative risk aversion " + aversion.getAsDouble());
        }
        return new ConstantRelativeRiskAversion(alpha);
    }

    /** The field alpha, or the number in z^0.5. */
    private static double exponent(Setting utility) {
        Matcher written = EXPONENT.matcher(utility.text("u", ""));
        return utility.has("alpha") || !written.matches()
                ? utility.number("alpha")
                : written.group("root") == null ? Fraction.of(written.group("exponent")) : 0.5;
    }
}
