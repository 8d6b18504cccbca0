package dev.envelope.theory.finite.demand;

import java.util.List;

/**
 * Who gets how much of what it wants and pays how much.
 *
 * @param won how many units each bidder gets, or 1 for its package
 * @param payments what each bidder pays in all, in money
 * @param chance how likely that is where some tie, above 0
 */
public record DemandOutcome(List<Integer> won, List<Double> payments, double chance) {

    /** Copies the lists. */
    public DemandOutcome {
        won = List.copyOf(won);
        payments = List.copyOf(payments);
    }

    /** What {@code bidder} has of it that is worth {@code values} to it, before it pays. */
    public double worth(int bidder, List<Double> values) {
        double worth = 0;
        for (int k = 0; k < won.get(bidder) && k < values.size(); k++) {
            worth += values.get(k);
        }
        return worth;
    }

    /** Whether anything is sold. */
    public boolean isSale() {
        return won.stream().anyMatch(units -> units > 0);
    }
}
