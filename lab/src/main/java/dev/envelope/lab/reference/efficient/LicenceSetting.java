package dev.envelope.lab.reference.efficient;

import dev.envelope.lab.reference.bidding.PlayedChoice;
import dev.envelope.lab.reference.bidding.PlayedChoices;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.BalancedMechanism;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.licence.Licence;
import dev.envelope.theory.licence.LicenceBidding;
import dev.envelope.theory.licence.LicenceBidding.Pricing;
import dev.envelope.theory.licence.Loss;
import dev.envelope.theory.licence.WinnersValueMechanism;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The firms, what their losers lose, and the rules.
 *
 * @param types the distribution of each firm's value
 * @param loss what the loss is measured by
 * @param setting the whole setting, for what only some quantities need
 * @param rules the mechanisms named, in small letters, of which auctions may be several
 * @param staying what staying away is worth
 */
record LicenceSetting(List<ValueDistribution> types, Loss loss, Setting setting, List<String> rules, Staying staying) {

    private static final List<String> EXPECTED_EXTERNALITY = List.of(
            "agv", "agv (expected externality)", "expected externality", "expected-externality", "agv mechanism");
    private static final List<String> BALANCED =
            List.of("krishna-perry", "balanced", "krishna-perry balanced", "balanced and individually rational");

    /** How far below 0 an expected surplus is taken for rounding. */
    private static final double ROUNDING = 1e-12;

    /** How far apart what several auctions come to may be for rounding. */
    private static final double ALIKE = 1e-9;

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
        return rules.stream().allMatch(rule -> pricing(rule).isPresent());
    }

    private static Optional<Pricing> pricing(String rule) {
        String plain = rule.replaceAll("[ -]", "_").replaceFirst("(_sealed_bid)?(_auction)?$", "");
        return Arrays.stream(Pricing.values())
                .filter(pricing -> pricing.toString().equals(plain))
                .findFirst();
    }

    /** What all the auctions named come to. */
    Value played(PlayedChoices choices, Quantities<PlayedChoice> quantities, ReferenceCase reference) {
        List<Value> values = rules.stream()
                .map(rule -> choices.of(
                        new LicenceBidding(licence(), pricing(rule).orElseThrow()), staying == Staying.RIVAL_LICENSED))
                .map(played -> quantities.of(played, reference))
                .toList();
        if (values.stream().anyMatch(value -> !(values.get(0).distance(value) <= ALIKE))) {
            throw setting.wrong("mechanism", "one, for they come to " + values);
        }
        return values.get(0);
    }

    double largestAlpha() {
        if (setting.has("alpha") || staying == Staying.RIVAL_LICENSED) {
            throw setting.wrong("model", "an outside option of 0 and an alpha that is not fixed");
        }
        return Licence.largestAlpha(types, loss);
    }

    /** Whether the most that firms can be made to pay covers what efficiency costs. */
    boolean isPossible() {
        return licence().expectedSurplus(options()) >= -ROUNDING;
    }

    EfficientGame game() {
        EfficientMechanism mechanism = loss == Loss.WINNERS_VALUE
                ? interdependent()
                : mechanism(licence().choice());
        return EfficientGame.of(mechanism, (ObjectAllocation) mechanism.choice(), options());
    }

    private Licence licence() {
        return new Licence(types, loss, setting.number("alpha"));
    }

    private EfficientMechanism interdependent() {
        if (isOneOf(EXPECTED_EXTERNALITY)) {
            return WinnersValueMechanism.expectedExternality(types, licence().alpha());
        }
        if (rules.equals(List.of("vcg")) && staying != Staying.NOTHING) {
            return WinnersValueMechanism.vcg(types, licence().alpha());
        }
        throw setting.wrong(
                "mechanism",
                "first_price, second_price, all_pay, AGV, or VCG without lump sums, where values are interdependent");
    }

    private EfficientMechanism mechanism(ObjectAllocation choice) {
        if (isOneOf(EXPECTED_EXTERNALITY)) {
            return new ExpectedExternality(choice);
        }
        // Pivotal payments are those with a basis for which staying away is what others' licence costs.
        if (rules.equals(List.of("vcg")) && staying == Staying.UNSTATED) {
            return VcgMechanism.withOptimalBasis(choice, options(true));
        }
        if (isOneOf(BALANCED) && staying != Staying.UNSTATED) {
            return BalancedMechanism.of(choice, options());
        }
        VcgMechanism optimal = VcgMechanism.withOptimalBasis(choice, options());
        boolean isOne = optimal.basis().equals(VcgMechanism.plain(choice).basis());
        if (rules.equals(List.of("vcg")) && isOne) {
            return optimal;
        }
        return named(choice)
                .orElseThrow(() -> setting.wrong(
                        "mechanism",
                        "first_price, second_price, all_pay, AGV, VCG with a basis or an outside option by which it is known,"
                                + " or a balanced one with an outside option"));
    }

    /** Where nothing is said of what staying away is worth, it must not matter which of the two it is. */
    private Optional<VcgMechanism> named(ObjectAllocation choice) {
        if (rules.size() != 1) {
            return Optional.empty();
        }
        Optional<VcgMechanism> stated = VcgWords.of(rules.get(0), choice, options());
        boolean isOpen = staying == Staying.UNSTATED
                && !stated.map(VcgMechanism::charges)
                        .equals(VcgWords.of(rules.get(0), choice, options(true)).map(VcgMechanism::charges));
        if (isOpen && !rules.get(0).contains("optimal")) {
            throw setting.wrong("outside_option", "what staying away is worth, which payments depend on");
        }
        return stated;
    }

    private boolean isOneOf(List<String> names) {
        return rules.size() == 1 && names.contains(rules.get(0).toLowerCase(Locale.ROOT));
    }

    private List<OutsideOption> options() {
        return options(staying == Staying.RIVAL_LICENSED);
    }

    private List<OutsideOption> options(boolean isRivalLicensed) {
        return IntStream.range(0, types.size())
                .mapToObj(i -> isRivalLicensed ? licence().rivalLicensed(i) : OutsideOption.nothing())
                .toList();
    }
}
