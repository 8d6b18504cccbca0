package dev.envelope.lab.reference.units;

import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.words.Fields;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.units.IndependentDraws;
import dev.envelope.theory.units.UnitPricing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words in which settings of several units are stated. */
final class UnitsSpelling {

    private static final Pattern VICKREY = Pattern.compile("vickrey|vcg|ausubel|clinching");
    private static final Pattern AS_BID = Pattern.compile("discriminatory|pay[- ](as|your)[- ]bid|first[- ]price");
    private static final Pattern REJECTED =
            Pattern.compile("(highest|first)[- ](losing|rejected|unsuccessful|non-?winning)|[kl]\\s*\\+\\s*1");
    private static final Pattern ACCEPTED =
            Pattern.compile("(lowest|last)[- ](winning|accepted|successful)|\\b[kl]-?th[- ](highest|price|bid)");
    private static final Pattern UNIT_DEMAND = Pattern.compile(
            "unit[- ]demand|single[- ]unit|(one|1) unit each|wants? (only |at most )?(one|1)( unit)?|demands? (only )?(one|1)\\b");
    private static final String NUMBER = "(\\d+|two|three|four|five|six)";
    private static final Pattern DRAWS = Pattern.compile("order statistics of " + NUMBER
            + " (?:iid |i\\.i\\.d\\. |independent )?(?:u\\[([^,\\]]+),([^\\]]+)\\] )?draws");
    private static final Pattern UNITS = Pattern.compile("\\b" + NUMBER + " (?:identical )?units");
    private static final Pattern BIDDERS = Pattern.compile("\\b" + NUMBER + " bidders");
    private static final Pattern FIRST =
            Pattern.compile("(v_?1|true value|(its|their) value) (on|for) (the |its |their )?first");
    private static final Pattern SECOND = Pattern.compile("v_?2 (on|for) (the |its |their )?second$");
    private static final Pattern NOTHING =
            Pattern.compile("(0|zero|nothing) (on|for) (the |its |their )?(second|other|remaining|rest)");
    private static final Map<String, Integer> WORDS = Map.of("two", 2, "three", 3, "four", 4, "five", 5, "six", 6);

    private UnitsSpelling() {}

    /** Every pricing that the mechanism may mean; more than one where it names several or leaves it open. */
    static List<UnitPricing> pricings(Setting setting) {
        String mechanism = lower(setting, "mechanism");
        if (mechanism.contains("any standard")) {
            return List.of(UnitPricing.values());
        }
        List<UnitPricing> pricings = new ArrayList<>();
        for (String part : mechanism.split("\\|", -1)) {
            pricings.addAll(pricing(setting, part));
        }
        return pricings;
    }

    private static List<UnitPricing> pricing(Setting setting, String part) {
        if (VICKREY.matcher(part).find()) {
            return List.of(UnitPricing.VICKREY);
        }
        if (AS_BID.matcher(part).find()) {
            return List.of(UnitPricing.DISCRIMINATORY);
        }
        boolean isRejected = REJECTED.matcher(part).find();
        boolean isAccepted = ACCEPTED.matcher(part).find();
        if (isRejected != isAccepted) {
            return List.of(isRejected ? UnitPricing.HIGHEST_REJECTED : UnitPricing.LOWEST_ACCEPTED);
        }
        if (part.contains("uniform")) {
            return List.of(UnitPricing.HIGHEST_REJECTED, UnitPricing.LOWEST_ACCEPTED);
        }
        throw setting.wrong("mechanism", "Vickrey, uniform price (highest losing or lowest winning bid) or pay-as-bid");
    }

    /** Whether the setting says that nobody wants more than one unit. */
    static boolean isUnitDemand(Setting setting) {
        return UNIT_DEMAND.matcher(prose(setting)).find()
                || (setting.isNumber("demand") && setting.count("demand") == 1);
    }

    /** The marginal values as independent draws in order, where the setting says so. */
    static Optional<IndependentDraws> draws(Setting setting) {
        Matcher draws = DRAWS.matcher(prose(setting));
        if (!draws.find()) {
            return Optional.empty();
        }
        ValueDistribution draw = draws.group(2) == null
                ? setting.distribution("value_distribution")
                : UniformDistribution.of(Double.parseDouble(draws.group(2)), Double.parseDouble(draws.group(3)));
        return Optional.of(new IndependentDraws(
                draw,
                number(draws.group(1)),
                count(setting, BIDDERS, "n_bidders", "n", "bidders"),
                count(setting, UNITS, "units", "k", "supply")));
    }

    /** Whether everybody bids for its first unit only, or the truth. */
    static boolean isFirstUnitOnly(Setting setting, UnitPricing pricing) {
        String strategies = lower(setting, "strategies");
        if (FIRST.matcher(strategies).find() && NOTHING.matcher(strategies).find()) {
            return true;
        }
        boolean isAll =
                FIRST.matcher(strategies).find() && SECOND.matcher(strategies).find();
        if (strategies.contains("truth") || isAll || (strategies.isEmpty() && pricing == UnitPricing.VICKREY)) {
            return false;
        }
        throw setting.wrong("strategies", "truthful, or v1 on the first unit and 0 on the second");
    }

    private static int count(Setting setting, Pattern pattern, String... names) {
        Matcher matcher = pattern.matcher(prose(setting));
        return matcher.find() ? number(matcher.group(1)) : Fields.count(setting, names);
    }

    private static int number(String text) {
        return WORDS.containsKey(text) ? WORDS.get(text) : Integer.parseInt(text);
    }

    private static String prose(Setting setting) {
        return String.join(
                ", ",
                lower(setting, "mechanism"),
                setting.isNumber("demand") ? "" : lower(setting, "demand"),
                lower(setting, "values"));
    }

    private static String lower(Setting setting, String field) {
        return setting.text(field, "").toLowerCase(Locale.ROOT);
    }
}
