package dev.envelope.theory.audit.interim;

import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Orders of agents in which equals change places and everybody else stays, alike on average: all orders of up to four equals, and of more
 * those that begin with each of them and go on forwards or backwards, so that each has every place equally often.
 */
final class FairOrders {

    private static final int ALL_ORDERS = 4;

    private FairOrders() {}

    /**
     * The orders, of which the first is that of the agents' indices.
     *
     * @param groups of equals, in increasing order; no agent is in two
     */
    static List<TieOrder> of(int agents, List<int[]> groups) {
        int[] byIndex = new int[agents];
        Arrays.setAll(byIndex, i -> i);
        List<int[]> all = List.of(byIndex);
        for (int[] group : groups) {
            List<int[]> places = places(group.length);
            List<int[]> more = new ArrayList<>();
            for (int[] ranks : all) {
                for (int[] each : places) {
                    int[] changed = ranks.clone();
                    for (int i = 0; i < group.length; i++) {
                        changed[group[i]] = group[each[i]];
                    }
                    more.add(changed);
                }
            }
            all = more;
        }
        return all.stream().map(TieOrder::of).toList();
    }

    private static List<int[]> places(int count) {
        List<int[]> places = new ArrayList<>();
        if (count <= ALL_ORDERS) {
            permute(places, new int[count], 0, 0);
        } else {
            for (int first = 0; first < count; first++) {
                places.add(rotation(count, first, 1));
                places.add(rotation(count, first, count - 1));
            }
        }
        return places;
    }

    private static void permute(List<int[]> all, int[] places, int member, int used) {
        if (member == places.length) {
            all.add(places.clone());
            return;
        }
        for (int place = 0; place < places.length; place++) {
            if ((used & (1 << place)) == 0) {
                places[member] = place;
                permute(all, places, member + 1, used | (1 << place));
            }
        }
    }

    private static int[] rotation(int count, int first, int step) {
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = (first + i * step) % count;
        }
        return places;
    }
}
