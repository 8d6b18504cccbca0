package dev.envelope.theory.packages;

/**
 * What the winners of packages pay.
 *
 * <p>A payment is in the core when no group of bidders, with the losers' offers and the winners' offers less their gains,
 * offers the seller more (Day &amp; Raghavan 2007). The last four rules take the payments of minimum revenue in the core that
 * are nearest, in Euclidean distance, to a point of reference (Day &amp; Cramton 2012; Ausubel &amp; Baranov 2020).
 */
public enum PackagePricing {
    /** The accepted offer. */
    PAY_AS_BID,
    /** What the others lose by the winner's presence (Vickrey-Clarke-Groves). */
    VCG,
    /** Nearest to the Vickrey payments: the quadratic rule. */
    NEAREST_VCG,
    /** Nearest to 0; the ascending proxy auction where two locals face one global bidder. */
    NEAREST_ZERO,
    /** Nearest to the accepted offers. */
    NEAREST_BID,
    /** Nearest to the shares of that revenue that are in proportion to the accepted offers. */
    PROPORTIONAL;

    /** Whether the payments are in the core of minimum revenue. */
    public boolean isCoreSelecting() {
        return this != PAY_AS_BID && this != VCG;
    }
}
