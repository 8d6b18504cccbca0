package dev.envelope.theory.localglobal;

/**
 * What a local pays when both locals win: for all but Vickrey the two payments make up the global bid B, the least that is in
 * the core, and a local never pays more than it bid (Ausubel &amp; Baranov 2020).
 */
public enum LocalPricing {
    /** Its Vickrey payment, what the other's bid leaves of B. */
    VCG {
        @Override
        double payment(double own, double other, double global) {
            return Math.max(0, global - other);
        }
    },
    /** Nearest to the Vickrey payments: both add the same to theirs. */
    NEAREST_VCG {
        @Override
        double payment(double own, double other, double global) {
            return (global + VCG.payment(own, other, global) - VCG.payment(other, own, global)) / 2;
        }
    },
    /** Nearest to 0: half of B each, as far as the bids go; this is the ascending proxy auction. */
    NEAREST_ZERO {
        @Override
        double payment(double own, double other, double global) {
            return Math.min(own, Math.max(global / 2, global - other));
        }
    },
    /** Nearest to the bids: both take the same off theirs, as far as the bids go. */
    NEAREST_BID {
        @Override
        double payment(double own, double other, double global) {
            return Math.max(0, Math.min(global, (global + own - other) / 2));
        }
    },
    /** In proportion to the bids. */
    PROPORTIONAL {
        @Override
        double payment(double own, double other, double global) {
            return own + other == 0 ? 0 : global * own / (own + other);
        }
    };

    /** What a local that bids {@code own} pays beside {@code other} when the global bid {@code global} loses. */
    abstract double payment(double own, double other, double global);
}
