package dev.envelope.theory.efficient;

import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.Kinks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An efficient choice among agents whose types are single numbers, so that W_i is convex with the slope q_i: the
 * expected coefficient of i's own type (Krishna, ch. 5.1).
 */
public interface OneDimensionalChoice extends EfficientChoice {

    /** The distribution of each agent's type. */
    List<ValueDistribution> types();

    /** q_i(z) = W_i'(z), not falling in z: the chance to win for one object, −P(trade) for a seller. */
    double interimWeight(int agent, double type);

    /** What part of its type agent {@code agent} receives at a profile of types: 1 with one object, −1 for who sells it. */
    double weight(int agent, double[] types);

    /** The type to which the choice is worth least: the lowest value; a seller's highest cost. */
    default double lowestType(int agent) {
        return types().get(agent).lower();
    }

    /** The types of agent {@code agent} at which W_i is not smooth. */
    List<Double> kinks(int agent);

    @Override
    default int agents() {
        return types().size();
    }

    @Override
    default double cost(double[] types) {
        return 0;
    }

    @Override
    default double interimCost(int agent, double type) {
        return 0;
    }

    @Override
    default double expectedCost() {
        return 0;
    }

    /** By quadrature; an n-th of all where the agents are alike. */
    @Override
    default double expectedValue(int agent) {
        ValueDistribution own = types().get(agent);
        if (types().stream().allMatch(own::equals) && isSymmetric()) {
            return (expectedWelfare() + expectedCost()) / agents();
        }
        return Expectation.of(own, own.lower(), own.upper(), 0, kinks(agent), z -> interimValue(agent, z));
    }

    /** Whether agents of the same distribution are interchangeable. */
    default boolean isSymmetric() {
        return true;
    }

    /** Where q_i crosses the option's slope when that is linear; otherwise the least of a fine grid, improved. */
    @Override
    default Reluctance reluctance(int agent, OutsideOption option) {
        ValueDistribution own = types().get(agent);
        if (option instanceof LinearOption linear) {
            double type = Bisection.first(own.lower(), own.upper(), z -> interimWeight(agent, z) >= linear.slope());
            return new Reluctance(type, interimWelfare(agent, type) - linear.at(type));
        }
        List<Double> ends = new ArrayList<>(kinks(agent));
        ends.addAll(own.kinks());
        double[] pieces = Kinks.between(own.lower(), own.upper(), ends);
        return new Valley(z -> interimWelfare(agent, z) - option.at(z)).lowest(pieces);
    }

    /** The kinks of {@code types}: ends of supports and inner ones. */
    static List<Double> kinksOf(List<ValueDistribution> types) {
        return types.stream()
                .flatMap(type -> {
                    List<Double> all = new ArrayList<>(List.of(type.lower(), type.upper()));
                    all.addAll(type.kinks());
                    return all.stream();
                })
                .collect(Collectors.toList());
    }

    /** {@code types} without the one of agent {@code agent}. */
    static List<ValueDistribution> without(int agent, List<ValueDistribution> types) {
        List<ValueDistribution> others = new ArrayList<>(types);
        others.remove(agent);
        return others;
    }

    /** Σ of the numbers in {@code types} apart from agent {@code agent}'s. */
    static double sumWithout(int agent, double[] types) {
        return Arrays.stream(types).sum() - types[agent];
    }
}
