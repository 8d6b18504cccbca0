package dev.envelope.game.asked;

import dev.envelope.game.message.MessageKind;
import dev.envelope.game.plan.MechanismSpec;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.game.plan.roles.Support;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.finite.FiniteTypesChoice;
import dev.envelope.theory.finite.FiniteTypesChoice.Kind;
import dev.envelope.theory.finite.HighestValueWins;
import dev.envelope.theory.finite.TruthfulChoice;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.preference.RiskNeutral;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A game in which somebody has finitely many values: messages clear as with any values, and equilibria are given where everybody has and
 * truth is dominant.
 */
final class FiniteValuesGame extends NotAudited {

    /** Payments that are made from the distributions of types. */
    private static final Set<String> DESIGNED = Set.of("vcg", "agv", "balanced");

    private final Treatment treatment;

    FiniteValuesGame(Treatment treatment) {
        this.treatment = treatment;
    }

    /** Whether a role of {@code treatment} has finitely many values. */
    static boolean isOne(Treatment treatment) {
        return treatment.roles().stream().anyMatch(role -> StatedValues.isFinite(role.values()));
    }

    @Override
    public Treatment treatment() {
        return treatment;
    }

    @Override
    String reason() {
        return "here the number is one of finitely many";
    }

    @Override
    public Solution freeSolution() {
        return sale().<Solution>map(HighestValueWins::equilibrium)
                .or(this::choice)
                .orElseGet(FiniteValuesGame::none);
    }

    /** Truth where something efficient is chosen and paid for by VCG or AGV; empty where the game is another. */
    private Optional<Solution> choice() {
        MechanismSpec spec = treatment.mechanism();
        MechanismType type = spec.type();
        String payments = type == MechanismType.PUBLIC_PROJECT ? spec.word("payments", "vcg") : type.planName();
        boolean isChoice =
                type == MechanismType.VCG || type == MechanismType.AGV || type == MechanismType.PUBLIC_PROJECT;
        boolean isTrade = sides().equals(List.of(Side.BUYER, Side.SELLER));
        boolean areAllBidders = sides().stream().allMatch(Side.BIDDER::equals);
        if (!isChoice || !areAllFinite() || !(isTrade || areAllBidders) || payments.equals("balanced")) {
            return Optional.empty();
        }
        if (payments.equals("agv") && !(treatment.utility() instanceof RiskNeutral)) {
            return Optional.of(new NoEquilibrium(
                    "an equilibrium is known for risk-neutral agents; the utility is " + treatment.utility()));
        }
        Optional<String> obstacle = FiniteTypesChoice.obstacle(types());
        if (obstacle.isPresent()) {
            return obstacle.map(NoEquilibrium::new);
        }
        FiniteTypesChoice choice = type == MechanismType.PUBLIC_PROJECT
                ? new FiniteTypesChoice(Kind.PROJECT, types(), spec.parameter("cost", 0))
                : new FiniteTypesChoice(isTrade ? Kind.TRADE : Kind.OBJECT, types(), 0);
        if (choice.indifference() > 0) {
            return Optional.of(
                    new NoEquilibrium("a value may equal a cost, and whether such two trade decides how often"
                            + " there is trade and what is paid"));
        }
        return Optional.of(payments.equals("vcg") ? TruthfulChoice.vcg(choice) : TruthfulChoice.agv(choice));
    }

    /** Of every agent, in order. */
    private List<Side> sides() {
        List<Side> sides = new ArrayList<>();
        treatment.roles().forEach(role -> sides.addAll(Collections.nCopies(role.count(), role.side())));
        return sides;
    }

    private boolean areAllFinite() {
        return treatment.roles().stream().allMatch(role -> StatedValues.isFinite(role.values()));
    }

    /** Of every agent, in order; all have finitely many values. */
    private List<DiscreteDistribution> types() {
        List<DiscreteDistribution> types = new ArrayList<>();
        treatment
                .roles()
                .forEach(role -> types.addAll(Collections.nCopies(role.count(), StatedValues.finite(role.values()))));
        return types;
    }

    /** The sale to the highest value that the game is; empty where it is another. */
    private Optional<HighestValueWins> sale() {
        MechanismSpec spec = treatment.mechanism();
        boolean areAllBidders = sides().stream().allMatch(Side.BIDDER::equals) && areAllFinite();
        boolean isFree = !spec.parameters().containsKey("entry_fee");
        OptionalDouble reserve = spec.parameters().containsKey("reserve")
                ? OptionalDouble.of(spec.parameter("reserve", 0))
                : OptionalDouble.empty();
        if (!areAllBidders || !isFree) {
            return Optional.empty();
        }
        List<DiscreteDistribution> types = types();
        if (spec.type() == MechanismType.VCG) {
            return Optional.of(HighestValueWins.vcg(types));
        }
        return spec.type() == MechanismType.SECOND_PRICE && (types.size() > 1 || reserve.isPresent())
                ? Optional.of(HighestValueWins.secondPrice(types, reserve.orElse(Double.NEGATIVE_INFINITY)))
                : Optional.empty();
    }

    private static NoEquilibrium none() {
        return new NoEquilibrium(
                "values of positive probability make bidders tie, so that equilibria in bid functions are"
                        + " known for values that have a density (smoothed data, piecewise linear), and beside them in"
                        + " second-price auctions, in vcg and agv among bidders or of a buyer and a seller, and of public projects"
                        + " that are paid for by them");
    }

    /**
     * As with values spread evenly between the lowest and the highest.
     *
     * @throws IllegalArgumentException also where the rules depend on how likely values are
     */
    @Override
    public Cleared outcome(List<Offer> offers) {
        MechanismSpec spec = treatment.mechanism();
        MechanismType type = spec.type();
        boolean isOfBids = type.messageKind() != MessageKind.REPORT
                && type.messageKind() != MessageKind.RESPONSE
                && (type == MechanismType.PACKAGE_AUCTION || !DESIGNED.contains(spec.word("payments", "")));
        if (!isOfBids && type != MechanismType.VCG) {
            throw new IllegalArgumentException("mechanism: " + type.planName()
                    + " (expected: one whose rules do not depend on how likely values are, for values without"
                    + " a density)");
        }
        List<RoleSpec> roles =
                treatment.roles().stream().map(FiniteValuesGame::spread).toList();
        return AskedGame.of(treatment.withRoles(roles)).outcome(offers);
    }

    private static RoleSpec spread(RoleSpec role) {
        Support ends = StatedValues.support(role.values());
        return role.withValues(
                StatedValues.isFinite(role.values())
                        ? DistributionSpec.uniform(ends.lower(), ends.upper())
                        : role.values());
    }
}
