package dev.envelope.theory.finite.demand;

import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The orders in which bidders that tie may go, each as likely, of which those that come to the same are taken together.
 *
 * @param bidders how many there are
 * @param rule what matters of who has gone
 */
record TiedOrders<S>(int bidders, Rule<S> rule) {

    /** One order for all that lead from {@code start} to the same end, and how likely these are. */
    List<Likely> all(S start) {
        Map<S, Likely> ends = new LinkedHashMap<>();
        Map<S, Begun> begun = Map.of(start, new Begun(List.of(), 1));
        while (!begun.isEmpty()) {
            Map<S, Begun> longer = new LinkedHashMap<>();
            begun.forEach((state, so) -> {
                List<Integer> open = rule.open(state);
                if (open.isEmpty()) {
                    ends.merge(state, new Likely(order(so.first()), so.chance()), Likely::or);
                }
                for (int next : open) {
                    longer.merge(rule.after(state, next), so.with(next, open.size()), Begun::or);
                }
            });
            begun = longer;
        }
        return List.copyOf(ends.values());
    }

    private TieOrder order(List<Integer> first) {
        int[] ranks = new int[bidders];
        int next = first.size();
        for (int i = 0; i < bidders; i++) {
            int among = first.indexOf(i);
            ranks[i] = among >= 0 ? among : next++;
        }
        return TieOrder.of(ranks);
    }

    /**
     * How what is given to those who went is found.
     *
     * @param <S> what of it matters to what follows
     */
    interface Rule<S> {

        /** For whom it matters whether they go next; empty where all is given away. */
        List<Integer> open(S state);

        /** What it is once {@code next} goes next. */
        S after(S state, int next);
    }

    /**
     * One of several orders.
     *
     * @param order the first of them
     * @param chance of all together
     */
    record Likely(TieOrder order, double chance) {

        private Likely or(Likely other) {
            return new Likely(order, chance + other.chance);
        }
    }

    /** Who went first, and how likely that or what comes to the same is. */
    private record Begun(List<Integer> first, double chance) {

        Begun with(int next, int open) {
            List<Integer> longer = new ArrayList<>(first);
            longer.add(next);
            return new Begun(longer, chance / open);
        }

        Begun or(Begun other) {
            return new Begun(first, chance + other.chance);
        }
    }
}
