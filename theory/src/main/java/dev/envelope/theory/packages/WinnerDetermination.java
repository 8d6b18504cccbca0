package dev.envelope.theory.packages;

import dev.envelope.theory.mechanism.TieOrder;

/**
 * The award of the highest total: from a table of all that may be left to give away where that is short, otherwise as an integer program.
 *
 * <p>Among awards of the same total, to a relative {@value #SAME}, the offers are gone through in the order of the ties, each
 * bidder's as listed, and the first that only some of them accept is accepted. Checked by {@code WinnerDeterminationTest}
 * against enumeration.
 */
final class WinnerDetermination {

    /** The relative difference of two totals that is taken for rounding. */
    static final double SAME = 1e-11;

    private WinnerDetermination() {}

    /** The award that the order of ties selects. */
    static Award award(XorBids bids, TieOrder ties) {
        if (ties.agents() != bids.size()) {
            throw new IllegalArgumentException(
                    "ties: " + ties.agents() + " ranks (expected: one per bidder, " + bids.size() + ")");
        }
        return AwardTable.isShort(bids) ? new AwardTable(bids, ties).first() : new SetPacking(bids, ties).first();
    }

    /** An award of the highest total, whichever. */
    static Award any(XorBids bids) {
        TieOrder ties = TieOrder.byIndex(bids.size());
        return AwardTable.isShort(bids) ? new AwardTable(bids, ties).any() : new SetPacking(bids, ties).any();
    }

    /** The highest total. */
    static double welfare(XorBids bids) {
        return any(bids).welfare();
    }
}
