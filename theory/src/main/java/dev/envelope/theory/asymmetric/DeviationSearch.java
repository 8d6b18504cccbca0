package dev.envelope.theory.asymmetric;

import dev.envelope.theory.asymmetric.dynamics.BidderClass;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.Support;
import dev.envelope.theory.numeric.Bisection;
import java.util.List;

/**
 * The search for a bid that beats the prescribed one: by the bid functions and the distributions alone, whatever equations
 * the bid functions came from.
 *
 * <p>A bid b of bidder i earns (v − b)·Π_{j≠i} F_j(β_j^{-1}(b)). For each of {@value #TYPES} types the best of
 * {@value #BIDS} bids is improved by golden section; what is found is a lower bound on the gain that is there.
 */
public final class DeviationSearch {

    private static final int TYPES = 33;
    private static final int BIDS = 96;
    private static final int GOLDEN_STEPS = 14;
    private static final double GOLDEN = 0.6180339887498949;

    private final AsymmetricFirstPrice auction;
    private final List<BidderClass> classes;
    private final double[] grid;
    private final double[][] below;

    private DeviationSearch(AsymmetricFirstPrice auction) {
        this.auction = auction;
        this.classes = BidderClass.of(auction.types());
        this.grid = new double[BIDS];
        this.below = new double[BIDS][];
        double from = auction.lowestBid();
        double to = auction.maximumBid();
        for (int k = 0; k < BIDS; k++) {
            double share = k / (BIDS - 1.0);
            grid[k] = from + (to - from) * (1 - (1 - share) * (1 - share));
            below[k] = chances(grid[k]);
        }
    }

    /** The largest gain found, over all bidders and types, in the unit of the values. */
    public static double largestGain(AsymmetricFirstPrice auction) {
        DeviationSearch search = new DeviationSearch(auction);
        double largest = 0;
        for (int i = 0; i < search.classes.size(); i++) {
            ValueDistribution type = search.classes.get(i).type();
            for (double value : Support.of(type).even(TYPES)) {
                largest = Math.max(largest, search.gain(i, value));
            }
        }
        return largest;
    }

    private double gain(int index, double value) {
        double prescribed =
                auction.bid(auction.types().indexOf(classes.get(index).type()), value);
        double own = Double.isNaN(prescribed) || prescribed < auction.lowestBid() || prescribed >= value
                ? 0
                : payoff(index, value, prescribed);
        int peak = 0;
        double best = 0;
        for (int k = 0; k < BIDS; k++) {
            double payoff = (value - grid[k]) * others(index, below[k]);
            if (payoff > best) {
                best = payoff;
                peak = k;
            }
        }
        double climbed = climb(index, value, grid[Math.max(0, peak - 1)], grid[Math.min(BIDS - 1, peak + 1)]);
        return Math.max(0, Math.max(best, climbed) - own);
    }

    private double climb(int index, double value, double from, double to) {
        double left = from;
        double right = to;
        double low = payoff(index, value, right - GOLDEN * (right - left));
        double high = payoff(index, value, left + GOLDEN * (right - left));
        for (int i = 0; i < GOLDEN_STEPS; i++) {
            if (low >= high) {
                right = left + GOLDEN * (right - left);
                high = low;
                low = payoff(index, value, right - GOLDEN * (right - left));
            } else {
                left = right - GOLDEN * (right - left);
                low = high;
                high = payoff(index, value, left + GOLDEN * (right - left));
            }
        }
        return Math.max(low, high);
    }

    private double payoff(int index, double value, double bid) {
        return (value - bid) * others(index, chances(bid));
    }

    /** The probability that all bidders but one of class {@code index} bid less. */
    private double others(int index, double[] chances) {
        double product = 1;
        for (int j = 0; j < classes.size(); j++) {
            int rivals = classes.get(j).count() - (j == index ? 1 : 0);
            product *= rivals == 0 ? 1 : StrictMath.pow(chances[j], rivals);
        }
        return product;
    }

    /** The probability that a bidder of each class bids less than {@code bid}. */
    private double[] chances(double bid) {
        double[] chances = new double[classes.size()];
        for (int j = 0; j < chances.length; j++) {
            chances[j] = chance(j, bid);
        }
        return chances;
    }

    private double chance(int index, double bid) {
        ValueDistribution type = classes.get(index).type();
        int bidder = auction.types().indexOf(type);
        return type.cdf(Bisection.first(type.lower(), type.upper(), v -> auction.bid(bidder, v) > bid));
    }
}
