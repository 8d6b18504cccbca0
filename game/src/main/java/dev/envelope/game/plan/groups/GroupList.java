package dev.envelope.game.plan.groups;

import java.util.List;

/**
 * The groups that a plan lists, round by round: seats in the order of the mechanism's agents. Seats count from 0.
 *
 * <p>A list of one round holds for every round of a block.
 */
public final class GroupList {

    /** No list. */
    public static final GroupList NONE = new GroupList(List.of());

    private final List<List<List<Integer>>> rounds;
    private final int hash;

    private GroupList(List<List<List<Integer>>> rounds) {
        this.rounds = rounds.stream()
                .map(round -> round.stream().map(List::copyOf).toList())
                .toList();
        this.hash = this.rounds.hashCode(); // once: treatments are keys of maps
    }

    /** The groups of every round. */
    public static GroupList of(List<List<List<Integer>>> rounds) {
        return new GroupList(rounds);
    }

    /** How many rounds are listed. */
    public int rounds() {
        return rounds.size();
    }

    /** Whether {@code rounds} rounds can be played: as many are listed, or one for all of them. */
    public boolean isLongEnoughFor(int count) {
        return rounds.size() == 1 || rounds.size() >= count;
    }

    /** The groups of {@code round}, from 0 within a block. */
    public List<List<Integer>> groups(int round) {
        return rounds.size() == 1 ? rounds.get(0) : rounds.get(round);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GroupList list && hash == list.hash && rounds.equals(list.rounds);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** How many rounds it lists. */
    @Override
    public String toString() {
        return "GroupList[" + rounds.size() + " rounds]";
    }
}
