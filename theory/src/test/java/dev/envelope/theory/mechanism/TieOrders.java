package dev.envelope.theory.mechanism;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All strict rankings of a few agents. */
final class TieOrders {

    private TieOrders() {}

    static List<TieOrder> all(int agents) {
        List<TieOrder> orders = new ArrayList<>();
        extend(new int[0], agents, orders);
        return orders;
    }

    private static void extend(int[] ranks, int agents, List<TieOrder> orders) {
        if (ranks.length == agents) {
            orders.add(TieOrder.of(ranks));
            return;
        }
        for (int rank = 0; rank < agents; rank++) {
            int next = rank;
            if (IntStream.of(ranks).noneMatch(taken -> taken == next)) {
                extend(IntStream.concat(IntStream.of(ranks), IntStream.of(next)).toArray(), agents, orders);
            }
        }
    }
}
