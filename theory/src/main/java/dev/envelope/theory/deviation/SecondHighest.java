package dev.envelope.theory.deviation;

import java.util.ArrayList;
import java.util.List;

/**
 * E[the second-highest rival bid; the highest is below b], of rivals without flat bids.
 *
 * <p>It is b·H(b) − ∫^b P(second ≤ t, highest ≤ b) dt, and with H_j the distribution of one rival's bid and A_j the product
 * of the others' the integrand is Σ_j H_j(b)·A_j(t) − (m−1)·H(t), so that integrals up to b of H and the A_j are enough.
 */
final class SecondHighest {

    private static final int CELLS = 160;

    private final SealedBids rivals;
    private final double lowest;
    private final Cumulative all;
    private final List<Cumulative> others = new ArrayList<>();

    SecondHighest(SealedBids rivals) {
        this.rivals = rivals;
        List<PlayedBids> each = rivals.rivals();
        this.lowest = each.stream().mapToDouble(PlayedBids::lowest).min().orElseThrow();
        double[] points = Summit.grid(lowest, rivals.highest(), CELLS, rivals.ends());
        this.all = new Cumulative(rivals::below, points);
        for (int j = 0; j < each.size(); j++) {
            boolean isAlike = j > 0 && each.get(j) == each.get(j - 1);
            others.add(isAlike ? others.get(j - 1) : without(j, points));
        }
    }

    private Cumulative without(int rival, double... points) {
        List<PlayedBids> rest = new ArrayList<>(rivals.rivals());
        rest.remove(rival);
        return new Cumulative(new SealedBids(rest)::below, points);
    }

    double of(double bid) {
        double end = Math.min(bid, rivals.highest());
        if (end <= lowest) {
            return 0;
        }
        List<PlayedBids> each = rivals.rivals();
        double below = (1 - each.size()) * all.to(end);
        for (int j = 0; j < each.size(); j++) {
            below += each.get(j).below(bid) * others.get(j).to(end);
        }
        return end * rivals.below(bid) - below;
    }
}
