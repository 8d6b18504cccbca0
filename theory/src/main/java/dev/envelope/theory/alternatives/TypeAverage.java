package dev.envelope.theory.alternatives;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Averages over the types of all agents, or of all but one.
 *
 * @param types each agent's types
 * @param chances how likely they are
 * @param fixed the agent whose type is given; −1 for none
 */
record TypeAverage(List<List<Double>> types, List<List<Double>> chances, int fixed) {

    static TypeAverage of(EnumeratedChoice choice, int fixed) {
        return new TypeAverage(
                IntStream.range(0, choice.agents()).mapToObj(choice::typesOf).toList(),
                IntStream.range(0, choice.agents()).mapToObj(choice::chancesOf).toList(),
                fixed);
    }

    /** E[f], the type that is given being in {@code profile}, which is overwritten. */
    double at(double[] profile, ToDoubleFunction<double[]> f) {
        return average(0, profile, f);
    }

    private double average(int agent, double[] profile, ToDoubleFunction<double[]> f) {
        if (agent == profile.length) {
            return f.applyAsDouble(profile);
        }
        if (agent == fixed) {
            return average(agent + 1, profile, f);
        }
        List<Double> own = types.get(agent);
        double sum = 0;
        for (int k = 0; k < own.size(); k++) {
            profile[agent] = own.get(k);
            sum += chances.get(agent).get(k) * average(agent + 1, profile, f);
        }
        return sum;
    }
}
