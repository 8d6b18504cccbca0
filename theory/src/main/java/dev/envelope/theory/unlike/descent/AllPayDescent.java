package dev.envelope.theory.unlike.descent;

import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.unlike.descent.AllPayStops.Effort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The first-order conditions of an all-pay auction, followed from the highest bid down.
 *
 * <p>With G_i the distribution of bidder i's bid, P = Π G_i and v_i the value that bids b, type v_i gains nothing by another
 * bid where v_i·(P/G_i)·Σ_{j≠i} G_j′/G_j = 1 for each of the k bidders who bid near b. With r_i = G_i/v_i and R their sum over
 * the k, that is d ln G_i/d ln P = 1 − (k−1)·r_i/R and db/dP = (k−1)/R: bids do not enter, so that the path is followed over
 * depth x = −ln P from P = 1 on, and the highest bid is how far it goes.
 *
 * <p>Bidders whose highest value is too low to bid at the top join where (k−1)·r_i has come down to R. The path ends where the first
 * who bid gain nothing with the {@code least} bid. Some may have to stop before, at a value to which this bid is worth as much as
 * none: how deep is for the caller to say.
 */
final class AllPayDescent {

    /** In units of the highest value. */
    private static final double NOTHING = 1e-15;

    private static final double DEEPEST = 2000;

    /** In depth, and in units of ratios. */
    static final double CONVERGED = 1e-12;

    /** How near to the end, in the logarithm of what is gained, a kind has to be that is said to be there. */
    static final double NEAR = 1e-9;

    /**
     * How fast a bid distribution may rise on the way down before its bidders are said to be stuck: more than the error of a rough step
     * makes of it.
     */
    private static final double SLACK = 1e-6;

    private final List<AllPayKind> kinds;
    private final AllPayState layout;
    private final double[] leaving;
    private final double least;
    private final double accuracy;
    private final Effort effort;

    private final double[] joined;
    private final double[] left;
    private final List<DescentStep> steps = new ArrayList<>();
    private double[] state;
    private double depth;
    private int stuck = -1;

    private AllPayDescent(List<AllPayKind> kinds, double least, double[] leaving, double accuracy, Effort effort) {
        this.kinds = kinds;
        this.layout = new AllPayState(kinds.size());
        this.leaving = leaving.clone();
        this.least = least;
        this.accuracy = accuracy;
        this.effort = effort;
        this.joined = new double[kinds.size()];
        this.left = new double[kinds.size()];
        this.state = new double[layout.size()];
        Arrays.fill(joined, Double.POSITIVE_INFINITY);
        Arrays.fill(left, Double.POSITIVE_INFINITY);
    }

    /**
     * The path.
     *
     * @param least the least bid, at least 0, in units of the highest value
     * @param leaving the depth at which each kind stops, +∞ where it goes to the end
     * @param accuracy by how much −ln G may be off
     * @throws UnfollowedException where it cannot be followed
     */
    static AllPayPath follow(List<AllPayKind> kinds, double least, double[] leaving, double accuracy, Effort effort) {
        AllPayDescent descent = new AllPayDescent(kinds, least, leaving, accuracy, effort);
        descent.follow();
        return new AllPayPath(
                kinds, least, descent.joined, descent.left, descent.steps, descent.state, descent.depth, descent.stuck);
    }

    private AllPayBidding bidding() {
        return new AllPayBidding(
                kinds,
                IntStream.range(0, kinds.size())
                        .filter(kind -> joined[kind] <= depth && left[kind] > depth)
                        .toArray());
    }

    private double threshold() {
        return StrictMath.log(Math.max(NOTHING, least));
    }

    private void follow() {
        boolean isOver = false;
        while (!isOver) {
            leave();
            join();
            isOver = segment();
        }
    }

    private void leave() {
        for (int kind : bidding().kinds()) {
            if (isReached(leaving[kind])) {
                left[kind] = depth;
            }
        }
    }

    private boolean isReached(double place) {
        return place <= depth + CONVERGED * (1 + depth);
    }

    /** Who can bid here and does not yet, the highest values first. */
    private void join() {
        boolean isMore = true;
        while (isMore) {
            int next = -1;
            for (int i = 0; i < kinds.size(); i++) {
                boolean isOut = Double.isInfinite(joined[i]);
                if (isOut
                        && (next < 0 || kinds.get(i).highest() > kinds.get(next).highest())) {
                    next = i;
                }
            }
            isMore = next >= 0 && isWilling(next, bidding());
            if (isMore) {
                joined[next] = depth;
                left[next] = isReached(leaving[next]) ? depth : left[next];
            }
        }
    }

    private boolean isWilling(int kind, AllPayBidding others) {
        return others.bidders() < 2 || (isAble(kind, others) && reluctance(kind, others, state) <= 0);
    }

    /** Also above 0 where the highest value of the kind does not care, for there it would go on with no more than that value. */
    private static double reluctance(int kind, AllPayBidding others, double[] y) {
        return others.reluctance(kind, y) + CONVERGED;
    }

    /** Whether the highest value of a kind that does not bid yet would gain something here with the least bid: further down none does again. */
    private boolean isAble(int kind, AllPayBidding others) {
        return others.logarithm(kind, depth, state) > threshold();
    }

    /** Goes on to where somebody joins or leaves; whether the path is at its end. */
    private boolean segment() {
        AllPayBidding all = bidding();
        if (all.leastLogarithm(depth, state) <= threshold()) {
            stuck = stuckAtEnd(all);
            return true;
        }
        int[] bidding = all.kinds();
        double until = DEEPEST;
        for (int kind : bidding) {
            until = Math.min(until, leaving[kind]);
        }
        List<Event> events = events(all);
        AllPayStep steps = new AllPayStep(kinds, bidding, all.bidders() - 1, effort, accuracy);
        AllPayPace pace = new AllPayPace(kinds, bidding, steps, state, accuracy);
        while (depth < until) {
            Optional<DescentStep> next = pace.next(depth, state, until);
            if (next.isEmpty()) {
                stuck = stuckAtStart(bidding);
                return true;
            }
            DescentStep step = next.get();
            Optional<Event> first = events.stream()
                    .filter(event -> event.margin.at(step.end(), step.state(step.end())) < 0)
                    .min(Comparator.comparingDouble(event -> event.in(step)));
            keep(first.isPresent() ? step.upTo(first.get().in(step)) : step);
            if (first.isPresent()) {
                return isOver(first.get(), all);
            }
        }
        if (depth >= DEEPEST) {
            throw new UnfollowedException("bids do not come down to the lowest");
        }
        return false;
    }

    private void keep(DescentStep step) {
        if (step.end() > depth) {
            steps.add(step);
            depth = step.end();
            state = step.state(depth);
        }
    }

    private boolean isOver(Event event, AllPayBidding bidding) {
        if (event.kind < 0) {
            stuck = stuckAtEnd(bidding);
            return true;
        }
        stuck = bidding.includes(event.kind) ? event.kind : -1;
        return stuck >= 0;
    }

    /** The kind that has just begun to bid where it can't go on. */
    private int stuckAtStart(int[] bidding) {
        return IntStream.of(bidding)
                .filter(kind -> depth > 0 && state[kind] < NEAR)
                .findFirst()
                .orElseThrow(() -> new UnfollowedException(
                        "they have no solution found below where nobody bids more with a chance of "
                                + StrictMath.exp(-depth)));
    }

    /** The end of the path, and where a kind is stuck or may join. */
    private List<Event> events(AllPayBidding bidding) {
        List<Event> events = new ArrayList<>();
        events.add(new Event(-1, (x, y) -> bidding.leastLogarithm(x, y) - threshold()));
        for (int i = 0; i < kinds.size(); i++) {
            int kind = i;
            if (bidding.includes(i)) {
                events.add(new Event(i, (x, y) -> bidding.share(kind, y) + SLACK));
            } else if (Double.isInfinite(joined[i]) && isAble(i, bidding)) {
                events.add(new Event(i, (x, y) -> reluctance(kind, bidding, y)));
            }
        }
        return events;
    }

    /** A kind that gains nothing with the least bid while more than one bidder of others gains something; −1 where there is none. */
    private int stuckAtEnd(AllPayBidding bidding) {
        if (least == 0) {
            return -1;
        }
        int done = -1;
        int others = 0;
        for (int kind : bidding.kinds()) {
            boolean isAtEnd = bidding.logarithm(kind, depth, state) - threshold() <= NEAR;
            done = isAtEnd ? kind : done;
            others += isAtEnd ? 0 : kinds.get(kind).size();
        }
        return others > 1 ? done : -1;
    }

    /**
     * What ends a segment where it falls below 0.
     *
     * @param kind whom it concerns; −1 for the end of the path
     */
    private record Event(int kind, Margin margin) {

        private interface Margin {
            double at(double x, double[] y);
        }

        /** The depth on {@code step}, at the end of which it is below 0, from which on it is not above. */
        double in(DescentStep step) {
            return Bisection.first(step.start(), step.end(), x -> !(margin.at(x, step.state(x)) > 0));
        }
    }
}
