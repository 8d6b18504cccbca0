package dev.envelope.theory.mechanism;

import java.util.Arrays;

/**
 * A strict ranking of agents that decides between equal messages: the agent of the lower rank goes first.
 *
 * <p>A uniformly drawn permutation gives every one of m tied agents the chance 1/m.
 */
public final class TieOrder {

    private final int[] ranks;

    private TieOrder(int[] ranks) {
        this.ranks = ranks;
    }

    /** The order of the agents' indices: the lower index goes first. */
    public static TieOrder byIndex(int agents) {
        int[] ranks = new int[agents];
        Arrays.setAll(ranks, i -> i);
        return new TieOrder(ranks);
    }

    /**
     * The order given by each agent's rank.
     *
     * @param ranks a permutation of 0 … agents − 1; copied
     * @throws IllegalArgumentException when it is none
     */
    public static TieOrder of(int... ranks) {
        boolean[] seen = new boolean[ranks.length];
        for (int rank : ranks) {
            if (rank < 0 || rank >= ranks.length || seen[rank]) {
                throw new IllegalArgumentException("ranks: " + Arrays.toString(ranks)
                        + " (expected: a permutation of 0 to " + (ranks.length - 1) + ")");
            }
            seen[rank] = true;
        }
        return new TieOrder(ranks.clone());
    }

    /** Whether agent {@code first} goes before agent {@code second}. */
    public boolean prefers(int first, int second) {
        return ranks[first] < ranks[second];
    }

    /** The rank of agent {@code agent}, from 0. */
    public int rank(int agent) {
        return ranks[agent];
    }

    /** How many agents are ranked. */
    public int agents() {
        return ranks.length;
    }
}
