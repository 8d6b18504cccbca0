package dev.envelope.theory.bayes.ascent;

import java.util.Arrays;

/** One bid of the path with the types that send it, and what they expect to pay; everything less the lowest type. */
final class AscentPoint {

    private final double bid;
    private final double[] types;
    private final double[] prices;

    /**
     * A point.
     *
     * @param bid b
     * @param types φ_k, the type of each kind that bids so; the highest of kinds that bid less
     * @param prices μ_kl, the expected bid of the highest but one rival of a bidder of kind k that beats all and meets one of kind l,
     *     kind by kind
     */
    AscentPoint(double bid, double[] types, double[] prices) {
        this.bid = bid;
        this.types = types.clone();
        this.prices = prices.clone();
    }

    double bid() {
        return bid;
    }

    double type(int kind) {
        return types[kind];
    }

    double[] types() {
        return types.clone();
    }

    double[] prices() {
        return prices.clone();
    }

    double price(int kind, int other) {
        return prices[kind * types.length + other];
    }

    /** The same types at another bid. */
    AscentPoint at(double other) {
        return new AscentPoint(other, types, prices);
    }

    @Override
    public String toString() {
        return bid + " by " + Arrays.toString(types);
    }
}
