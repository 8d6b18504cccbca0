package dev.envelope.game.asked.finite;

import dev.envelope.game.plan.MechanismSpec;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.theory.callmarket.McAfeeAuction;
import dev.envelope.theory.callmarket.VcgCallMarket;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.efficient.DeficitException;
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
import java.util.function.Supplier;

/**
 * The rules of mechanisms that are made from how likely finitely many values are, or from which there are.
 *
 * @param made the rules; empty where they are the same whatever the values, and where there are none
 * @param refusal why there are none of finitely many values, or none known; empty where there are
 */
public record FiniteRules(Optional<Mechanism> made, Optional<String> refusal) {

    /** The rules of {@code game}. */
    public static FiniteRules of(FiniteTreatment game) {
        Optional<String> refusal = obstacle(game);
        if (refusal.isPresent()) {
            return new FiniteRules(Optional.empty(), refusal);
        }
        try {
            return new FiniteRules(made(game), Optional.empty());
        } catch (DeficitException deficit) {
            return new FiniteRules(Optional.empty(), Optional.of(String.valueOf(deficit.getMessage())));
        }
    }

    /**
     * The rules, or {@code others} where they are the same whatever the values.
     *
     * @throws IllegalArgumentException where there are none; says why
     */
    public Mechanism orElse(Supplier<Mechanism> others) {
        return checked().orElseGet(others);
    }

    /**
     * The rules; empty where they are the same whatever the values.
     *
     * @throws IllegalArgumentException where there are none; says why
     */
    public Optional<Mechanism> checked() {
        refusal.ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return made;
    }

    /** Why there are none, as far as that is seen before any are made. */
    private static Optional<String> obstacle(FiniteTreatment game) {
        return switch (game.spec().type()) {
            case AGV, BALANCED, PUBLIC_PROJECT -> FiniteTypesChoice.obstacle(game.types());
            case VCG -> game.isTrade() ? FiniteTypesChoice.obstacle(game.types()) : Optional.empty();
            case PARTNERSHIP, LICENCE_WITH_EXTERNALITY ->
                game.isAllotment() ? obstacleToAllotment(game) : Optional.empty();
            default -> obstacle(game.spec());
        };
    }

    private static Optional<String> obstacleToAllotment(FiniteTreatment game) {
        return game.isLossByWinner()
                ? Optional.of(FiniteTreatment.INTERDEPENDENT)
                : FiniteTypesChoice.obstacle(game.types());
    }

    private static Optional<Mechanism> made(FiniteTreatment game) {
        List<DiscreteDistribution> types = game.types();
        return switch (game.spec().type()) {
            case OPTIMAL ->
                Optional.of(FiniteOptimalAuction.of(types, game.spec().sellerValue()));
            case SEQUENTIAL_OFFERS -> Optional.of(FiniteOffers.of(types));
            case AGV, BALANCED, PUBLIC_PROJECT -> Optional.of(market(game));
            case VCG -> vcg(game);
            case MCAFEE ->
                Optional.of(McAfeeAuction.of(
                        game.count(Side.BUYER), game.count(Side.SELLER), game.lowest(), game.highest()));
            case PARTNERSHIP, LICENCE_WITH_EXTERNALITY ->
                game.isAllotment() ? Optional.of(allotment(game)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Mechanism allotment(FiniteTreatment game) {
        FiniteTypesChoice choice = game.choice();
        List<OutsideOption> options = game.options();
        return switch (game.payments()) {
            case "agv" -> FiniteMarket.of(choice, options, FinitePayments.expectedExternality(choice), "agv");
            case "balanced" -> FiniteMarket.of(choice, options, FinitePayments.balanced(choice, options), "balanced");
            default -> FiniteMarket.vcg(choice, options);
        };
    }

    private static Mechanism market(FiniteTreatment game) {
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

    /** Why no rules of {@code spec} are known: they depend on how likely values are. Empty where they do not, or some are known. */
    public static Optional<String> obstacle(MechanismSpec spec) {
        return spec.type() == MechanismType.FIRST_PRICE_PROXY ? Optional.of(dependence(spec)) : Optional.empty();
    }

    /**
     * The same where only some have finitely many values, so that none are known that depend on how likely values are.
     */
    public static Optional<String> obstacleAmongOthers(MechanismSpec spec) {
        boolean isDependent = switch (spec.type()) {
            case OPTIMAL, AGV, BALANCED, SEQUENTIAL_OFFERS, PUBLIC_PROJECT, FIRST_PRICE_PROXY -> true;
            case PARTNERSHIP, LICENCE_WITH_EXTERNALITY -> FiniteTreatment.DESIGNED.contains(spec.word("payments", ""));
            default -> false;
        };
        return isDependent ? Optional.of(dependence(spec)) : Optional.empty();
    }

    private static String dependence(MechanismSpec spec) {
        return "mechanism: " + spec.type().planName()
                + " (expected: one whose rules do not depend on how likely values are, for values without"
                + " a density)";
    }
}
