package dev.envelope.lab.reference.efficient;

import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.trade.FiniteTrade;
import dev.envelope.lab.reference.words.AgentTypes;
import dev.envelope.lab.reference.words.Prose;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.BalancedMechanism;
import dev.envelope.theory.efficient.BilateralTrade;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OneDimensionalChoice;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.PublicProject;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.finite.FiniteTypesChoice;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** Expected-externality, VCG and balanced mechanisms for one object, a trade between two, and a public project. */
public final class EfficientCases implements BlockCases {

    private static final List<String> FIELDS = List.of("mechanism", "buyer", "seller", "cost", "outside_option");

    /** The kind of payments, what is chosen, and how the payments are spelled out. */
    private static final Pattern MECHANISM = Pattern.compile(
            "(?<kind>agv|expected[- ]externality|agv \\(expected externality\\)|vcg|vcg \\(pivot\\)|krishna-perry"
                    + "|balanced(?: and individually rational)?|krishna-perry balanced)"
                    + "(?: mechanism)?,?(?: for)?(?: an?| the)?"
                    + "(?: (?<what>single object|one object|bilateral trade|public project|public good))?"
                    + "(?:, efficient allocation)?"
                    + "(?: with (?<basis>extreme-type|lowest-type|optimal-basis|most-reluctant-type) pivots?)?"
                    + "(?:: build iff sum of reports >= cost)?(?:[:;] (?<rule>.*))?");

    private static final Pattern EXTREME_TRADE =
            Pattern.compile("buyer pays max\\(c, ?v_lo\\), seller (?:receives|gets) min\\(v, ?c_hi\\)");
    private static final Pattern NAIVE_TRADE = Pattern.compile("buyer pays c, seller (?:receives|gets) v");
    private static final Pattern PROJECT = Pattern.compile(
            "(?:(?:if|when) built,? )?(?:each )?agent i pays max\\((?<floor>0|a_i|lo|x_lo|v_lo), ?(?:c|cost) ?- ?"
                    + "(?:sum_\\{j ?!= ?i} [xvt]_j|(?:the )?sum of (?:the )?others(?:' (?:reports|values))?)\\)(?:,? (?:when|if) built)?");

    private final PartnershipCases partnerships = new PartnershipCases();
    private final LicenceCases licences = new LicenceCases();

    @Override
    public Set<String> blocks() {
        return Set.of("agv", "krishna_perry", "public_project");
    }

    @Override
    public Value evaluate(ReferenceCase reference) {
        Setting setting = reference.setting();
        String model = setting.text("model", "").toLowerCase(Locale.ROOT);
        if (model.contains("partner")) {
            return partnerships.evaluate(reference);
        }
        if (model.contains("licen")) {
            return licences.evaluate(reference);
        }
        AgentTypes.checkFields(setting, FIELDS);
        String text = setting.text("mechanism").trim().toLowerCase(Locale.ROOT);
        Matcher form = MECHANISM.matcher(text);
        if (!form.matches()) {
            throw setting.wrong(
                    "mechanism",
                    "AGV, VCG or Krishna-Perry, for a single object, bilateral trade or a public"
                            + " project, without more words than are known");
        }
        Optional<FiniteTypesChoice> finite = FiniteChoiceWords.choice(setting);
        if (finite.isPresent()) {
            return ofFinitelyMany(finite.get(), form, reference);
        }
        OneDimensionalChoice choice = choice(setting, form.group("what") == null ? "" : form.group("what"));
        OutsideOption option = outside(setting);
        List<OutsideOption> options = Collections.nCopies(choice.agents(), option);
        EfficientMechanism mechanism = mechanism(form, choice, option, setting);
        EfficientGame game = EfficientGame.of(mechanism, choice, options);
        return EfficientQuantities.KNOWN.of(game, reference);
    }

    private static Value ofFinitelyMany(FiniteTypesChoice choice, Matcher form, ReferenceCase reference) {
        Setting setting = reference.setting();
        Optional<FiniteTrade> trade = FiniteTrade.of(reference);
        boolean isPlainTrade = trade.isPresent() && isOfExtremeTypes(form) && !setting.has("outside_option");
        if (isPlainTrade && trade.get().knows(reference)) {
            return trade.get().underVcg(reference);
        }
        String kind = form.group("kind");
        requireNamed(form, choice.kind(), setting);
        boolean isPlain = form.group("basis") == null && form.group("rule") == null;
        boolean isOptimal = isOptimal(form);
        if (!isPlain
                && !(kind.startsWith("vcg")
                        && ((isOptimal && form.group("rule") == null)
                                || isExtreme(form, choice)
                                || isFlooredAt0(form, choice)))) {
            throw setting.wrong("mechanism", "pivots that are known of finitely many types");
        }
        OutsideOption option = outside(setting);
        if (kind.startsWith("vcg") && form.group("rule") == null) {
            requireFittingBasis(isOptimal, option, setting);
        }
        return EfficientQuantities.KNOWN.of(FiniteChoiceWords.game(choice, kind, isOptimal, option), reference);
    }

    /** The lowest types are no basis for agents who have something without taking part. */
    private static void requireFittingBasis(boolean isOptimal, OutsideOption option, Setting setting) {
        if (!isOptimal && !option.equals(OutsideOption.nothing())) {
            throw setting.wrong("mechanism", "the optimal basis, where staying away is worth something");
        }
    }

    /** The lowest type of each bidder for an object, all of them {@code types}, is at least 0. */
    static void requireServed(List<?> types, DoubleStream lowest) {
        if (lowest.anyMatch(type -> type < 0)) {
            throw new IllegalArgumentException("types: " + types
                    + " (expected: at least 0; otherwise it matters whether nobody may get the object)");
        }
    }

    private static void requireNamed(Matcher form, FiniteTypesChoice.Kind kind, Setting setting) {
        String named = form.group("what");
        String expected = switch (kind) {
            case OBJECT -> "single object|one object";
            case ALLOTMENT -> "partnership|licence";
            case TRADE -> "bilateral trade";
            case PROJECT -> "public project|public good";
        };
        if (named != null && !named.matches(expected)) {
            throw setting.wrong("mechanism", "one for a " + expected + ", of which the other fields are");
        }
    }

    /** Whether payments of a project are at least 0, which are also the lowest types. */
    private static boolean isFlooredAt0(Matcher form, FiniteTypesChoice choice) {
        Matcher project = PROJECT.matcher(form.group("rule") == null ? "" : form.group("rule"));
        return choice.kind() == FiniteTypesChoice.Kind.PROJECT
                && project.matches()
                && (!project.group("floor").equals("0")
                        || choice.types().stream().allMatch(type -> type.lower() == 0));
    }

    private static boolean isOptimal(Matcher form) {
        String basis = form.group("basis");
        return basis != null && (basis.startsWith("optimal") || basis.startsWith("most"));
    }

    private static boolean isOfExtremeTypes(Matcher form) {
        String basis = form.group("basis");
        String rule = form.group("rule");
        return form.group("kind").startsWith("vcg")
                && (basis == null || basis.startsWith("extreme"))
                && (rule == null || EXTREME_TRADE.matcher(rule).matches());
    }

    /** Whether the basis are the extreme types; a trade's rule that is spelled out is one of a trade alone. */
    private static boolean isExtreme(Matcher form, FiniteTypesChoice choice) {
        return isOfExtremeTypes(form) && (form.group("rule") == null || choice.kind() == FiniteTypesChoice.Kind.TRADE);
    }

    private static OneDimensionalChoice choice(Setting setting, String what) {
        boolean isTrade = setting.has("buyer") && setting.has("seller");
        boolean isProject = setting.has("cost");
        String stated = isTrade ? "bilateral trade" : isProject ? "public project" : "single object";
        String named =
                what.equals("one object") ? "single object" : what.equals("public good") ? "public project" : what;
        if (!named.isEmpty() && !named.equals(stated)) {
            throw setting.wrong("mechanism", "one for a " + stated + ", of which the other fields are");
        }
        if (isTrade) {
            return new BilateralTrade(setting.distribution("buyer"), setting.distribution("seller"));
        }
        List<ValueDistribution> types = AgentTypes.of(setting);
        if (isProject) {
            return PublicProject.of(types, setting.number("cost"));
        }
        requireServed(types, types.stream().mapToDouble(ValueDistribution::lower));
        return ObjectAllocation.auction(types);
    }

    private static EfficientMechanism mechanism(
            Matcher form, OneDimensionalChoice choice, OutsideOption option, Setting setting) {
        List<OutsideOption> options = Collections.nCopies(choice.agents(), option);
        String kind = form.group("kind");
        String basis = form.group("basis");
        String rule = form.group("rule");
        if (!kind.startsWith("vcg")) {
            if (basis != null || rule != null) {
                throw setting.wrong("mechanism", kind + " without pivots or a rule of its own");
            }
            return kind.contains("externality") || kind.startsWith("agv")
                    ? new ExpectedExternality(choice)
                    : BalancedMechanism.of(choice, options);
        }
        boolean isOptimal = isOptimal(form);
        if (rule != null) {
            return spelledOut(rule, choice, setting);
        }
        requireFittingBasis(isOptimal, option, setting);
        return isOptimal ? VcgMechanism.withOptimalBasis(choice, options) : VcgMechanism.plain(choice);
    }

    private static EfficientMechanism spelledOut(String rule, OneDimensionalChoice choice, Setting setting) {
        Matcher project = PROJECT.matcher(rule);
        if (choice instanceof PublicProject && project.matches()) {
            boolean isAtZero = project.group("floor").equals("0");
            if (isAtZero && choice.types().stream().anyMatch(type -> type.lower() < 0)) {
                throw setting.wrong("mechanism", "payments of at least a type's lowest value, where that is negative");
            }
            return isAtZero ? withBasis(choice, Collections.nCopies(choice.agents(), 0.0)) : VcgMechanism.plain(choice);
        }
        if (choice instanceof BilateralTrade && EXTREME_TRADE.matcher(rule).matches()) {
            return VcgMechanism.plain(choice);
        }
        if (choice instanceof BilateralTrade trade && NAIVE_TRADE.matcher(rule).matches()) {
            double low = Math.min(trade.buyer().lower(), trade.seller().lower());
            double high = Math.max(trade.buyer().upper(), trade.seller().upper());
            return withBasis(choice, List.of(low, high));
        }
        throw setting.wrong("mechanism", "payments that are known, not: " + rule);
    }

    private static VcgMechanism withBasis(OneDimensionalChoice choice, List<Double> basis) {
        return new VcgMechanism(choice, basis, Collections.nCopies(choice.agents(), OutsideOption.nothing()));
    }

    private static OutsideOption outside(Setting setting) {
        if (!setting.has("outside_option")) {
            return OutsideOption.nothing();
        }
        return OutsideOption.constant(
                setting.isNumber("outside_option")
                        ? setting.number("outside_option")
                        : Prose.number(setting.text("outside_option").trim()));
    }
}
