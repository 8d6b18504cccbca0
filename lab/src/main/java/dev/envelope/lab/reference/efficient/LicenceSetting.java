package dev.envelope.lab.reference.efficient;

import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.licence.LicenceAuction;
import dev.envelope.theory.licence.LicenceBidding;
import dev.envelope.theory.licence.Loss;
import dev.envelope.theory.licence.WinnersValueMechanism;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The firms, what their losers lose, and the rules.
 *
 * @param types the distribution of each firm's value
 * @param loss what the loss is measured by
 * @param setting the whole setting, for what only some quantities need
 * @param rules the mechanisms named, of which auctions may be several
 * @param staying what staying away is worth
 */
record Licence(List<ValueDistribution> types, Loss loss, Setting setting, List<String> rules, Staying staying) {

    private static final List<String> AUCTION_RULES = List.of("first_price", "second_price", "all_pay");

    private static final List<String> EXPECTED_EXTERNALITY =
            List.of("agv", "agv_(expected_externality)", "expected_externality", "agv_mechanism");

    /** How far below 0 an expected surplus is taken for rounding. */
    private static final double ROUNDING = 1e-12;

    /** What a firm has that stays away. */
    enum Staying {
        /** Nothing is said. */
        UNSTATED,
        /** 0: no licence is issued then. */
        NOTHING,
        /** The loss, for a rival gets the licence. */
        RIVAL_LICENSED
    }

    boolean isAuction() {
        return AUCTION_RULES.containsAll(rules);
    }

    /** The auction among firms that are alike. */
    LicenceAuction auction() {
        return new LicenceAuction(alike(), types.size(), loss, setting.number("alpha"));
    }

    double largestAlpha() {
        if (setting.has("alpha") || staying == Staying.RIVAL_LICENSED) {
            throw setting.wrong("model", "an outside option of 0 and an alpha that is not fixed");
        }
        return LicenceAuction.largestAlpha(alike(), types.size(), loss);
    }

    double bid(ReferenceCase reference) {
        return bid(value(reference));
    }

    double bid(double x) {
        if (rules.size() != 1) {
            throw setting.wrong("mechanism", "one of " + AUCTION_RULES);
        }
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

    /** What the winner pays on average, where only it pays; the licence is always issued. */
    double price() {
        if (rules.contains("all_pay")) {
            throw setting.wrong("mechanism", "one in which only the winner pays");
        }
        return auction().revenue();
    }

    double winProbability(double x) {
        return ObjectAllocation.always(types).winProbability(0, x);
    }

    /** What each pays when these are the values and the equilibrium is played. */
    Value payments(ReferenceCase reference) {
        double[] values = reference.at().numbers("values").stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (values.length != types.size()) {
            throw reference.at().wrong("values", "one for each of " + types.size());
        }
        if (Arrays.stream(values).distinct().count() < values.length) {
            throw reference.at().wrong("values", "no two that are equal, between which a draw decides");
        }
        double[] bids = Arrays.stream(values).map(this::bid).toArray();
        LicenceBidding.Pricing pricing =
                LicenceBidding.Pricing.valueOf(rules.get(0).toUpperCase(Locale.ROOT));
        double[] payments = new LicenceBidding(auction(), pricing)
                .outcome(bids, TieOrder.byIndex(bids.length))
                .payments();
        return Value.of(Arrays.stream(payments).boxed().toList());
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

    /** Whether the most that firms can be made to pay covers what efficiency costs. */
    boolean isPossible() {
        double alpha = setting.number("alpha");
        if (loss == Loss.WINNERS_VALUE) {
            return auction().expectedSurplus(option(alpha)) >= -ROUNDING;
        }
        return VcgMechanism.withOptimalBasis(choice(alpha), options(option(alpha)))
                        .expectedSurplus()
                >= -ROUNDING;
    }

    EfficientGame game() {
        double alpha = setting.number("alpha");
        EfficientMechanism mechanism = loss == Loss.WINNERS_VALUE ? interdependent(alpha) : mechanism(choice(alpha));
        return EfficientGame.of(mechanism, (ObjectAllocation) mechanism.choice(), options(option(alpha)));
    }

    private ObjectAllocation choice(double alpha) {
        return loss == Loss.CONSTANT
                ? ObjectAllocation.licenceWithConstantLoss(types, alpha)
                : ObjectAllocation.licenceWithOwnLoss(types, alpha);
    }

    private EfficientMechanism interdependent(double alpha) {
        if (isExpectedExternality()) {
            return WinnersValueMechanism.expectedExternality(types, alpha);
        }
        if (rules.equals(List.of("vcg")) && staying != Staying.NOTHING) {
            return WinnersValueMechanism.vcg(types, alpha);
        }
        throw setting.wrong(
                "mechanism",
                "first_price, second_price, all_pay, AGV, or VCG without lump sums, where values are interdependent");
    }

    private EfficientMechanism mechanism(ObjectAllocation choice) {
        if (isExpectedExternality()) {
            return new ExpectedExternality(choice);
        }
        // Pivotal payments are those with a basis for which staying away is what others' licence costs.
        if (rules.equals(List.of("vcg")) && staying == Staying.UNSTATED) {
            return VcgMechanism.withOptimalBasis(choice, options(rivalLicensed(choice.alpha(), choice.beta())));
        }
        List<OutsideOption> options = options(option(setting.number("alpha")));
        VcgMechanism optimal = VcgMechanism.withOptimalBasis(choice, options);
        boolean isOne = optimal.basis().equals(VcgMechanism.plain(choice).basis());
        if (rules.equals(List.of("vcg_with_optimal_basis")) || (rules.equals(List.of("vcg")) && isOne)) {
            return optimal;
        }
        throw setting.wrong(
                "mechanism",
                "first_price, second_price, all_pay, AGV, or VCG with an outside option by which its basis is known");
    }

    private boolean isExpectedExternality() {
        return rules.size() == 1 && EXPECTED_EXTERNALITY.contains(rules.get(0));
    }

    private List<OutsideOption> options(OutsideOption each) {
        return Collections.nCopies(types.size(), each);
    }

    private OutsideOption option(double alpha) {
        if (staying != Staying.RIVAL_LICENSED) {
            return OutsideOption.nothing();
        }
        return loss == Loss.WINNERS_VALUE
                ? auction().rivalLicensed()
                : rivalLicensed(loss == Loss.CONSTANT ? 0 : alpha, loss == Loss.CONSTANT ? alpha : 0);
    }

    private static OutsideOption rivalLicensed(double share, double constant) {
        return share == 0 ? OutsideOption.constant(-constant) : OutsideOption.share(-share);
    }

    private ValueDistribution alike() {
        if (!types.stream().allMatch(types.get(0)::equals)) {
            throw setting.wrong("model", "firms with values of one distribution");
        }
        return types.get(0);
    }
}
