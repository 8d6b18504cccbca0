package dev.envelope.theory.units;

import java.util.List;

/**
 * One demand schedule per bidder: what it bids for its first unit, for its second, and so on, never more for a later one.
 *
 * @param schedules the bids of each bidder for its units in order, in money per unit, each finite and at least 0; lengths may
 *     differ, and a bidder without bids takes no part
 */
public record DemandBids(List<List<Double>> schedules) {

    /** Copies the lists and refuses bids that increase. */
    public DemandBids {
        schedules = schedules.stream().map(List::copyOf).toList();
        if (schedules.isEmpty()) {
            throw new IllegalArgumentException("bids: [] (expected: one schedule per bidder, at least one)");
        }
        for (int i = 0; i < schedules.size(); i++) {
            check(i, schedules.get(i));
        }
    }

    /** The bids of {@code schedules.length} bidders. */
    public static DemandBids of(double[]... schedules) {
        return new DemandBids(java.util.Arrays.stream(schedules)
                .map(bids -> java.util.Arrays.stream(bids).boxed().toList())
                .toList());
    }

    /** How many bidders there are. */
    public int bidders() {
        return schedules.size();
    }

    /** The bids of bidder {@code bidder}, from the first unit on. */
    public List<Double> of(int bidder) {
        return schedules.get(bidder);
    }

    private static void check(int bidder, List<Double> bids) {
        for (int k = 0; k < bids.size(); k++) {
            double bid = bids.get(k);
            if (!(bid >= 0) || Double.isInfinite(bid)) {
                throw unexpected(bidder, k, bid, "a finite number of at least 0");
            }
            if (k > 0 && bid > bids.get(k - 1)) {
                throw unexpected(bidder, k, bid, "at most the bid for the unit before it, " + bids.get(k - 1));
            }
        }
    }

    private static IllegalArgumentException unexpected(int bidder, int unit, double bid, String expected) {
        return new IllegalArgumentException(
                "bids[" + bidder + "][" + unit + "]: " + bid + " (expected: " + expected + ")");
    }
}
