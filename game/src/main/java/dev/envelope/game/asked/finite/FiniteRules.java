package dev.envelope.game.asked.finite;

import dev.envelope.game.plan.MechanismSpec;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.theory.callmarket.McAfeeAuction;
import dev.envelope.theory.callmarket.VcgCallMarket;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.finite.FiniteMarket;
import dev.envelope.theory.finite.FiniteOffers;
import dev.envelope.theory.finite.FiniteOptimalAuction;
import dev.envelope.theory.finite.FinitePayments;
import dev.envelope.theory.finite.FiniteTypesChoice;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.Side;
import java.util.List;
import java.util.Optional;

/** The rules of mechanisms that are made from how likely finitely many values are, or from which there are. */
public final class FiniteRules {

    private FiniteRules() {}

    /**
     * The rules of {@code game}; empty where they are the same whatever the values.
     *
     * @throws IllegalArgumentException where there are none of finitely many values, or none known
     */
    public static Optional<Mechanism> of(FiniteTreatment game) {
        List<DiscreteDistribution> types = game.types();
        return switch (game.spec().type()) {
            case OPTIMAL ->
                Optional.of(FiniteOptimalAuction.of(types, game.spec().parameter("seller_value", 0)));
            case SEQUENTIAL_OFFERS -> Optional.of(FiniteOffers.of(types));
            case AGV, BALANCED, PUBLIC_PROJECT -> Optional.of(market(game));
            case VCG -> vcg(game);
            case MCAFEE ->
                Optional.of(McAfeeAuction.of(
                        game.count(Side.BUYER), game.count(Side.SELLER), game.lowest(), game.highest()));
            case PARTNERSHIP, LICENCE_WITH_EXTERNALITY -> {
                game.unlikeFirms().ifPresent(FiniteRules::refuse);
                yield game.isAllotment() ? Optional.of(allotment(game)) : Optional.empty();
            }
            default -> {
                checkKnown(game.spec());
                yield Optional.empty();
            }
        };
    }

    private static Mechanism allotment(FiniteTreatment game) {
        if (game.isLossByWinner()) {
            throw new IllegalArgumentException(FiniteTreatment.INTERDEPENDENT);
        }
        checkSize(game);
        FiniteTypesChoice choice = game.choice();
        List<OutsideOption> options = game.options();
        return switch (game.payments()) {
            case "agv" -> FiniteMarket.of(choice, options, FinitePayments.expectedExternality(choice), "agv");
            case "balanced" -> FiniteMarket.of(choice, options, FinitePayments.balanced(choice, options), "balanced");
            default -> FiniteMarket.vcg(choice, options);
        };
    }

    private static void checkSize(FiniteTreatment game) {
        FiniteTypesChoice.obstacle(game.types()).ifPresent(FiniteRules::refuse);
    }

    private static void refuse(String reason) {
        throw new IllegalArgumentException(reason);
    }

    private static Mechanism market(FiniteTreatment game) {
        checkSize(game);
        FiniteTypesChoice choice = game.choice();
        return switch (game.payments()) {
            case "agv" -> FiniteMarket.of(choice, FinitePayments.expectedExternality(choice), "agv");
            case "balanced" -> FiniteMarket.of(choice, FinitePayments.balanced(choice), "balanced");
            default -> FiniteMarket.vcg(choice);
        };
    }

    private static Optional<Mechanism> vcg(FiniteTreatment game) {
        if (game.isTrade()) {
            return Optional.of(FiniteMarket.vcg(game.choice()));
        }
        int buyers = game.count(Side.BUYER);
        return game.isAuction()
                ? Optional.empty()
                : Optional.of(VcgCallMarket.of(
                        buyers,
                        game.count(Side.SELLER),
                        game.types().subList(0, buyers).stream()
                                .mapToDouble(DiscreteDistribution::lower)
                                .min()
                                .orElseThrow(),
                        game.types().subList(buyers, game.types().size()).stream()
                                .mapToDouble(DiscreteDistribution::upper)
                                .max()
                                .orElseThrow()));
    }

    /**
     * Refuses rules that depend on how likely values are and of which none are known.
     *
     * @throws IllegalArgumentException where {@code spec} has such
     */
    public static void checkKnown(MechanismSpec spec) {
        boolean isDesigned =
                spec.type() == MechanismType.PARTNERSHIP || spec.type() == MechanismType.LICENCE_WITH_EXTERNALITY;
        if (spec.type() == MechanismType.FIRST_PRICE_PROXY
                || (isDesigned && FiniteTreatment.DESIGNED.contains(spec.word("payments", "")))) {
            throw refusal(spec);
        }
    }

    /** The refusal of rules that depend on how likely values are. */
    public static IllegalArgumentException refusal(MechanismSpec spec) {
        return new IllegalArgumentException("mechanism: " + spec.type().planName()
                + " (expected: one whose rules do not depend on how likely values are, for values without"
                + " a density)");
    }
}
