package dev.envelope.theory.mechanism;

import dev.envelope.theory.numeric.PlainNumber;

/**
 * An auction in which whoever sends a message pays a fee beside what the rules say, also for a bid that does not count.
 *
 * @param auction the rules, among bidders
 * @param fee what taking part costs, at least 0
 */
public record EntryFeeAuction(Mechanism auction, double fee) implements AmendedMechanism {

    /** Checks the fee and that all are bidders. */
    public EntryFeeAuction {
        Profile.checkFinite("fee", fee);
        if (fee < 0) {
            throw new IllegalArgumentException("fee: " + fee + " (expected: at least 0)");
        }
        for (int i = 0; i < auction.agents(); i++) {
            if (auction.side(i) != Side.BIDDER) {
                throw new IllegalArgumentException("auction: " + auction + " (expected: bidders alone)");
            }
        }
    }

    /** {@code auction} with an entry fee. */
    public static EntryFeeAuction of(Mechanism auction, double fee) {
        return new EntryFeeAuction(auction, fee);
    }

    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        MarketOutcome without = auction.outcome(messages, ties);
        int[] units = new int[agents()];
        double[] payments = without.payments();
        for (int i = 0; i < units.length; i++) {
            units[i] = without.units(i);
            payments[i] += Double.isNaN(messages[i]) ? 0 : fee;
        }
        return MarketOutcome.of(units, payments, without.price());
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return auction + " with entry_fee " + PlainNumber.of(fee);
    }
}
