package dev.envelope.theory.finite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The types of all agents but one, by how many of those that are alike have which.
 *
 * @param agents how many agents there are, the one without included
 * @param groups the others, those that are alike together
 * @param counts how many different types each group may have together
 */
record OtherTypes(FiniteGame game, int agents, List<List<Integer>> groups, List<Double> counts) {

    static OtherTypes of(FiniteGame game, int without) {
        Map<Integer, List<Integer>> alike = new TreeMap<>();
        for (int j = 0; j < game.types().size(); j++) {
            if (j != without) {
                alike.computeIfAbsent(game.firstLike(j), first -> new ArrayList<>())
                        .add(j);
            }
        }
        List<List<Integer>> groups = List.copyOf(alike.values());
        List<Double> counts = groups.stream()
                .map(group -> Multiset.count(
                        group.size(), game.types().get(group.get(0)).size()))
                .toList();
        return new OtherTypes(game, game.types().size(), groups, counts);
    }

    /** How many profiles there are, those that differ in who is who counted once. */
    double count() {
        return counts.stream().reduce(1.0, (one, other) -> one * other);
    }

    void each(FiniteGame.Visitor visitor) {
        List<List<Multiset>> draws = groups.stream()
                .map(group -> Multiset.all(game.types().get(group.get(0)), group.size()))
                .toList();
        each(0, draws, new double[agents], 1, visitor);
    }

    private void each(
            int group, List<List<Multiset>> draws, double[] types, double chance, FiniteGame.Visitor visitor) {
        if (group == groups.size()) {
            visitor.look(types, chance);
            return;
        }
        List<Integer> members = groups.get(group);
        for (Multiset draw : draws.get(group)) {
            for (int m = 0; m < members.size(); m++) {
                types[members.get(m)] = draw.draw(m);
            }
            each(group + 1, draws, types, chance * draw.chance(), visitor);
        }
    }
}
