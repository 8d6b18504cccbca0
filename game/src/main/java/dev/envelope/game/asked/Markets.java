package dev.envelope.game.asked;

import dev.envelope.game.plan.MechanismSpec;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.TreatmentTheory;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.callmarket.McAfeeAuction;
import dev.envelope.theory.callmarket.VcgCallMarket;
import dev.envelope.theory.design.PostedPrices;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.BalancedMechanism;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OneDimensionalChoice;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.PublicProject;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.efficient.market.EfficientMarket;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.licence.Licence;
import dev.envelope.theory.licence.LicenceBidding;
import dev.envelope.theory.licence.Loss;
import dev.envelope.theory.mechanism.EntryFeeAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SequentialOffers;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.partnership.PartnershipAuction;
import dev.envelope.theory.partnership.PartnershipShares;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Treatments as theory's games of one-number messages, in points. */
final class Markets {

    private static final String PAYMENTS = "payments";
    private static final String VCG = "vcg";

    private Markets() {}

    /**
     * The game of {@code treatment}.
     *
     * @throws IllegalArgumentException when theory refuses it; a {@code DeficitException} where its rules do not exist
     */
    static BayesianGame game(Treatment treatment) {
        List<ValueDistribution> types = types(treatment);
        Mechanism mechanism = mechanism(treatment, types);
        double fee = treatment.mechanism().parameter("entry_fee", 0);
        return new BayesianGame(fee > 0 ? EntryFeeAuction.of(mechanism, fee) : mechanism, types, treatment.utility());
    }

    private static List<ValueDistribution> types(Treatment treatment) {
        List<ValueDistribution> types = new ArrayList<>();
        for (RoleSpec role : treatment.roles()) {
            types.addAll(Collections.nCopies(role.count(), StatedValues.distribution(role.values())));
        }
        return types;
    }

    private static Mechanism mechanism(Treatment treatment, List<ValueDistribution> types) {
        MechanismSpec spec = treatment.mechanism();
        int buyers = count(treatment, Side.BUYER);
        int sellers = count(treatment, Side.SELLER);
        return switch (spec.type()) {
            case CALL_MARKET -> KDoubleAuction.of(buyers, sellers, spec.parameter("k", 0.5));
            case MCAFEE -> McAfeeAuction.of(buyers, sellers, lowest(types), highest(types));
            case SEQUENTIAL_OFFERS ->
                new SequentialOffers(types, PostedPrices.sequential(types).prices());
            case PUBLIC_PROJECT -> project(PublicProject.of(types, spec.parameter("cost", 0)), spec);
            case PARTNERSHIP -> partnership(types, spec);
            case LICENCE_WITH_EXTERNALITY -> licence(types, spec);
            case VCG ->
                types.size() > 2 && sellers > 0
                        ? VcgCallMarket.of(
                                buyers,
                                sellers,
                                lowest(types.subList(0, buyers)),
                                highest(types.subList(buyers, types.size())))
                        : TreatmentTheory.inPoints(treatment).mechanism();
            default -> TreatmentTheory.inPoints(treatment).mechanism();
        };
    }

    private static Mechanism project(PublicProject project, MechanismSpec spec) {
        return efficient(project, spec.word(PAYMENTS, VCG), nothing(project));
    }

    private static Mechanism partnership(List<ValueDistribution> types, MechanismSpec spec) {
        double equal = 1.0 / types.size();
        double share = spec.parameter("share", equal);
        String payments = spec.word(PAYMENTS, "losers_bid");
        boolean isBidding = payments.equals("losers_bid") || payments.equals("winners_bid");
        if (isBidding && share != equal) {
            throw new IllegalArgumentException(
                    "share: " + share + " (expected: " + equal + ", equal shares, where bids are paid)");
        }
        if (isBidding) {
            return new PartnershipAuction(types, payments.equals("winners_bid"));
        }
        List<OutsideOption> options = PartnershipShares.ofFirst(share, types).shares().stream()
                .map(OutsideOption::share)
                .toList();
        return efficient(ObjectAllocation.always(types), payments, options);
    }

    private static Mechanism licence(List<ValueDistribution> types, MechanismSpec spec) {
        Loss loss = Loss.valueOf(spec.word("loss", "own_value").toUpperCase(Locale.ROOT));
        Licence licence = new Licence(types, loss, spec.parameter("alpha", 0));
        String payments = spec.word(PAYMENTS, "first_price");
        for (LicenceBidding.Pricing pricing : LicenceBidding.Pricing.values()) {
            if (pricing.name().toLowerCase(Locale.ROOT).equals(payments)) {
                return new LicenceBidding(licence, pricing);
            }
        }
        List<OutsideOption> options = IntStream.range(0, types.size())
                .mapToObj(licence::rivalLicensed)
                .toList();
        return efficient(licence.choice(), payments, options);
    }

    private static Mechanism efficient(OneDimensionalChoice choice, String payments, List<OutsideOption> options) {
        EfficientMechanism rules = switch (payments) {
            case "agv" -> new ExpectedExternality(choice);
            case "balanced" -> BalancedMechanism.of(choice, options);
            default -> VcgMechanism.withOptimalBasis(choice, options);
        };
        return new EfficientMarket(choice, rules, options);
    }

    private static List<OutsideOption> nothing(OneDimensionalChoice choice) {
        return Collections.nCopies(choice.agents(), OutsideOption.nothing());
    }

    private static int count(Treatment treatment, Side side) {
        return treatment.roles().stream()
                .filter(role -> role.side() == side)
                .mapToInt(RoleSpec::count)
                .sum();
    }

    private static double lowest(List<ValueDistribution> types) {
        return types.stream().mapToDouble(ValueDistribution::lower).min().orElseThrow();
    }

    private static double highest(List<ValueDistribution> types) {
        return types.stream().mapToDouble(ValueDistribution::upper).max().orElseThrow();
    }
}
