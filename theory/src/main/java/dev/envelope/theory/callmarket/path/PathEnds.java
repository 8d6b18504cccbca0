package dev.envelope.theory.callmarket.path;

import dev.envelope.theory.callmarket.expectation.Population;

/**
 * How a path of offers ends. At a corner the price is the type of one side and the type of the other is its extreme one: below,
 * V = x and C is the lowest cost, above, C = x and V is the highest value. Where instead the support of the side that would be at
 * its own price ends first, the path ends there: below, V is the lowest value, above, C is the highest cost.
 *
 * @param market whose path
 * @param cornerBelow whether the lower end is a corner
 * @param cornerAbove whether the upper end is
 */
record PathEnds(Population market, boolean cornerBelow, boolean cornerAbove) {

    /**
     * Price, value and cost at the lower and at the upper end of a line to start from.
     *
     * @param off the share of the range of prices that the line stays away from a corner, where buyers or sellers set the price alone
     */
    double[] guess(double k, double off) {
        double lowCost = market.costs().lower();
        double highCost = market.costs().upper();
        double lowValue = market.values().lower();
        double highValue = market.values().upper();
        double from = Math.max(lowCost, lowValue);
        double to = Math.min(highCost, highValue);
        double below = from + off * (1 - k) * (to - from);
        double above = to - off * k * (to - from);
        double firstCost = (lowCost + lowValue) / 2;
        double lastValue = (highCost + highValue) / 2;
        return new double[] {
            cornerBelow ? below : (firstCost + lowValue) / 2,
            cornerBelow ? below : lowValue,
            cornerBelow ? lowCost : firstCost,
            cornerAbove ? above : (highCost + lastValue) / 2,
            cornerAbove ? highValue : lastValue,
            cornerAbove ? above : highCost
        };
    }

    /** By how much price, value and cost at both ends miss what they have to be: two numbers for each, 0 where nothing more is asked. */
    double[] misses(double[] at) {
        double[] misses = slopes(at);
        misses[1] -= cornerBelow ? market.costs().lower() : market.values().lower();
        misses[3] -= cornerAbove ? market.values().upper() : market.costs().upper();
        return misses;
    }

    /** The same of a change of price, value and cost at both ends. */
    double[] slopes(double[] at) {
        return new double[] {
            cornerBelow ? at[1] - at[0] : 0,
            cornerBelow ? at[2] : at[1],
            cornerAbove ? at[5] - at[3] : 0,
            cornerAbove ? at[4] : at[5]
        };
    }
}
