package dev.envelope.theory.units;

import java.util.Locale;

/** What the winners of several identical units pay (Krishna, <i>Auction Theory</i>, ch. 12). */
public enum UnitPricing {
    /** A winner of l units pays the l highest rejected bids that are not its own (Vickrey 1961). */
    VICKREY,
    /** Every unit costs the highest rejected bid, the (L+1)-st of all. */
    HIGHEST_REJECTED,
    /** Every unit costs the lowest accepted bid, the L-th of all. */
    LOWEST_ACCEPTED,
    /** Every unit costs the bid that won it: pay as bid. */
    DISCRIMINATORY;

    /** Whether all units cost the same. */
    public boolean isUniform() {
        return this == HIGHEST_REJECTED || this == LOWEST_ACCEPTED;
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
