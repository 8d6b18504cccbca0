package dev.envelope.lab.reference.units;

import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Fields;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.localglobal.LocalBids;
import dev.envelope.theory.localglobal.LocalDeviation;
import dev.envelope.theory.localglobal.LocalGlobalGame;
import dev.envelope.theory.localglobal.LocalGlobalOutcome;
import dev.envelope.theory.localglobal.LocalPricing;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two locals against one global bidder, in equilibrium. */
public final class LocalGlobalCases implements BlockCases {

    private static final String UNIFORM = "u\\[\\s*([-0-9.e]+)\\s*,\\s*([-0-9.e]+)\\s*\\]";
    private static final Pattern LOCAL = Pattern.compile("locals?\\b(?:(?!global)[^\\[;])*?" + UNIFORM);
    private static final Pattern GLOBAL = Pattern.compile("global\\b(?:(?!local)[^\\[;])*?" + UNIFORM);
    private static final Pattern POWER =
            Pattern.compile("locals?\\b(?:(?!global)[^\\[;])*?\\(v\\)\\s*=\\s*v\\^([0-9.]+)\\s*on\\s*\\[0,\\s*1]");
    private static final Pattern CORRELATION =
            Pattern.compile("(?:correlation|gamma)(?: coefficient)?\\s*(?:=|of|is)?\\s*([0-9.]+)");
    private static final Pattern OUTSIDE =
            Pattern.compile("reserve|risk|averse|cara|crra|entry|budget|three locals|3 locals|common value");

    private final Quantities<LocalBids> quantities = new Quantities<LocalBids>()
            .number((b, c) -> b.at(value(b, c)), "local_equilibrium_bid", "equilibrium_bid", "local_bid", "bid")
            .number((b, c) -> b.at(b.game().local().upper()), "maximum_local_bid", "highest_local_bid", "max_local_bid")
            .number((b, c) -> 2 * outcome(b).localUtility(), "total_local_utility", "locals_total_utility")
            .number(
                    (b, c) -> outcome(b).localUtility(),
                    "local_ex_ante_utility",
                    "local_expected_utility",
                    "local_utility")
            .number(
                    (b, c) -> outcome(b).globalUtility(),
                    "global_ex_ante_utility",
                    "global_expected_utility",
                    "global_utility")
            .number((b, c) -> outcome(b).revenue(), "expected_revenue", "revenue", "expected_seller_revenue")
            .number((b, c) -> outcome(b).welfare(), "expected_welfare", "expected_realised_surplus", "welfare")
            .number((b, c) -> outcome(b).firstBest(), "first_best_welfare", "efficient_welfare", "first_best_surplus")
            .number((b, c) -> outcome(b).efficiency(), "efficiency", "expected_efficiency", "relative_efficiency")
            .number((b, c) -> outcome(b).localsWin(), "probability_locals_win", "locals_win_probability")
            .number((b, c) -> 1 - outcome(b).localsWin(), "probability_global_wins", "global_win_probability")
            .number(
                    (b, c) -> outcome(b).misallocation(),
                    "misallocation_probability",
                    "probability_of_misallocation",
                    "probability_inefficient",
                    "probability_of_inefficient_allocation",
                    "inefficiency_probability")
            .number(
                    (b, c) -> outcome(b).firstBest() - outcome(b).welfare(),
                    "expected_welfare_loss",
                    "welfare_loss",
                    "expected_efficiency_loss",
                    "expected_deadweight_loss")
            .number((b, c) -> 1 - outcome(b).efficiency(), "1-efficiency", "inefficiency", "relative_efficiency_loss")
            .number((b, c) -> value(b, c) - b.at(value(b, c)), "bid_shading", "local_bid_shading")
            .number((b, c) -> globalValue(b, c), "global_equilibrium_bid", "global_bid")
            .number((b, c) -> b.silentUpTo(), "zero_bid_threshold", "zero_bid_cutoff", "local_zero_bid_cutoff")
            .number(
                    (b, c) -> new LocalDeviation(b).payoff(value(b, c), b.at(value(b, c))),
                    "local_interim_utility",
                    "interim_local_utility",
                    "interim_utility");

    @Override
    public Set<String> blocks() {
        return Set.of("combinatorial_bne");
    }

    @Override
    public Value evaluate(ReferenceCase reference) {
        Setting setting = reference.setting();
        Fields.only(
                setting,
                "mechanism",
                "payment_rule",
                "values",
                "local_distribution",
                "global_distribution",
                "correlation",
                "gamma");
        LocalPricing pricing = pricing(setting);
        return quantities.of(game(setting).bids(pricing), reference);
    }

    private static LocalGlobalOutcome outcome(LocalBids bids) {
        return bids.game().outcome(bids.pricing());
    }

    private static double value(LocalBids bids, ReferenceCase reference) {
        String name = reference.at().has("local_value") ? "local_value" : "value";
        double value = reference.at().number(name);
        ValueDistribution type = bids.game().local();
        if (value < type.lower() || value > type.upper()) {
            throw reference.at().wrong(name, "a local's value, " + type.lower() + " to " + type.upper());
        }
        return value;
    }

    /** The global bidder is truthful. */
    private static double globalValue(LocalBids bids, ReferenceCase reference) {
        String name = reference.at().has("global_value") ? "global_value" : "value";
        double value = reference.at().number(name);
        if (value < 0 || value > bids.game().globalUpper()) {
            throw reference
                    .at()
                    .wrong(
                            name,
                            "the global bidder's value, 0 to " + bids.game().globalUpper());
        }
        return value;
    }

    private static LocalPricing pricing(Setting setting) {
        String rule = (text(setting, "mechanism") + " " + text(setting, "payment_rule")).replaceAll("[-_]", " ");
        if (!rule.contains("llg") && !(rule.contains("local") && rule.contains("global"))) {
            throw setting.wrong("mechanism", "the LLG game of two locals and one global bidder");
        }
        if (rule.matches(".*nearest( to)? (vcg|vickrey).*|.*(vcg|vickrey) nearest.*|.*quadratic.*")) {
            return LocalPricing.NEAREST_VCG;
        }
        if (rule.matches(".*nearest( to)?( the)? bids?.*")) {
            return LocalPricing.NEAREST_BID;
        }
        if (rule.matches(".*nearest( to)? (zero|0|origin).*|.*\\bproxy\\b.*")) {
            return LocalPricing.NEAREST_ZERO;
        }
        if (rule.contains("proportional")) {
            return LocalPricing.PROPORTIONAL;
        }
        if (rule.matches(".*(vcg|vickrey).*") && !rule.contains("core")) {
            return LocalPricing.VCG;
        }
        throw setting.wrong(
                "mechanism",
                "VCG, nearest VCG, nearest bid, nearest zero (proxy) or proportional; no closed form of the first-price"
                        + " equilibrium is known");
    }

    private static LocalGlobalGame game(Setting setting) {
        String values = text(setting, "values");
        if (OUTSIDE.matcher(values + text(setting, "mechanism")).find()) {
            throw setting.wrong("values", "risk-neutral private values without a reserve");
        }
        ValueDistribution local =
                setting.has("local_distribution") ? setting.distribution("local_distribution") : local(setting, values);
        ValueDistribution global = setting.has("global_distribution")
                ? setting.distribution("global_distribution")
                : uniform(setting, GLOBAL, values);
        if (!(global instanceof UniformDistribution) || global.lower() != 0) {
            throw setting.wrong("values", "a global value that is uniform from 0 on");
        }
        return new LocalGlobalGame(local, global.upper(), correlation(setting, values));
    }

    private static ValueDistribution local(Setting setting, String values) {
        Matcher power = POWER.matcher(values);
        return power.find()
                ? PowerDistribution.of(Double.parseDouble(power.group(1)), 0, 1)
                : uniform(setting, LOCAL, values);
    }

    private static double correlation(Setting setting, String values) {
        if (setting.has("correlation") || setting.has("gamma")) {
            return setting.number(setting.has("gamma") ? "gamma" : "correlation");
        }
        Matcher stated = CORRELATION.matcher(values);
        if (stated.find()) {
            return Double.parseDouble(stated.group(1));
        }
        if (values.contains("perfect")) {
            return 1;
        }
        if (values.isEmpty() || values.contains("independent") || values.contains("iid") || !values.contains("corr")) {
            return 0;
        }
        throw setting.wrong("values", "independent, perfectly correlated, or correlation = a number");
    }

    private static UniformDistribution uniform(Setting setting, Pattern whose, String values) {
        Matcher stated = whose.matcher(values);
        if (!stated.find()) {
            throw setting.wrong("values", "locals U[a,b], global U[0,g]");
        }
        return UniformDistribution.of(Double.parseDouble(stated.group(1)), Double.parseDouble(stated.group(2)));
    }

    private static String text(Setting setting, String field) {
        return setting.text(field, "").toLowerCase(Locale.ROOT);
    }
}
