package dev.envelope.game.asked.finite;

import dev.envelope.game.plan.MechanismSpec;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.game.plan.roles.Support;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.finite.FiniteTypesChoice;
import dev.envelope.theory.finite.FiniteTypesChoice.Kind;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.numeric.PlainNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A treatment in which everybody has finitely many values, in points.
 *
 * @param treatment the treatment
 * @param sides of every agent, in order
 * @param types of every agent, in order
 */
public record FiniteTreatment(Treatment treatment, List<Side> sides, List<DiscreteDistribution> types) {

    /** Copies the lists. */
    public FiniteTreatment {
        sides = List.copyOf(sides);
        types = List.copyOf(types);
    }

    /**
     * {@code treatment} as one.
     *
     * @throws IllegalArgumentException where some role has other values
     */
    public static FiniteTreatment of(Treatment treatment) {
        List<Side> sides = new ArrayList<>();
        List<DiscreteDistribution> types = new ArrayList<>();
        treatment.roles().forEach(role -> {
            if (!StatedValues.isFinite(role.values())) {
                Support ends = StatedValues.support(role.values());
                throw new IllegalArgumentException("values of " + role.name() + ": "
                        + role.values().type() + " on " + PlainNumber.range(ends.lower(), ends.upper())
                        + " (expected: finitely many, as those of another role)");
            }
            sides.addAll(Collections.nCopies(role.count(), role.side()));
            types.addAll(Collections.nCopies(role.count(), StatedValues.finite(role.values())));
        });
        return new FiniteTreatment(treatment, sides, types);
    }

    /** The mechanism as the plan has it. */
    MechanismSpec spec() {
        return treatment.mechanism();
    }

    /** Whether it is one buyer's and one seller's. */
    boolean isTrade() {
        return sides.equals(List.of(Side.BUYER, Side.SELLER));
    }

    /** Whether all are bidders. */
    boolean isAuction() {
        return sides.stream().allMatch(Side.BIDDER::equals);
    }

    /** How many are on {@code side}. */
    int count(Side side) {
        return Collections.frequency(sides, side);
    }

    /** By what rule an efficient choice is paid for. */
    String payments() {
        return spec().type() == MechanismType.PUBLIC_PROJECT
                ? spec().word("payments", "vcg")
                : spec().type().planName();
    }

    /** The reserve, where there is one. */
    OptionalDouble reserve() {
        return spec().parameters().containsKey("reserve")
                ? OptionalDouble.of(spec().parameter("reserve", 0))
                : OptionalDouble.empty();
    }

    /** What is chosen: an object, a trade or a project. */
    FiniteTypesChoice choice() {
        return spec().type() == MechanismType.PUBLIC_PROJECT
                ? new FiniteTypesChoice(Kind.PROJECT, types, spec().parameter("cost", 0))
                : new FiniteTypesChoice(isTrade() ? Kind.TRADE : Kind.OBJECT, types, 0);
    }

    double lowest() {
        return types.stream().mapToDouble(DiscreteDistribution::lower).min().orElseThrow();
    }

    double highest() {
        return types.stream().mapToDouble(DiscreteDistribution::upper).max().orElseThrow();
    }
}
