package dev.envelope.theory.finite.demand;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Units that are left for bids that are equal: who goes first has as many as it bids for.
 *
 * @param left how many units there are for these bids
 * @param bids how many such bids each bidder makes
 */
record TiedUnits(int left, List<Integer> bids) implements TiedOrders.Rule<List<Integer>> {

    @Override
    public List<Integer> open(List<Integer> given) {
        return sum(given) == left
                ? List.of()
                : IntStream.range(0, bids.size())
                        .filter(i -> bids.get(i) > 0 && given.get(i) == 0)
                        .boxed()
                        .toList();
    }

    @Override
    public List<Integer> after(List<Integer> given, int next) {
        List<Integer> more = new ArrayList<>(given);
        more.set(next, Math.min(bids.get(next), left - sum(given)));
        return more;
    }

    private static int sum(List<Integer> given) {
        return given.stream().mapToInt(Integer::intValue).sum();
    }
}
