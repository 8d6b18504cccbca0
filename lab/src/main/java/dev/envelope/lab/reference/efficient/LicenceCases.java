package dev.envelope.lab.reference.efficient;

import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.AgentTypes;
import dev.envelope.lab.reference.words.Prose;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.licence.LicenceAuction;
import dev.envelope.theory.licence.Loss;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A licence whose losers lose something, in the readings of what they lose. */
public final class LicenceCases implements BlockCases {

    private static final List<String> FIELDS = List.of("model", "mechanism", "alpha", "outside_option");
    private static final Pattern VALUES = Pattern.compile("(?:v_i|x_i|values) iid (?<type>.+)");
    private static final Pattern FIRMS = Pattern.compile(Prose.counts() + " firms");
    private static final Pattern LICENCE = Pattern.compile("licen[sc]e");
    private static final Pattern ALWAYS = Pattern.compile("(?:the )?licen[sc]e (?:is )?always (?:allocated|issued)");
    private static final Pattern OUTSIDE = Pattern.compile("outside option (?<option>.+)");
    private static final Pattern LOSER =
            Pattern.compile("(?:the |each )?losers? (?:suffers?|loses?|bears?) (?<what>.+)");
    private static final Pattern CONSTANT = Pattern.compile(
            "(?:a )?(?:constant|fixed) (?:loss )?(?:of )?alpha|a loss of (?:a )?(?:constant )?alpha|alpha \\(a constant\\)");
    private static final Pattern OWN = Pattern.compile(
            "(?:(?:a )?(?:share|fraction) )?alpha ?(?:\\*|times|x|of)? ?(?:its |their )?own value(?: \\((?:its|their) own\\))?");
    private static final Pattern WINNERS =
            Pattern.compile("(?:(?:a )?(?:share|fraction) )?alpha ?(?:\\*|times|x|of)? ?(?:the )?winner's value");
    private static final Pattern NOTHING =
            Pattern.compile("0(?: \\(no licen[sc]e (?:is )?issued if a firm stays out\\))?");
    private static final String RIVAL_LICENSED = "(?: \\((?:the )?rival (?:gets|is given) the licen[sc]e.*\\))?";
    private static final Pattern RIVAL = Pattern.compile("(?:the )?rival (?:gets|is given) the licen[sc]e(?: anyway)?");
    private static final Pattern RIVAL_CONSTANT = Pattern.compile("-alpha" + RIVAL_LICENSED);
    private static final Pattern RIVAL_OWN =
            Pattern.compile("-alpha ?\\* ?(?:(?:its )?own value|v_i|x_i)" + RIVAL_LICENSED);

    private static final List<String> POSSIBLE = List.of(
            "efficient_ic_ir_balanced_mechanism_exists",
            "balanced_mechanism_exists",
            "efficient_ic_ir_balanced_mechanism_possible");

    private static final Quantities<Licence> LIMITS = new Quantities<Licence>()
            .number(
                    (g, c) -> g.largestAlpha(),
                    "largest_alpha_with_efficient_ic_ir_balanced_mechanism",
                    "largest_alpha",
                    "critical_alpha");

    private static final Quantities<Licence> AUCTIONS = new Quantities<Licence>()
            .number((g, c) -> g.bid(c), "equilibrium_bid", "bid")
            .number((g, c) -> g.auction().revenue(), "expected_revenue", "expected_payments")
            .number(
                    (g, c) -> g.auction().interimUtility(g.value(c)),
                    "interim_utility",
                    "interim_payoff",
                    "interim_expected_utility",
                    "interim_expected_payoff")
            .number(
                    (g, c) -> g.auction().interimPayment(g.value(c)),
                    "interim_payment",
                    "interim_expected_payment",
                    "expected_interim_payment")
            .number(
                    (g, c) -> c.at().has("value")
                            ? g.auction().interimPayment(g.value(c))
                            : g.auction().revenue() / g.types().size(),
                    "expected_payment")
            .number(
                    (g, c) -> c.at().has("value") ? g.auction().interimUtility(g.value(c)) : g.exAnteUtility(),
                    "expected_utility",
                    "expected_payoff")
            .number((g, c) -> g.exAnteUtility(), "ex_ante_utility", "ex_ante_expected_utility", "ex_ante_payoff")
            .number((g, c) -> g.leastUtility(), "min_interim_utility", "minimum_interim_utility")
            .number(
                    (g, c) -> g.types().size() * g.exAnteUtility() + g.auction().revenue(),
                    "expected_welfare",
                    "expected_social_welfare",
                    "expected_total_surplus");

    @Override
    public Set<String> blocks() {
        return Set.of("krishna_5_4");
    }

    @Override
    public Value evaluate(ReferenceCase reference) {
        AgentTypes.checkFields(reference.setting(), FIELDS);
        Licence licence = Licence.of(reference.setting());
        if (LIMITS.know(reference)) {
            return LIMITS.of(licence, reference);
        }
        if (!reference.setting().has("mechanism")
                && POSSIBLE.contains(reference.quantity().name())) {
            return Value.of(licence.isPossible());
        }
        return licence.isAuction()
                ? AUCTIONS.of(licence, reference)
                : EfficientQuantities.KNOWN.of(licence.game(), reference);
    }

    /** The firms, what their losers lose, and the rules. */
    private record Licence(
            List<ValueDistribution> types, Loss loss, Setting setting, List<String> rules, Optional<String> option) {

        private static final List<String> AUCTION_RULES = List.of("first_price", "second_price", "all_pay");

        static Licence of(Setting setting) {
            Optional<ValueDistribution> type = Optional.of(UniformDistribution.of(0, 1));
            int firms = 2;
            Loss loss = null;
            Optional<String> option = Optional.empty();
            for (String clause : Prose.clauses(setting.text("model"))) {
                Matcher values = VALUES.matcher(clause);
                Matcher outside = OUTSIDE.matcher(clause);
                Matcher loser = LOSER.matcher(clause);
                Matcher count = FIRMS.matcher(clause);
                if (values.matches()) {
                    type = Optional.of(Prose.distribution(values.group("type")));
                } else if (outside.matches()) {
                    option = Optional.of(outside.group("option"));
                } else if (loser.matches()) {
                    loss = loss(loser.group("what"), setting);
                } else if (count.matches()) {
                    firms = Prose.count(count.group(1));
                } else if (!LICENCE.matcher(clause).matches()
                        && !ALWAYS.matcher(clause).matches()) {
                    throw setting.wrong("model", "clauses that are known, not: " + clause);
                }
            }
            return new Licence(
                    AgentTypes.of(setting, type, firms),
                    known(loss, setting),
                    setting,
                    rules(setting),
                    option(setting, option));
        }

        private static Loss loss(String what, Setting setting) {
            if (CONSTANT.matcher(what).matches()) {
                return Loss.CONSTANT;
            }
            if (OWN.matcher(what).matches()) {
                return Loss.OWN_VALUE;
            }
            if (WINNERS.matcher(what).matches()) {
                return Loss.WINNERS_VALUE;
            }
            throw setting.wrong("model", "a loss of a constant alpha, alpha * own value or alpha * winner's value");
        }

        private static Loss known(@Nullable Loss loss, Setting setting) {
            if (loss == null) {
                throw setting.wrong("model", "what the loser loses");
            }
            return loss;
        }

        private static List<String> rules(Setting setting) {
            return Arrays.stream(setting.text("mechanism", "")
                            .toLowerCase(Locale.ROOT)
                            .split("\\|", -1))
                    .map(rule -> rule.trim().replace(' ', '_').replace('-', '_').replaceAll("_auction$", ""))
                    .toList();
        }

        private static Optional<String> option(Setting setting, Optional<String> stated) {
            if (!setting.has("outside_option")) {
                return stated;
            }
            return Optional.of(
                    setting.isNumber("outside_option")
                            ? Double.toString(setting.number("outside_option")).replaceFirst("\\.0$", "")
                            : setting.text("outside_option").trim().toLowerCase(Locale.ROOT));
        }

        boolean isAuction() {
            return AUCTION_RULES.containsAll(rules);
        }

        /** The auction among firms that are alike. */
        LicenceAuction auction() {
            return new LicenceAuction(alike(), types.size(), loss, setting.number("alpha"));
        }

        double largestAlpha() {
            if (setting.has("alpha")
                    || !(option.isEmpty() || NOTHING.matcher(option.get()).matches())) {
                throw setting.wrong("model", "an outside option of 0 and an alpha that is not fixed");
            }
            return LicenceAuction.largestAlpha(alike(), types.size(), loss);
        }

        double bid(ReferenceCase reference) {
            if (rules.size() != 1) {
                throw setting.wrong("mechanism", "one of " + AUCTION_RULES);
            }
            double x = value(reference);
            return switch (rules.get(0)) {
                case "first_price" -> auction().firstPriceBid(x);
                case "second_price" -> auction().secondPriceBid(x);
                default -> auction().allPayBid(x);
            };
        }

        double value(ReferenceCase reference) {
            double x = reference.at().number("value");
            if (x < alike().lower() || x > alike().upper()) {
                throw reference.at().wrong("value", "a type in the support");
            }
            return x;
        }

        double exAnteUtility() {
            LicenceAuction auction = auction();
            ValueDistribution type = alike();
            double scale = Math.max(Math.abs(type.lower()), Math.abs(type.upper()));
            return Expectation.of(type, type.lower(), type.upper(), 1e-13 * scale, List.of(), auction::interimUtility);
        }

        /** U is W less a constant; with the winner's value it does not fall. */
        double leastUtility() {
            LicenceAuction auction = auction();
            double lowest = alike().lower();
            if (loss == Loss.WINNERS_VALUE) {
                return auction.interimUtility(lowest);
            }
            ObjectAllocation choice = auction.choice();
            double constant = choice.interimWelfare(0, lowest) - auction.interimUtility(lowest);
            return choice.reluctance(0, OutsideOption.nothing()).margin() - constant;
        }

        /** Whether VCG with the most reluctant types as its basis has a surplus. */
        boolean isPossible() {
            double alpha = setting.number("alpha");
            if (loss == Loss.WINNERS_VALUE) {
                outside(alpha);
                if (option.isPresent() && !NOTHING.matcher(option.get()).matches()) {
                    throw setting.wrong("outside_option", "0, where the loss is a share of the winner's value");
                }
                return alpha <= LicenceAuction.largestAlpha(alike(), types.size(), loss);
            }
            List<OutsideOption> options = Collections.nCopies(types.size(), outside(alpha));
            return VcgMechanism.withOptimalBasis(choice(alpha), options).expectedSurplus() >= -1e-12;
        }

        EfficientGame game() {
            double alpha = setting.number("alpha");
            ObjectAllocation choice = choice(alpha);
            List<OutsideOption> options = Collections.nCopies(types.size(), outside(alpha));
            return new EfficientGame(mechanism(choice, options), choice, options);
        }

        private ObjectAllocation choice(double alpha) {
            return switch (loss) {
                case OWN_VALUE -> ObjectAllocation.licenceWithOwnLoss(types, alpha);
                case CONSTANT -> ObjectAllocation.licenceWithConstantLoss(types, alpha);
                case WINNERS_VALUE ->
                    throw setting.wrong(
                            "mechanism",
                            "an auction, where values are interdependent: there VCG and AGV are not truthful");
            };
        }

        private EfficientMechanism mechanism(ObjectAllocation choice, List<OutsideOption> options) {
            String rule = rules.size() == 1 ? rules.get(0) : "";
            if (rule.equals("agv")
                    || rule.equals("agv_(expected_externality)")
                    || rule.equals("expected_externality")) {
                return new ExpectedExternality(choice);
            }
            // Its payments are pivotal, and its basis 0 is that of the outside option -alpha * own value.
            if (rule.equals("vcg") && option.isEmpty() && loss == Loss.OWN_VALUE) {
                return VcgMechanism.plain(choice);
            }
            VcgMechanism optimal = VcgMechanism.withOptimalBasis(choice, options);
            boolean isOne = optimal.basis().equals(VcgMechanism.plain(choice).basis());
            if (rule.equals("vcg_with_optimal_basis") || (rule.equals("vcg") && option.isPresent() && isOne)) {
                return optimal;
            }
            throw setting.wrong(
                    "mechanism",
                    "first_price, second_price, all_pay, AGV, or VCG with an outside option by which its basis is known");
        }

        private OutsideOption outside(double alpha) {
            if (option.isEmpty() || NOTHING.matcher(option.get()).matches()) {
                return OutsideOption.nothing();
            }
            boolean isRivals = RIVAL.matcher(option.get()).matches();
            if (isRivals) {
                return loss == Loss.CONSTANT ? OutsideOption.constant(-alpha) : OutsideOption.share(-alpha);
            }
            if (loss == Loss.CONSTANT && RIVAL_CONSTANT.matcher(option.get()).matches()) {
                return OutsideOption.constant(-alpha);
            }
            if (loss == Loss.OWN_VALUE && RIVAL_OWN.matcher(option.get()).matches()) {
                return OutsideOption.share(-alpha);
            }
            throw setting.wrong("outside_option", "0, or -alpha where the rival gets the licence");
        }

        private ValueDistribution alike() {
            if (!types.stream().allMatch(types.get(0)::equals)) {
                throw setting.wrong("model", "firms with values of one distribution");
            }
            return types.get(0);
        }
    }
}
