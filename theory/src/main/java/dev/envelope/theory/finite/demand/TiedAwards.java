package dev.envelope.theory.finite.demand;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Awards of the same total, each the set of the bidders that win: of those that are left, whoever goes first keeps the ones where it wins.
 *
 * @param bidders how many there are
 */
record TiedAwards(int bidders) implements TiedOrders.Rule<List<Long>> {

    @Override
    public List<Integer> open(List<Long> left) {
        return IntStream.range(0, bidders)
                .filter(i -> left.stream().anyMatch(award -> wins(award, i))
                        && !left.stream().allMatch(award -> wins(award, i)))
                .boxed()
                .toList();
    }

    @Override
    public List<Long> after(List<Long> left, int next) {
        return left.stream().filter(award -> wins(award, next)).toList();
    }

    private static boolean wins(long award, int bidder) {
        return (award >> bidder & 1) == 1;
    }
}
