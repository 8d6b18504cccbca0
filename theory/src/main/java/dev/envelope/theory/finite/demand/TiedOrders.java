package dev.envelope.theory.finite.demand;

import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.List;

/** The orders in which bidders that tie may go. */
final class TiedOrders {

    private TiedOrders() {}

    /** All orders of {@code tied}, who go before the others; one where nobody ties. */
    static List<TieOrder> of(int bidders, List<Integer> tied) {
        List<TieOrder> orders = new ArrayList<>();
        extend(bidders, new ArrayList<>(), tied, orders);
        return orders;
    }

    private static void extend(int bidders, List<Integer> first, List<Integer> open, List<TieOrder> orders) {
        if (open.isEmpty()) {
            orders.add(order(bidders, first));
            return;
        }
        for (int next : open) {
            List<Integer> longer = new ArrayList<>(first);
            longer.add(next);
            List<Integer> left = new ArrayList<>(open);
            left.remove(Integer.valueOf(next));
            extend(bidders, longer, left, orders);
        }
    }

    private static TieOrder order(int bidders, List<Integer> first) {
        int[] ranks = new int[bidders];
        int next = first.size();
        for (int i = 0; i < bidders; i++) {
            int among = first.indexOf(i);
            ranks[i] = among >= 0 ? among : next++;
        }
        return TieOrder.of(ranks);
    }
}
