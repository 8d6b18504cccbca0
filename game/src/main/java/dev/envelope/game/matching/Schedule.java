package dev.envelope.game.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * Rounds of groups of one size in which no two of the places 0 to n − 1 meet twice (perfect strangers). Each round is an order of all
 * places: the first {@code size} of them are a group, the next too, and those left over sit out.
 *
 * <p>Pairs meet in a round robin, which is as long as can be. Larger groups of which the places can be put into a square field or a
 * product of fields meet along lines of different slopes (transversal designs: Colbourn &amp; Dinitz 2007, <i>Handbook of Combinatorial
 * Designs</i>, III.3), and then within the columns; otherwise groups are searched for, round by round, with a bounded effort. The same
 * numbers always give the same schedule.
 */
public final class Schedule {

    private final int places;
    private final int size;
    private final List<int[]> rounds;

    private Schedule(int places, int size, List<int[]> rounds) {
        this.places = places;
        this.size = size;
        this.rounds = rounds;
    }

    /**
     * A schedule of up to {@code rounds} rounds: fewer where there are not as many, or they were not found.
     *
     * @param places how many there are, at least {@code size}
     * @param size how many meet in a group, at least 2
     */
    public static Schedule of(int places, int size, int rounds) {
        if (size < 2 || places < size) {
            throw new IllegalArgumentException(
                    "size: " + size + " of " + places + " places (expected: from 2 to as many as there are)");
        }
        int wanted = StrictMath.min(rounds, atMost(places, size));
        return new Schedule(places, size, List.copyOf(found(places, size, wanted)));
    }

    private static List<int[]> found(int places, int size, int wanted) {
        if (size == 2) {
            return RoundRobin.rounds(places, wanted);
        }
        List<int[]> designed = places % size == 0 ? designed(places, size, wanted) : List.of();
        return designed.size() >= wanted ? designed : GroupSearch.extended(places, size, wanted, designed);
    }

    /** Rounds along lines, and then those within all columns at once. */
    private static List<int[]> designed(int places, int size, int wanted) {
        int column = places / size;
        List<int[]> rounds = new ArrayList<>(TransversalDesign.rounds(column, size, wanted));
        if (!rounds.isEmpty() && rounds.size() < wanted && column >= size && column % size == 0) {
            for (int[] within : found(column, size, wanted - rounds.size())) {
                rounds.add(inEveryColumn(within, size));
            }
        }
        return rounds;
    }

    private static int[] inEveryColumn(int[] within, int columns) {
        int[] order = new int[within.length * columns];
        for (int i = 0; i < order.length; i++) {
            order[i] = i / within.length * within.length + within[i % within.length];
        }
        return order;
    }

    /**
     * How many rounds no schedule exceeds: all pairs over the pairs that meet in a round.
     *
     * @param places how many there are
     * @param size how many meet in a group
     */
    public static int atMost(int places, int size) {
        long pairs = (long) places * (places - 1);
        long met = (long) (places / size) * size * (size - 1);
        return (int) (pairs / met);
    }

    /** How many rounds it has. */
    public int rounds() {
        return rounds.size();
    }

    /** How many places it has. */
    public int places() {
        return places;
    }

    /** How many meet in a group. */
    public int size() {
        return size;
    }

    /** The order of all places in {@code round}, from 0: groups one after another, then those who sit out. */
    public int[] order(int round) {
        return rounds.get(round).clone();
    }
}
