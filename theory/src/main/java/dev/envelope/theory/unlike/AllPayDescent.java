package dev.envelope.theory.unlike;

import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.unlike.AllPayStops.Effort;
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

    /** How long the first step from a highest value without density on is, in units of the accuracy. */
    private static final double FIRST = 1e4;

    private static final double DEEPEST = 2000;

    private static final double SHORTEST_STEP = 1e-12;
    private static final double LONG_STEP = 0.05;
    private static final double LONGEST_STEP = 1;
    private static final double SHORTER = 0.1;
    private static final double SAFE = 0.8;
    private static final double MOST_GROWTH = 4;

    /** In depth, and in units of ratios. */
    private static final double CONVERGED = 1e-12;

    /** How near to the end, in the logarithm of what is gained, a kind has to be that is said to be there. */
    private static final double NEAR = 1e-9;

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

    private double value(int kind, double y) {
        return kinds.get(kind).value(y);
    }

    /** G/v. */
    private double ratio(int kind, double y) {
        return StrictMath.exp(-y) / value(kind, y);
    }

    private boolean isActive(int kind) {
        return joined[kind] <= depth && left[kind] > depth;
    }

    private int active() {
        int bidders = 0;
        for (int i = 0; i < kinds.size(); i++) {
            bidders += isActive(i) ? kinds.get(i).size() : 0;
        }
        return bidders;
    }

    private double ratios(double[] y) {
        double sum = 0;
        for (int i = 0; i < kinds.size(); i++) {
            sum += isActive(i) ? kinds.get(i).size() * ratio(i, y[i]) : 0;
        }
        return sum;
    }

    private double share(int kind, double[] y) {
        return 1 - (active() - 1) * ratio(kind, y[kind]) / ratios(y);
    }

    /** ln of what the value at the path gains with a bid of 0. */
    private double logarithm(int kind, double x, double[] y) {
        return StrictMath.log(value(kind, y[kind])) + y[kind] - x;
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
        for (int i = 0; i < kinds.size(); i++) {
            if (isActive(i) && isReached(leaving[i])) {
                left[i] = depth;
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
            isMore = next >= 0 && (active() < 2 || isWilling(next));
            if (isMore) {
                joined[next] = depth;
                left[next] = isReached(leaving[next]) ? depth : left[next];
            }
        }
    }

    private boolean isWilling(int kind) {
        return isAble(kind) && reluctance(kind, state) <= 0;
    }

    /**
     * Above 0 where the highest value of a kind that does not bid yet would rather bid less; and where it does not care, for there
     * it would go on with no more than that value.
     */
    private double reluctance(int kind, double[] y) {
        return active() - 1 - ratios(y) * kinds.get(kind).highest() + CONVERGED;
    }

    /** Whether the highest value of a kind that does not bid yet would gain something here with the least bid: further down none does again. */
    private boolean isAble(int kind) {
        return logarithm(kind, depth, state) > threshold();
    }

    /** Goes on to where somebody joins or leaves; whether the path is at its end. */
    private boolean segment() {
        if (leastLogarithm(depth, state) <= threshold()) {
            stuck = stuckAtEnd(depth);
            return true;
        }
        int[] bidding = IntStream.range(0, kinds.size()).filter(this::isActive).toArray();
        double until = DEEPEST;
        for (int kind : bidding) {
            until = Math.min(until, leaving[kind]);
        }
        List<Event> events = events();
        AllPayStep steps = new AllPayStep(kinds, bidding, active() - 1, effort, accuracy);
        double width = isRagged(bidding) ? FIRST * accuracy : LONG_STEP;
        while (depth < until) {
            Optional<AllPayStep.Taken> taken = taken(steps, bidding, Math.min(width, until - depth));
            if (taken.isEmpty()) {
                stuck = stuckAtStart(bidding);
                return true;
            }
            DescentStep step = taken.get().step();
            width = Math.max(SHORTEST_STEP, Math.min(LONGEST_STEP, longer(taken.get())));
            Optional<Event> first = events.stream()
                    .filter(event -> event.margin.at(step.end(), step.state(step.end())) < 0)
                    .min(Comparator.comparingDouble(event -> event.in(step)));
            steps.goOnFrom(step);
            keep(first.isPresent() ? step.upTo(first.get().in(step)) : step);
            if (first.isPresent()) {
                return isOver(first.get());
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

    private boolean isOver(Event event) {
        if (event.kind < 0) {
            stuck = stuckAtEnd(depth);
            return true;
        }
        stuck = isActive(event.kind) ? event.kind : -1;
        return stuck >= 0;
    }

    /** Whether somebody who is still at the highest value has no density, or one without bound, there. */
    private boolean isRagged(int[] bidding) {
        return IntStream.of(bidding).anyMatch(kind -> {
            double density =
                    kinds.get(kind).type().density(kinds.get(kind).type().upper());
            return state[kind] < NEAR && !(density > 0 && density < Double.POSITIVE_INFINITY);
        });
    }

    /** A step of at most {@code most} that is exact enough, and on which no kind passes a value at which it is not smooth; empty where there is none. */
    private Optional<AllPayStep.Taken> taken(AllPayStep steps, int[] bidding, double most) {
        double width = most;
        while (width >= Math.min(most, SHORTEST_STEP)) {
            Optional<AllPayStep.Taken> taken = steps.taken(depth, state, width);
            double shorter = SHORTER * width;
            if (taken.isPresent()) {
                double kink = firstKink(taken.get().step(), bidding);
                if (kink < width * (1 - CONVERGED) && kink > SHORTEST_STEP) {
                    shorter = kink;
                } else if (taken.get().error() <= 1) {
                    return taken;
                } else {
                    shorter = Math.max(SHORTER * width, Math.min(SAFE * width, longer(taken.get())));
                }
            }
            width = shorter;
        }
        return Optional.empty();
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

    private static double longer(AllPayStep.Taken taken) {
        double growth = SAFE * StrictMath.pow(Math.max(taken.error(), 1e-10), -1.0 / RadauRule.STAGES);
        return taken.step().width() * Math.min(MOST_GROWTH, growth);
    }

    /** How far into {@code step} a kind first comes to a value at which it is not smooth; +∞ where none does. */
    private double firstKink(DescentStep step, int[] bidding) {
        double first = Double.POSITIVE_INFINITY;
        for (int kind : bidding) {
            for (double kink : kinds.get(kind).kinks()) {
                boolean isInside = kink > step.from(kind) + CONVERGED && kink < step.to(kind) - CONVERGED;
                first = isInside ? Math.min(first, step.depthAt(kind, kink) - depth) : first;
            }
        }
        return first;
    }

    /** The end of the path, and where a kind is stuck or may join. */
    private List<Event> events() {
        List<Event> events = new ArrayList<>();
        events.add(new Event(-1, (x, y) -> leastLogarithm(x, y) - threshold()));
        for (int i = 0; i < kinds.size(); i++) {
            int kind = i;
            if (isActive(i)) {
                events.add(new Event(i, (x, y) -> share(kind, y) + SLACK));
            } else if (Double.isInfinite(joined[i]) && isAble(i)) {
                events.add(new Event(i, (x, y) -> reluctance(kind, y)));
            }
        }
        return events;
    }

    private double leastLogarithm(double x, double[] y) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < kinds.size(); i++) {
            lowest = isActive(i) ? Math.min(lowest, logarithm(i, x, y)) : lowest;
        }
        return lowest;
    }

    /** A kind that gains nothing with the least bid while more than one bidder of others gains something; −1 where there is none. */
    private int stuckAtEnd(double x) {
        if (least == 0) {
            return -1;
        }
        int done = -1;
        int others = 0;
        for (int i = 0; i < kinds.size(); i++) {
            if (isActive(i)) {
                boolean isAtEnd = logarithm(i, x, state) - threshold() <= NEAR;
                done = isAtEnd ? i : done;
                others += isAtEnd ? 0 : kinds.get(i).size();
            }
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
