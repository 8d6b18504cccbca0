package dev.envelope.lab.reference.efficient;

import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.AgentTypes;
import dev.envelope.lab.reference.words.Prose;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.partnership.EqualPartners;
import dev.envelope.theory.partnership.PartnershipShares;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dissolving a partnership. */
public final class PartnershipCases implements BlockCases {

    private static final List<String> FIELDS = List.of("model", "mechanism", "shares", "r", "outside_option");
    private static final Pattern PARTNERS = Pattern.compile("(?:n ?= ?)?" + Prose.counts()
            + " (?<equal>equal )?partners(?<shares> (?:with|of|who hold) equal shares)?");
    private static final Pattern VALUES = Pattern.compile(
            "(?:each values the whole (?:firm|partnership)? ?at v_i(?:,)? iid|values iid|v_i iid) (?<type>.+)");
    private static final Pattern STATUS_QUO = Pattern.compile("status quo payoff v_i/" + Prose.counts());
    private static final Pattern TWO_SHARES = Pattern.compile("shares r and 1 ?- ?r");
    private static final Pattern EQUAL_SHARES = Pattern.compile("(?:with )?equal shares|shares 1/n(?: each)?");
    private static final Pattern ONE_SHARE =
            Pattern.compile("(?:one (?:partner )?(?:holds|owns|has)|shares?) (?:a share )?r"
                    + "|(?:and )?the (?:others?|rest)(?: partners)? (?:hold |own |have )?\\(1 ?- ?r\\)/(?:\\(n ?- ?1\\)|[1-9])(?: each)?"
                    + "|\\(1 ?- ?r\\)/(?:\\(n ?- ?1\\)|[1-9])(?: each)?");
    private static final Pattern STATED_SHARES =
            Pattern.compile("shares " + Prose.numbers() + " and " + Prose.numbers());
    private static final Pattern LIST_OF_SHARES =
            Pattern.compile("shares [\\[(]" + Prose.numbers() + "(?: ?, ?" + Prose.numbers() + ")+[\\])]");
    private static final Pattern BASIS =
            Pattern.compile("vcg(?:,| with| \\()? ?(?:the )?basis (?:s ?= ?)?" + Prose.numbers() + "\\)?");
    private static final List<String> DISSOLVABLE = List.of(
            "efficient_dissolution_possible",
            "can_be_dissolved_efficiently",
            "efficient_dissolution_exists",
            "efficient_ic_ir_balanced_mechanism_exists");
    private static final List<String> ALIKE_IN_EXPECTATION = List.of(
            "worst_off_type",
            "type_with_minimum_net_gain",
            "type_with_min_net_gain",
            "type_with_least_net_gain",
            "ex_ante_net_gain",
            "expected_net_gain",
            "ex_ante_utility",
            "expected_welfare",
            "is_individually_rational");
    private static final Pattern BID =
            Pattern.compile("(?:the )?winner pays (?<each>(?:to )?(?:each|every)(?: of the)? others?(?: partners?)? )?"
                    + "(?:the )?(?<whose>loser's|highest losing|highest loser's|winner's|own|its own) bid"
                    + "(?<toEach> to (?:each|every)(?: of the)? others?(?: partners?)?)?");

    private final Quantities<EqualPartners> limits = new Quantities<EqualPartners>()
            .number(
                    (g, c) -> PartnershipShares.largestFirstShare(Collections.nCopies(g.partners(), g.type())),
                    "largest_share_r_for_efficient_dissolution",
                    "largest_share_for_efficient_dissolution",
                    "critical_share",
                    "largest_share",
                    "largest_share_r");

    @Override
    public Set<String> blocks() {
        return Set.of("krishna_5_3");
    }

    @Override
    public Value evaluate(ReferenceCase reference) {
        Setting setting = reference.setting();
        AgentTypes.checkFields(setting, FIELDS);
        Firm firm = Firm.of(setting);
        if (limits.know(reference)) {
            ValueDistribution first = firm.types().get(0);
            if (!firm.types().stream().allMatch(first::equals) || firm.shares().isPresent()) {
                throw setting.wrong("model", "partners with values of one distribution and shares that are not fixed");
            }
            return limits.of(new EqualPartners(first, firm.types().size()), reference);
        }
        if (DISSOLVABLE.contains(reference.quantity().name()) && !setting.has("mechanism")) {
            return Value.of(firm.partners().canBeDissolved());
        }
        String mechanism =
                setting.text("mechanism").trim().toLowerCase(Locale.ROOT).replace('’', '\'');
        Matcher bid = BID.matcher(mechanism);
        if (bid.matches()) {
            boolean isSaid = bid.group("each") != null || bid.group("toEach") != null;
            return bidding(firm, !bid.group("whose").contains("los"), isSaid, reference);
        }
        return EfficientQuantities.KNOWN.of(firm.game(mechanism, setting), reference);
    }

    /** With more than two partners it has to be said that the price goes to each of the others. */
    private static Value bidding(Firm firm, boolean paysOwn, boolean isToEach, ReferenceCase reference) {
        EqualPartners partners = firm.equalPartners();
        Quantities<EqualPartners> bids =
                new Quantities<EqualPartners>().number((p, c) -> bid(p, paysOwn, c), "equilibrium_bid", "bid");
        bids.number(
                (p, c) -> expectedPrice(p, paysOwn),
                "expected_price",
                "expected_payment_from_winner_to_loser",
                "expected_transfer",
                "expected_payment_of_winner");
        bids.number((p, c) -> bidOf(p, paysOwn, p.type().upper()), "maximum_bid", "highest_bid");
        bids.number((p, c) -> bidOf(p, paysOwn, p.type().lower()), "minimum_bid", "lowest_bid");
        if (bids.know(reference)) {
            requireTwo(partners, isToEach);
            return bids.of(partners, reference);
        }
        // Payments differ from state to state; what types expect does not.
        String name = reference.quantity().name();
        if (!name.contains("interim") && !ALIKE_IN_EXPECTATION.contains(name)) {
            throw reference.unknownQuantity(List.of("equilibrium_bid", "interim quantities", "ex_ante_net_gain"));
        }
        EfficientMechanism same = partners.dissolution();
        ObjectAllocation choice = ObjectAllocation.always(Collections.nCopies(partners.partners(), partners.type()));
        List<OutsideOption> shares =
                Collections.nCopies(partners.partners(), OutsideOption.share(1.0 / partners.partners()));
        return EfficientQuantities.KNOWN.of(EfficientGame.of(same, choice, shares), reference);
    }

    private static double bidOf(EqualPartners partners, boolean paysOwn, double x) {
        return paysOwn ? partners.bidWhereWinnersBidIsPaid(x) : partners.bidWhereLosersBidIsPaid(x);
    }

    private static double bid(EqualPartners partners, boolean paysOwn, ReferenceCase reference) {
        double x = reference.at().number("value");
        if (x < partners.type().lower() || x > partners.type().upper()) {
            throw reference.at().wrong("value", "a type in the support");
        }
        return bidOf(partners, paysOwn, x);
    }

    /** E[the winner's bid], that of the higher of two values, or E[the loser's]. */
    private static double expectedPrice(EqualPartners partners, boolean paysOwn) {
        requireTwo(partners, false);
        ValueDistribution type = partners.type();
        double scale = Math.max(Math.abs(type.lower()), Math.abs(type.upper()));
        return Expectation.of(
                type,
                type.lower(),
                type.upper(),
                1e-13 * scale,
                List.of(),
                x -> paysOwn
                        ? 2 * type.cdf(x) * partners.bidWhereWinnersBidIsPaid(x)
                        : 2 * (1 - type.cdf(x)) * partners.bidWhereLosersBidIsPaid(x));
    }

    private static void requireTwo(EqualPartners partners, boolean isToEach) {
        if (partners.partners() != 2 && !isToEach) {
            throw new IllegalArgumentException("partners: " + partners.partners()
                    + " (expected: 2, or bids of which it is said that the winner pays one to each of the others)");
        }
    }

    /** The partners and, where they are fixed, their shares. */
    private record Firm(List<ValueDistribution> types, Optional<List<Double>> shares) {

        static Firm of(Setting setting) {
            Optional<ValueDistribution> type = Optional.empty();
            int partners = -1;
            int statusQuo = -1;
            boolean isEqual = false;
            List<Double> written = List.of();
            for (String clause : Prose.clauses(setting.text("model", ""))) {
                Matcher who = PARTNERS.matcher(clause);
                Matcher values = VALUES.matcher(clause);
                Matcher quo = STATUS_QUO.matcher(clause);
                Matcher shares = STATED_SHARES.matcher(clause);
                if (who.matches()) {
                    partners = Prose.count(who.group(1));
                    isEqual = who.group("equal") != null || who.group("shares") != null;
                } else if (values.matches()) {
                    type = Optional.of(Prose.distribution(values.group("type")));
                } else if (quo.matches()) {
                    statusQuo = Prose.count(quo.group(1));
                } else if (shares.matches()) {
                    written = List.of(Prose.number(shares.group(1)), Prose.number(shares.group(2)));
                } else if (EQUAL_SHARES.matcher(clause).matches()) {
                    isEqual = true;
                } else if (LIST_OF_SHARES.matcher(clause).matches()) {
                    written = Pattern.compile(Prose.numbers())
                            .matcher(clause)
                            .results()
                            .map(share -> Prose.number(share.group(1)))
                            .toList();
                } else if (!ONE_SHARE.matcher(clause).matches()
                        && (!TWO_SHARES.matcher(clause).matches() || partners != 2)) {
                    throw setting.wrong("model", "clauses that are known, not: " + clause);
                }
            }
            List<ValueDistribution> types = AgentTypes.of(setting, type, partners);
            if ((partners >= 0 && types.size() != partners) || (statusQuo >= 0 && statusQuo != types.size())) {
                throw setting.wrong("model", "one number of partners, and a status quo of equal shares");
            }
            List<Double> stated = shares(setting, written);
            List<Double> equal = Collections.nCopies(types.size(), 1.0 / types.size());
            boolean isFixed = isEqual || statusQuo > 0 || !stated.isEmpty();
            return new Firm(types, isFixed ? Optional.of(stated.isEmpty() ? equal : stated) : Optional.empty());
        }

        /** As a list, in the words of the model, or by the share r of the first. */
        private static List<Double> shares(Setting setting, List<Double> written) {
            if (setting.has("r")) {
                return List.of(setting.number("r"), 1 - setting.number("r"));
            }
            return setting.has("shares") ? setting.numbers("shares") : written;
        }

        PartnershipShares partners() {
            return new PartnershipShares(
                    types,
                    shares.orElseThrow(() -> new IllegalArgumentException("shares: open (expected: stated ones)")));
        }

        EqualPartners equalPartners() {
            List<Double> equal = Collections.nCopies(types.size(), 1.0 / types.size());
            boolean isAlike = types.stream().allMatch(types.get(0)::equals);
            if (!isAlike || !shares.equals(Optional.of(equal))) {
                throw new IllegalArgumentException(
                        "shares: " + shares.map(List::toString).orElse("open")
                                + " (expected: equal ones of partners that are alike, for bids)");
            }
            return new EqualPartners(types.get(0), types.size());
        }

        EfficientGame game(String mechanism, Setting setting) {
            PartnershipShares partners = partners();
            ObjectAllocation choice = ObjectAllocation.always(types);
            List<OutsideOption> options = new ArrayList<>();
            partners.shares().forEach(share -> options.add(OutsideOption.share(share)));
            Matcher basis = BASIS.matcher(mechanism);
            if (basis.matches()) {
                List<Double> types = Collections.nCopies(choice.agents(), Prose.number(basis.group(1)));
                return EfficientGame.of(new VcgMechanism(choice, types, options), choice, options);
            }
            EfficientMechanism rules = switch (mechanism) {
                case "agv", "agv (expected externality)", "expected externality" -> new ExpectedExternality(choice);
                case "vcg",
                        "vcg with optimal basis",
                        "vcg (optimal basis)",
                        "vcg with optimal-basis pivots",
                        "vcg with most-reluctant-type pivots" -> partners.vcg();
                case "vcg with lowest-type basis",
                        "vcg with lowest-type pivots",
                        "plain vcg",
                        "vcg with basis of the lowest type" -> VcgMechanism.plain(choice);
                case "krishna-perry", "balanced", "krishna-perry balanced", "balanced and individually rational" ->
                    partners.dissolution();
                default ->
                    throw setting.wrong(
                            "mechanism",
                            "winner pays loser's bid, winner pays winner's bid, AGV, VCG with optimal basis");
            };
            return EfficientGame.of(rules, choice, options);
        }
    }
}
