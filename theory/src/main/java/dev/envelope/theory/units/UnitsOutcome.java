package dev.envelope.theory.units;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Who gets how many units and pays how much in all.
 *
 * @param units the number of units of each bidder
 * @param payments what each bidder pays for them together, in money
 * @param price the price of every unit, where there is one price
 */
public record UnitsOutcome(List<Integer> units, List<Double> payments, OptionalDouble price) {

    /** Copies the lists; there is one payment per bidder. */
    public UnitsOutcome {
        units = List.copyOf(units);
        payments = List.copyOf(payments);
        if (units.size() != payments.size()) {
            throw new IllegalArgumentException(
                    "payments: " + payments.size() + " numbers (expected: one per bidder, " + units.size() + ")");
        }
    }

    /** What all bidders pay together. */
    public double revenue() {
        double total = 0;
        for (double payment : payments) {
            total += payment;
        }
        return total;
    }

    /** How many units are sold. */
    public int sold() {
        return units.stream().mapToInt(Integer::intValue).sum();
    }

    /** What the units of bidder {@code bidder} are worth to it less what it pays, its marginal values being {@code values}. */
    public double payoff(int bidder, List<Double> values) {
        double worth = 0;
        for (int k = 0; k < units.get(bidder) && k < values.size(); k++) {
            worth += values.get(k);
        }
        return worth - payments.get(bidder);
    }
}
