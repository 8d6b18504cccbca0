package dev.envelope.theory.equilibrium;

import dev.envelope.theory.mechanism.Mechanism;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The agents of a game in groups within which nothing tells them apart: the same side, type and strategy, and rules that treat them alike
 * ({@link Mechanism#treatsAlike}). What is true of one of a group is true of all.
 */
public final class AlikeAgents {

    private final int[] groups;
    private final List<List<Integer>> members;

    private AlikeAgents(int[] groups, List<List<Integer>> members) {
        this.groups = groups;
        this.members = members;
    }

    /** The groups in {@code game} with {@code strategies}, one per agent; {@code marks} tell agents apart as well, none where empty. */
    public static AlikeAgents of(BayesianGame game, List<? extends BidFunction> strategies, List<?> marks) {
        int[] groups = new int[game.types().size()];
        List<List<Integer>> members = new ArrayList<>();
        for (int i = 0; i < groups.length; i++) {
            int agent = i;
            groups[i] = IntStream.range(0, members.size())
                    .filter(group -> {
                        int first = members.get(group).get(0);
                        return game.mechanism().treatsAlike(first, agent)
                                && game.mechanism().side(first)
                                        == game.mechanism().side(agent)
                                && game.types().get(first).equals(game.types().get(agent))
                                && strategies.get(first).equals(strategies.get(agent))
                                && (marks.isEmpty() || marks.get(first).equals(marks.get(agent)));
                    })
                    .findFirst()
                    .orElse(members.size());
            if (groups[i] == members.size()) {
                members.add(new ArrayList<>());
            }
            members.get(groups[i]).add(i);
        }
        return new AlikeAgents(groups, members);
    }

    /** The groups where agents differ by nothing else. */
    public static AlikeAgents of(BayesianGame game, List<? extends BidFunction> strategies) {
        return of(game, strategies, List.of());
    }

    /** The first agent that is like {@code agent}. */
    public int first(int agent) {
        return members.get(groups[agent]).get(0);
    }

    /** How many groups there are. */
    public int groups() {
        return members.size();
    }

    /** The group, from 0, of {@code agent}. */
    public int group(int agent) {
        return groups[agent];
    }

    /** The agents of {@code group} apart from agent {@code without}, in order. */
    public List<Integer> othersIn(int group, int without) {
        return members.get(group).stream().filter(agent -> agent != without).toList();
    }
}
