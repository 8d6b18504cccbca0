package dev.envelope.theory.alternatives;

import dev.envelope.theory.efficient.EfficientChoice;
import dev.envelope.theory.efficient.OutsideOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The efficient choice among alternatives by agents with finitely many vector types, by going through all profiles. A
 * type is told by its place in the agent's list, from 0, also to an {@link OutsideOption}.
 *
 * <p>VCG, expected externality and the balanced mechanism of {@code theory.efficient} all work on it. Types in a list
 * are no convex set, so that payoff equivalence fails: a deficit is then that of VCG, and another mechanism may do
 * better (Krishna &amp; Perry 2000, Example 2). Checked by {@code AlternativesTest}.
 *
 * @param alternatives K
 * @param agentTypes each agent's types; at most {@value #MOST_PROFILES} profiles in all
 */
public record FiniteChoice(Alternatives alternatives, List<TypeVectors> agentTypes) implements EfficientChoice {

    private static final int MOST_PROFILES = 1_000_000;

    /** Copies the list and checks the sizes. */
    public FiniteChoice {
        agentTypes = List.copyOf(agentTypes);
        double profiles = 1;
        for (TypeVectors types : agentTypes) {
            profiles *= types.size();
            for (List<Double> vector : types.vectors()) {
                if (vector.size() != alternatives.size()) {
                    throw new IllegalArgumentException("types: " + vector + " (expected: one number per alternative, "
                            + alternatives.size() + ")");
                }
            }
        }
        if (agentTypes.isEmpty() || profiles > MOST_PROFILES) {
            throw new IllegalArgumentException(
                    "agentTypes: " + profiles + " profiles (expected: 1 to " + MOST_PROFILES + ")");
        }
    }

    @Override
    public int agents() {
        return agentTypes.size();
    }

    /** Which alternative is chosen when these types are reported. */
    public int chosen(double[] types) {
        return alternatives.chosen(values(types));
    }

    @Override
    public double welfare(double[] types) {
        return alternatives.welfare(values(types));
    }

    @Override
    public double ownValue(int agent, double[] types) {
        double[][] values = values(types);
        return values[agent][alternatives.chosen(values)];
    }

    @Override
    public double cost(double[] types) {
        return alternatives.costs().get(chosen(types));
    }

    @Override
    public double interimWelfare(int agent, double type) {
        return average(agent, type, this::welfare);
    }

    @Override
    public double interimValue(int agent, double type) {
        return average(agent, type, types -> ownValue(agent, types));
    }

    @Override
    public double interimCost(int agent, double type) {
        return average(agent, type, this::cost);
    }

    @Override
    public double expectedWelfare() {
        return average(-1, 0, this::welfare);
    }

    @Override
    public double expectedValue(int agent) {
        return average(-1, 0, types -> ownValue(agent, types));
    }

    @Override
    public double expectedCost() {
        return average(-1, 0, this::cost);
    }

    @Override
    public Reluctance reluctance(int agent, OutsideOption option) {
        List<Reluctance> all = new ArrayList<>();
        for (int type = 0; type < agentTypes.get(agent).size(); type++) {
            all.add(new Reluctance(type, interimWelfare(agent, type) - option.at(type)));
        }
        return all.stream()
                .min((one, other) -> Double.compare(one.margin(), other.margin()))
                .orElseThrow();
    }

    private double[][] values(double[] types) {
        double[][] values = new double[types.length][];
        for (int i = 0; i < types.length; i++) {
            values[i] = agentTypes.get(i).vector(place(i, types[i]));
        }
        return values;
    }

    private int place(int agent, double type) {
        int size = agentTypes.get(agent).size();
        if (type != StrictMath.rint(type) || type < 0 || type >= size) {
            throw new IllegalArgumentException(
                    "types[" + agent + "]: " + type + " (expected: a place in the list, 0 to " + (size - 1) + ")");
        }
        return (int) type;
    }

    /** E[f] over all profiles, agent {@code fixed} being of {@code type}; over all agents where that is −1. */
    private double average(int fixed, double type, ToDoubleFunction<double[]> f) {
        double[] types = new double[agents()];
        if (fixed >= 0) {
            types[fixed] = type;
        }
        return average(fixed, 0, types, f);
    }

    private double average(int fixed, int agent, double[] types, ToDoubleFunction<double[]> f) {
        if (agent == types.length) {
            return f.applyAsDouble(types);
        }
        if (agent == fixed) {
            return average(fixed, agent + 1, types, f);
        }
        double sum = 0;
        for (int type = 0; type < agentTypes.get(agent).size(); type++) {
            types[agent] = type;
            sum += agentTypes.get(agent).chances().get(type) * average(fixed, agent + 1, types, f);
        }
        return sum;
    }
}
