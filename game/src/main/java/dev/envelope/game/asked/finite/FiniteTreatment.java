package dev.envelope.game.asked.finite;

import dev.envelope.game.plan.MechanismSpec;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.game.plan.roles.Support;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.finite.FiniteTypesChoice;
import dev.envelope.theory.finite.FiniteTypesChoice.Kind;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.numeric.PlainNumber;
import dev.envelope.theory.partnership.PartnershipShares;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A treatment in which everybody has finitely many values, in points.
 *
 * @param treatment the treatment
 * @param sides of every agent, in order
 * @param types of every agent, in order
 */
public record FiniteTreatment(Treatment treatment, List<Side> sides, List<DiscreteDistribution> types) {

    /** Payments that are made from the distributions of types. */
    static final Set<String> DESIGNED = Set.of("vcg", "agv", "balanced");

    /** Why nothing is known of licences whose losers lose by the winner's value and that are paid for by such rules. */
    static final String INTERDEPENDENT =
            "loss: winners_value (expected: own_value or constant; with the winner's value the"
                    + " values are interdependent, and vcg, agv and balanced payments do not make truth an equilibrium)";

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
                        + " (expected: finitely many, as those of another role, or a density for every role, as smoothed"
                        + " empirical data have)");
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
        return switch (spec().type()) {
            case PUBLIC_PROJECT -> spec().word("payments", "vcg");
            case PARTNERSHIP -> spec().word("payments", "losers_bid");
            case LICENCE_WITH_EXTERNALITY -> spec().word("payments", "first_price");
            default -> spec().type().planName();
        };
    }

    /** Whether it is a partnership or a licence that is paid for by such a rule, not by bids. */
    boolean isAllotment() {
        return (spec().type() == MechanismType.PARTNERSHIP || spec().type() == MechanismType.LICENCE_WITH_EXTERNALITY)
                && DESIGNED.contains(payments());
    }

    /** What each has that stays away from what is chosen, or bid for. */
    public List<OutsideOption> options() {
        double alpha = spec().parameter("alpha", 0);
        return switch (spec().type()) {
            case PARTNERSHIP ->
                PartnershipShares.sharesOfFirst(spec().parameter("share", 1.0 / types.size()), types.size()).stream()
                        .map(OutsideOption::share)
                        .toList();
            case LICENCE_WITH_EXTERNALITY ->
                IntStream.range(0, types.size())
                        .mapToObj(firm -> isLossByWinner()
                                ? OutsideOption.constant(-alpha * highestOther(firm))
                                : isLossConstant() ? OutsideOption.constant(-alpha) : OutsideOption.share(-alpha))
                        .toList();
            default -> Collections.nCopies(types.size(), OutsideOption.nothing());
        };
    }

    /** E of the highest value of all firms but {@code firm}. */
    private double highestOther(int firm) {
        List<DiscreteDistribution> others = new ArrayList<>(types);
        others.remove(firm);
        double mean = 0;
        double below = 0;
        for (double x : others.stream()
                .flatMap(type -> type.points().stream())
                .distinct()
                .sorted()
                .toList()) {
            double upTo = others.stream().mapToDouble(type -> type.cdf(x)).reduce(1, (one, other) -> one * other);
            mean += x * (upTo - below);
            below = upTo;
        }
        return mean;
    }

    /** Whether what losers of a licence lose is a share of the winner's value. */
    boolean isLossByWinner() {
        return spec().word("loss", "").equals("winners_value");
    }

    private boolean isLossConstant() {
        return spec().word("loss", "own_value").equals("constant");
    }

    /** What it is worth to a firm of value {@code x} to win a licence rather than to lose; against an equal where losers lose by the winner's value. */
    double stake(double x) {
        double alpha = spec().parameter("alpha", 0);
        return isLossConstant() ? x + alpha : (1 + alpha) * x;
    }

    /** The reserve, where there is one. */
    OptionalDouble reserve() {
        return spec().parameters().containsKey("reserve")
                ? OptionalDouble.of(spec().parameter("reserve", 0))
                : OptionalDouble.empty();
    }

    /** The lowest bid that the bounds of messages admit. */
    double lowestMessage() {
        return treatment.ticks().toPoints(treatment.ticks().minimum());
    }

    /** The highest bid that the bounds of messages admit. */
    double highestMessage() {
        return treatment.ticks().toPoints(treatment.ticks().maximum());
    }

    /** What is chosen: an object, a trade, a project, or who gets a firm or a licence. */
    FiniteTypesChoice choice() {
        double alpha = spec().parameter("alpha", 0);
        return switch (spec().type()) {
            case PUBLIC_PROJECT -> new FiniteTypesChoice(Kind.PROJECT, types, spec().parameter("cost", 0));
            case PARTNERSHIP -> FiniteTypesChoice.allotment(types, 0, 0);
            case LICENCE_WITH_EXTERNALITY ->
                FiniteTypesChoice.allotment(types, isLossConstant() ? 0 : alpha, isLossConstant() ? alpha : 0);
            default -> new FiniteTypesChoice(isTrade() ? Kind.TRADE : Kind.OBJECT, types, 0);
        };
    }

    double lowest() {
        return types.stream().mapToDouble(DiscreteDistribution::lower).min().orElseThrow();
    }

    double highest() {
        return types.stream().mapToDouble(DiscreteDistribution::upper).max().orElseThrow();
    }
}
