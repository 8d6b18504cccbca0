package dev.envelope.theory.callmarket.offer;

import dev.envelope.theory.callmarket.expectation.Population;
import java.util.ArrayList;
import java.util.List;

/**
 * How a path of offers ends. At a corner the price is the type of one side and the type of the other is its extreme one: below,
 * V = x and C is the lowest cost, above, C = x and V is the highest value. Where instead the support of the side that would be at
 * its own price ends first, the path ends there: below, V is the lowest value, above, C is the highest cost.
 *
 * <p>Where buyers are the more numerous they outbid each other above the highest cost, and a seller of that cost may gain by asking more than
 * the path's last price: the fewer buyers are indifferent to it, the more. She does not where costs come to rest as the path ends, for then
 * nothing changes for her there. Below it is the same with values where sellers are the more numerous.
 *
 * @param market whose path
 * @param cornerBelow whether the lower end is a corner
 * @param cornerAbove whether the upper end is
 * @param restsBelow whether values rest at a lower end that is none
 * @param restsAbove whether costs rest at an upper end that is none
 */
public record PathEnds(
        Population market, boolean cornerBelow, boolean cornerAbove, boolean restsBelow, boolean restsAbove) {

    /** How a path of {@code market} may end: at the ends of supports first, and last with types at rest. */
    public static List<PathEnds> of(Population market) {
        boolean mayEndBelow = market.values().lower() > market.costs().lower();
        boolean mayEndAbove = market.values().upper() > market.costs().upper();
        List<PathEnds> moving = new ArrayList<>();
        List<PathEnds> resting = new ArrayList<>();
        for (boolean cornerAbove : mayEndAbove ? new boolean[] {false, true} : new boolean[] {true}) {
            for (boolean cornerBelow : mayEndBelow ? new boolean[] {false, true} : new boolean[] {true}) {
                boolean restsBelow = !cornerBelow && market.sellers() > market.buyers();
                boolean restsAbove = !cornerAbove && market.buyers() > market.sellers();
                moving.add(new PathEnds(market, cornerBelow, cornerAbove, false, false));
                if (restsBelow || restsAbove) {
                    resting.add(new PathEnds(market, cornerBelow, cornerAbove, restsBelow, restsAbove));
                }
            }
        }
        moving.addAll(resting);
        return moving;
    }

    /** The ends of the mirrored path. */
    PathEnds mirrored() {
        return new PathEnds(
                market.mirrored(),
                /* cornerBelow= */ cornerAbove,
                /* cornerAbove= */ cornerBelow,
                /* restsBelow= */ restsAbove,
                /* restsAbove= */ restsBelow);
    }

    /**
     * Price, value and cost at the lower and at the upper end of a line to start from.
     *
     * @param off the share of the range of prices that the line stays away from a corner, where buyers or sellers set the price alone
     */
    public double[] guess(double k, double off) {
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
    public double[] misses(double[] at) {
        double[] misses = slopes(at);
        misses[1] -= cornerBelow ? market.costs().lower() : market.values().lower();
        misses[3] -= cornerAbove ? market.values().upper() : market.costs().upper();
        return misses;
    }

    /** The same of a change of price, value and cost at both ends. */
    public double[] slopes(double[] at) {
        return new double[] {
            cornerBelow ? at[1] - at[0] : 0,
            cornerBelow ? at[2] : at[1],
            cornerAbove ? at[5] - at[3] : 0,
            cornerAbove ? at[4] : at[5]
        };
    }
}
