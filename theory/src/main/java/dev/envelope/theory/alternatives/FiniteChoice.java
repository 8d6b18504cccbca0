package dev.envelope.theory.alternatives;

import dev.envelope.theory.efficient.OutsideOption;
import java.util.List;
import java.util.stream.IntStream;

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
public record FiniteChoice(Alternatives alternatives, List<TypeVectors> agentTypes) implements EnumeratedChoice {

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

    /** The places in the list. */
    @Override
    public List<Double> typesOf(int agent) {
        return IntStream.range(0, agentTypes.get(agent).size())
                .mapToObj(type -> (double) type)
                .toList();
    }

    @Override
    public List<Double> chancesOf(int agent) {
        return agentTypes.get(agent).chances();
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
}
