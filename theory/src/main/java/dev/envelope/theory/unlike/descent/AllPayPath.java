package dev.envelope.theory.unlike.descent;

import java.util.ArrayList;
import java.util.List;

/** What {@link AllPayDescent} found, from the highest bid down; money in units of the highest value. */
public final class AllPayPath {

    private final List<AllPayKind> kinds;
    private final AllPayState layout;
    private final double least;
    private final double[] joined;
    private final double[] left;
    private final List<DescentStep> steps;
    private final double[] end;
    private final double depth;
    private final int stuck;

    /**
     * A path.
     *
     * @param joined the depth at which each kind begins to bid, +∞ where it never does
     * @param left the depth at which each kind ends to bid, +∞ where that is the end
     * @param end what is known at the end
     * @param depth the depth of the end
     * @param stuck the kind that can neither go on bidding nor stop where it is; −1 where there is none
     */
    AllPayPath(
            List<AllPayKind> kinds,
            double least,
            double[] joined,
            double[] left,
            List<DescentStep> steps,
            double[] end,
            double depth,
            int stuck) {
        this.kinds = kinds;
        this.layout = new AllPayState(kinds.size());
        this.least = least;
        this.joined = joined.clone();
        this.left = left.clone();
        this.steps = List.copyOf(steps);
        this.end = end.clone();
        this.depth = depth;
        this.stuck = stuck;
    }

    /** The kind that can neither go on bidding nor stop where it is; −1 where there is none. */
    int stuck() {
        return stuck;
    }

    /** The depth at the end. */
    public double depth() {
        return depth;
    }

    /** The depth at which kind {@code kind} begins to bid, +∞ where it never does. */
    public double joined(int kind) {
        return joined[kind];
    }

    /** The depth at which kind {@code kind} ends to bid, at most that of the end. */
    public double left(int kind) {
        return Math.min(left[kind], depth);
    }

    /** Whether kind {@code kind} bids. */
    public boolean bids(int kind) {
        return joined[kind] < left(kind);
    }

    /** The highest bid of all. */
    public double highestBid() {
        return least + end[layout.bid()];
    }

    /** What the value of kind {@code kind} gains that bids at depth {@code at}. */
    double utility(int kind, double at) {
        double y = stepAt(at).at(kind, at);
        double bid = highestBid() - stepAt(at).at(layout.bid(), at);
        return kinds.get(kind).value(y) * StrictMath.exp(y - at) - bid;
    }

    /** What one bidder of kind {@code kind} pays on average with more than the least bid. */
    public double payment(int kind) {
        return highestBid() * -StrictMath.expm1(-end[kind]) - end[layout.paid(kind)];
    }

    /** E[value; one bidder of the kind wins with more than the least bid]. */
    public double gains(int kind) {
        return end[layout.gained(kind)];
    }

    /** G of kind {@code kind} at the end. */
    public double silence(int kind) {
        return StrictMath.exp(-end[kind]);
    }

    /** The probability that no rival of one bidder of kind {@code kind} bids more than at the end. */
    public double chanceAtEnd(int kind) {
        return StrictMath.exp(end[kind] - depth);
    }

    /** What {@code value} of kind {@code kind} bids, given that it bids on the path. */
    public double bidOf(int kind, double value) {
        double y = kinds.get(kind).depthOf(value);
        int low = stepOf(Math.nextUp(joined[kind]));
        int high = stepOf(left(kind));
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).to(kind) >= y) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return highestBid() - steps.get(low).where(kind, y, layout.bid());
    }

    /** The value of kind {@code kind} that bids at depth {@code at}. */
    public double valueAt(int kind, double at) {
        return kinds.get(kind).value(stepAt(at).at(kind, at));
    }

    /** The depths at which the path is not smooth. */
    public List<Double> kinks() {
        List<Double> kinks = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            int kind = i;
            kinks.add(joined[i]);
            kinks.add(left[i]);
            for (double y : kinds.get(i).kinks()) {
                steps.stream()
                        .filter(step -> step.from(kind) <= y && step.to(kind) > y)
                        .findFirst()
                        .ifPresent(step -> kinks.add(step.depthAt(kind, y)));
            }
        }
        return kinks;
    }

    private DescentStep stepAt(double at) {
        return steps.get(stepOf(at));
    }

    private int stepOf(double at) {
        int low = 0;
        int high = steps.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).end() >= at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
