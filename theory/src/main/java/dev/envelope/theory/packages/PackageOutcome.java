package dev.envelope.theory.packages;

import java.util.List;

/**
 * Who gets which package and pays how much.
 *
 * @param award the accepted offers
 * @param payments what each bidder pays, in money
 */
public record PackageOutcome(Award award, List<Double> payments) {

    /** Copies the list; there is one payment per bidder. */
    public PackageOutcome {
        payments = List.copyOf(payments);
        if (payments.size() != award.accepted().size()) {
            throw new IllegalArgumentException("payments: " + payments.size() + " numbers (expected: one per bidder, "
                    + award.accepted().size() + ")");
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
}
