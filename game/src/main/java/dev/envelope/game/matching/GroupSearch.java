package dev.envelope.game.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds that are searched for one after another. Who has played most sits out; the others are put into groups by lot, and then two
 * at a time change places, always the two whose change leaves the fewest pairs that have met before, but none twice in a few steps
 * (tabu search: Dotú &amp; Van Hentenryck 2005, Scheduling social golfers locally). Begun again by another lot, with bounded effort.
 */
final class GroupSearch {

    /** How many pairs are looked at before the search ends with what it has. */
    private static final long EFFORT = 60_000_000;

    private static final int ATTEMPTS = 40;
    private static final int STEPS = 400;
    private static final int TABU = 6;

    private final int places;
    private final int size;
    private final BitSet[] met;
    private final int[] played;
    private final Lots random = new Lots();
    private long effort;

    private GroupSearch(int places, int size) {
        this.places = places;
        this.size = size;
        this.met = new BitSet[places];
        this.played = new int[places];
        Arrays.setAll(met, place -> new BitSet(places));
    }

    /** Rounds after those of {@code given}, until there are as many as wanted together, or no more are found. */
    static List<int[]> after(Schedule given, int wanted) {
        GroupSearch search = new GroupSearch(given.places(), given.size());
        for (int round = 0; round < given.rounds(); round++) {
            search.note(given.order(round));
        }
        List<int[]> found = new ArrayList<>();
        while (given.rounds() + found.size() < wanted) {
            int[] round = search.round();
            if (round.length == 0) {
                return found;
            }
            search.note(round);
            found.add(round);
        }
        return found;
    }

    private void note(int[] order) {
        for (int first = 0; first + size <= places; first += size) {
            for (int i = first; i < first + size; i++) {
                played[order[i]]++;
                for (int j = first; j < first + size; j++) {
                    met[order[i]].set(order[j], i != j);
                }
            }
        }
    }

    /** The next round; empty where none was found. */
    private int[] round() {
        for (int attempt = 0; attempt < ATTEMPTS && effort < EFFORT; attempt++) {
            int[] order = attempt();
            if (order.length > 0) {
                return order;
            }
        }
        return new int[0];
    }

    private int[] attempt() {
        int[] order = byLot();
        int playing = places / size * size;
        int[] free = new int[places];
        for (int step = 1; step <= STEPS && effort < EFFORT; step++) {
            int from = conflicting(order, playing);
            if (from < 0) {
                return order;
            }
            change(order, playing, from, free, step);
        }
        return new int[0];
    }

    /** All places by lot, those last who have played most. */
    private int[] byLot() {
        int[] lot = new int[places];
        Arrays.setAll(lot, place -> random.below(Integer.MAX_VALUE));
        return IntStream.range(0, places)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(place -> played[place]).thenComparingInt(place -> lot[place]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Where in {@code order} somebody is who has met another of its group, by lot among them; −1 where nobody has. */
    private int conflicting(int[] order, int playing) {
        int start = random.below(playing);
        for (int i = 0; i < playing; i++) {
            int at = (start + i) % playing;
            if (conflicts(order, at, order[at]) > 0) {
                return at;
            }
        }
        return -1;
    }

    /** How many of the group around {@code at}, apart from who is there, {@code place} has met. */
    private int conflicts(int[] order, int at, int place) {
        int first = at / size * size;
        int count = 0;
        for (int i = first; i < first + size; i++) {
            count += i != at && met[place].get(order[i]) ? 1 : 0;
        }
        effort += size;
        return count;
    }

    /** Makes the best change of {@code from} with somebody of another group, each of whom then stays for some steps. */
    private void change(int[] order, int playing, int from, int[] free, int step) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        int ties = 0;
        for (int to = 0; to < playing; to++) {
            boolean isOther = to / size != from / size && free[order[to]] < step;
            if (!isOther) {
                continue;
            }
            int before = conflicts(order, from, order[from]) + conflicts(order, to, order[to]);
            int change = conflicts(order, from, order[to]) + conflicts(order, to, order[from]) - before;
            ties = change < least ? 1 : change == least ? ties + 1 : ties;
            if (change < least || (change == least && random.below(ties) == 0)) {
                least = change;
                best = to;
            }
        }
        if (best >= 0) {
            int moved = order[from];
            order[from] = order[best];
            order[best] = moved;
            free[order[from]] = step + TABU;
            free[moved] = step + TABU;
        }
    }
}
