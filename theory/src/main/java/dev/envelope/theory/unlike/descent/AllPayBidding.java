package dev.envelope.theory.unlike.descent;

import java.util.List;
import java.util.stream.IntStream;

/** The kinds that bid on a stretch of {@link AllPayDescent}, and where they and others stand to its first-order conditions. */
final class AllPayBidding {

    private final List<AllPayKind> kinds;
    private final int[] bidding;
    private final int bidders;

    /**
     * Those that bid.
     *
     * @param kinds all kinds
     * @param bidding the numbers of those that bid, increasing
     */
    AllPayBidding(List<AllPayKind> kinds, int... bidding) {
        this.kinds = kinds;
        this.bidding = bidding.clone();
        this.bidders = IntStream.of(bidding).map(kind -> kinds.get(kind).size()).sum();
    }

    /** The numbers of the kinds that bid, increasing. */
    int[] kinds() {
        return bidding.clone();
    }

    /** How many bidders that is. */
    int bidders() {
        return bidders;
    }

    boolean includes(int kind) {
        for (int each : bidding) {
            if (each == kind) {
                return true;
            }
        }
        return false;
    }

    /** d ln G/d ln P of a kind that bids: below 0 it can't go on. */
    double share(int kind, double[] y) {
        double ratio = StrictMath.exp(-y[kind]) / kinds.get(kind).value(y[kind]);
        return 1 - (bidders - 1) * ratio / ratios(y);
    }

    /** R. */
    private double ratios(double[] y) {
        double sum = 0;
        for (int i : bidding) {
            AllPayKind kind = kinds.get(i);
            sum += kind.size() * (StrictMath.exp(-y[i]) / kind.value(y[i]));
        }
        return sum;
    }

    /** Above 0 where the highest value of a kind that does not bid yet would rather bid less. */
    double reluctance(int kind, double[] y) {
        return bidders - 1 - ratios(y) * kinds.get(kind).highest();
    }

    /** ln of what the value of a kind at depth {@code x} gains with a bid of 0. */
    double logarithm(int kind, double x, double[] y) {
        return StrictMath.log(kinds.get(kind).value(y[kind])) + y[kind] - x;
    }

    /** The least of these of those that bid. */
    double leastLogarithm(double x, double[] y) {
        double least = Double.POSITIVE_INFINITY;
        for (int kind : bidding) {
            least = Math.min(least, logarithm(kind, x, y));
        }
        return least;
    }
}
