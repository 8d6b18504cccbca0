package dev.envelope.theory.bayes.shooting;

/** The ranks of the types that bid the same, with their derivatives just below that bid. */
final class PathPoint {

    private final double bid;
    private final double[] ranks;
    private final double[] slopes;

    PathPoint(double bid, double[] ranks, double[] slopes) {
        this.bid = bid;
        this.ranks = ranks;
        this.slopes = slopes;
    }

    double bid() {
        return bid;
    }

    /** R_i(b) of each kind. */
    double[] ranks() {
        return ranks;
    }

    /** R_i'(b), 0 of kinds that bid less. */
    double[] slopes() {
        return slopes;
    }
}
