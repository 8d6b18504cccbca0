package dev.envelope.theory.finite;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * The types of all agents but one, by how many of those that are alike have which.
 *
 * @param types the distribution of each agent's type, that of the one without included
 * @param groups the others, those that are alike together
 * @param counts how many different types each group may have together
 */
public record OtherTypes(List<DiscreteDistribution> types, List<List<Integer>> groups, List<Double> counts) {

    /** Those of all but {@code without}; {@code firstLike} is the first agent that another is like, which has the same types. */
    public static OtherTypes of(List<DiscreteDistribution> types, IntUnaryOperator firstLike, int without) {
        Map<Integer, List<Integer>> alike = new TreeMap<>();
        for (int j = 0; j < types.size(); j++) {
            if (j != without) {
                alike.computeIfAbsent(firstLike.applyAsInt(j), first -> new ArrayList<>())
                        .add(j);
            }
        }
        List<List<Integer>> groups = List.copyOf(alike.values());
        List<Double> counts = groups.stream()
                .map(group ->
                        Multiset.count(group.size(), types.get(group.get(0)).size()))
                .toList();
        return new OtherTypes(types, groups, counts);
    }

    /** How many profiles there are, those that differ in who is who counted once. */
    public double count() {
        return counts.stream().reduce(1.0, (one, other) -> one * other);
    }

    /** Shows all of them to {@code visitor}. */
    public void each(FiniteGame.Visitor visitor) {
        List<List<Multiset>> draws = groups.stream()
                .map(group -> Multiset.all(types.get(group.get(0)), group.size()))
                .toList();
        each(0, draws, new double[types.size()], 1, visitor);
    }

    private void each(
            int group, List<List<Multiset>> draws, double[] profile, double chance, FiniteGame.Visitor visitor) {
        if (group == groups.size()) {
            visitor.look(profile, chance);
            return;
        }
        List<Integer> members = groups.get(group);
        for (Multiset draw : draws.get(group)) {
            for (int m = 0; m < members.size(); m++) {
                profile[members.get(m)] = draw.draw(m);
            }
            each(group + 1, draws, profile, chance * draw.chance(), visitor);
        }
    }
}
