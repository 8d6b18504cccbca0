package dev.envelope.game.matching;

import java.util.List;
import java.util.function.IntFunction;

/**
 * Rounds of groups of one size in which no two of the places 0 to n − 1 meet twice (perfect strangers). Each round is an order of all
 * places: the first {@code size} of them are a group, the next too, and those left over sit out.
 *
 * <p>Pairs meet in a round robin, which is as long as can be. Larger groups of which the places can be put into a square field or a
 * product of fields meet along lines of different slopes (transversal designs: Colbourn &amp; Dinitz 2007, <i>Handbook of Combinatorial
 * Designs</i>, III.3), and then within the columns; otherwise groups are searched for, round by round, with a bounded effort, and where
 * that is too short, threes meet as Kirkman's schoolgirls do. The same numbers always give the same schedule.
 */
public final class Schedule {

    private final int places;
    private final int size;
    private final int count;
    private final IntFunction<int[]> order;

    private Schedule(int places, int size, int count, IntFunction<int[]> order) {
        this.places = places;
        this.size = size;
        this.count = count;
        this.order = order;
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
        if (size == 2) {
            return new Schedule(places, size, wanted, round -> RoundRobin.order(places, round));
        }
        Schedule designed = designed(places, size, wanted);
        if (designed.count == wanted) {
            return designed;
        }
        List<int[]> searched = GroupSearch.after(designed, wanted);
        Schedule found = designed.and(searched.size(), searched::get);
        return found.count == wanted || size != 3 ? found : found.orLonger(KirkmanTriples.rounds(places), wanted);
    }

    /** Up to {@code wanted} of these rounds if they are more; what needs fewer rounds keeps the schedule it always had. */
    private Schedule orLonger(List<int[]> rounds, int wanted) {
        return rounds.size() <= count
                ? this
                : new Schedule(places, size, StrictMath.min(rounds.size(), wanted), rounds::get);
    }

    /** Rounds along lines, and then those within all columns at once; none where there is no design. */
    private static Schedule designed(int places, int size, int wanted) {
        int rows = places / size;
        FiniteRing ring = FiniteRing.of(rows);
        if (places % size != 0 || ring.slopes() < size) {
            return new Schedule(places, size, 0, round -> new int[0]);
        }
        Schedule lines = new Schedule(
                places, size, StrictMath.min(rows, wanted), round -> TransversalDesign.order(ring, rows, size, round));
        if (lines.count == wanted || rows % size != 0) {
            return lines;
        }
        Schedule within = of(rows, size, wanted - lines.count);
        return lines.and(within.count, round -> inEveryColumn(within.order(round), size));
    }

    private static int[] inEveryColumn(int[] within, int columns) {
        int[] order = new int[within.length * columns];
        for (int i = 0; i < order.length; i++) {
            order[i] = i / within.length * within.length + within[i % within.length];
        }
        return order;
    }

    /** This schedule with {@code more} rounds after it. */
    private Schedule and(int more, IntFunction<int[]> next) {
        return new Schedule(
                places, size, count + more, round -> round < count ? order.apply(round) : next.apply(round - count));
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
        return count;
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
        if (round < 0 || round >= count) {
            throw new IllegalArgumentException("round: " + round + " (expected: from 0 to " + (count - 1) + ")");
        }
        return order.apply(round).clone();
    }
}
