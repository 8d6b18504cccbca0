package dev.envelope.game.session.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Groups of at least so many seats, as many as there can be and of sizes as even as can be, so that nobody is left over.
 *
 * @param size the fewest seats of a group
 */
record LargerGroups(int size) {

    /** The groups of the seats of {@code order}, the larger ones first; none where they are too few for one. */
    List<int[]> cut(int[] order) {
        int count = order.length / size;
        List<int[]> groups = new ArrayList<>(count);
        int first = 0;
        for (int group = 0; group < count; group++) {
            int seats = order.length / count + (group < order.length % count ? 1 : 0);
            groups.add(Arrays.copyOfRange(order, first, first + seats));
            first += seats;
        }
        return groups;
    }

    /**
     * The {@code groups} without those that {@code sitsOut}. Who is left of a group that has become too small joins the smallest of the others; where that makes
     * one large enough for two, all are cut anew.
     */
    List<int[]> without(IntPredicate sitsOut, List<int[]> groups) {
        List<int[]> left = groups.stream()
                .map(group ->
                        Arrays.stream(group).filter(seat -> !sitsOut.test(seat)).toArray())
                .toList();
        List<int[]> whole = new ArrayList<>(
                left.stream().filter(group -> group.length >= size).toList());
        int[] alone = flat(left.stream().filter(group -> group.length < size).toList());
        if (alone.length >= size || whole.isEmpty()) {
            whole.addAll(cut(alone));
            return whole;
        }
        for (int seat : alone) {
            int[] smallest = whole.stream()
                    .min(Comparator.comparingInt(group -> group.length))
                    .orElseThrow();
            int[] more = Arrays.copyOf(smallest, smallest.length + 1);
            more[smallest.length] = seat;
            whole.set(whole.indexOf(smallest), more);
        }
        return whole.stream().allMatch(group -> group.length < 2 * size) ? whole : cut(flat(left));
    }

    private static int[] flat(List<int[]> groups) {
        return groups.stream().flatMapToInt(Arrays::stream).toArray();
    }
}
