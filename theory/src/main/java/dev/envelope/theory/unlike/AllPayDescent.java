package dev.envelope.theory.unlike;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.events.EventHandler;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.ode.sampling.StepHandler;
import org.apache.commons.math3.ode.sampling.StepInterpolator;

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

    private static final double ACCURACY = 1e-14;
    private static final double DEEPEST = 2000;
    private static final double SHORTEST_STEP = 1e-12;
    private static final double LONGEST_STEP = 1;
    private static final int MAX_EVALUATIONS = 20_000;
    private static final int MAX_EVENT_ITERATIONS = 100;

    /** In depth, and in units of ratios. */
    private static final double CONVERGED = 1e-12;

    /** How near to the end, in the logarithm of what is gained, a kind has to be that is said to be there. */
    private static final double NEAR = 1e-9;

    /**
     * How fast a bid distribution may rise on the way down before its bidders are said to be stuck: more than the error of a step
     * makes of it next to a highest value without density.
     */
    private static final double SLACK = 1e-5;

    private final List<BidderKind> kinds;
    private final double[] leaving;
    private final double least;
    private final double highest;

    private final double[] joined;
    private final double[] left;
    private final List<DescentStep> steps = new ArrayList<>();
    private double[] state;
    private double depth;
    private int stuck = -1;

    private AllPayDescent(List<BidderKind> kinds, double least, double[] leaving) {
        this.kinds = kinds;
        this.leaving = leaving.clone();
        this.least = least;
        this.highest =
                kinds.stream().mapToDouble(kind -> kind.type().upper()).max().orElseThrow();
        this.joined = new double[kinds.size()];
        this.left = new double[kinds.size()];
        this.state = new double[1 + 3 * kinds.size()];
        Arrays.fill(joined, Double.POSITIVE_INFINITY);
        Arrays.fill(left, Double.POSITIVE_INFINITY);
    }

    /**
     * The path.
     *
     * @param least the least bid, at least 0
     * @param leaving the depth at which each kind stops, +∞ where it goes to the end
     * @throws MathIllegalStateException where it cannot be followed
     */
    static AllPayDescent of(List<BidderKind> kinds, double least, double[] leaving) {
        AllPayDescent descent = new AllPayDescent(kinds, least, leaving);
        descent.follow();
        return descent;
    }

    /** The kind that can neither go on bidding nor stop where it is; −1 where there is none. */
    int stuck() {
        return stuck;
    }

    /** The depth at the end. */
    double depth() {
        return depth;
    }

    /** The depth at which kind {@code kind} begins to bid, +∞ where it never does. */
    double joined(int kind) {
        return joined[kind];
    }

    /** The depth at which kind {@code kind} ends to bid. */
    double left(int kind) {
        return Math.min(left[kind], depth);
    }

    /** The highest bid of all. */
    double highestBid() {
        return least + state[bid()];
    }

    /** The bid at {@code at}. */
    double bid(double at) {
        return highestBid() - stepAt(at).at(bid(), at);
    }

    /** What the value of kind {@code kind} gains that bids at depth {@code at}. */
    double utility(int kind, double at) {
        double y = stepAt(at).at(kind, at);
        return value(kind, y) * Math.exp(y - at) - bid(at);
    }

    /** Σ over one bidder's values of what it pays with more than the least bid. */
    double payment(int kind) {
        return highestBid() * (1 - Math.exp(-state[kind])) - state[paid(kind)];
    }

    /** E[value; one bidder of the kind wins with more than the least bid]. */
    double gains(int kind) {
        return state[gained(kind)];
    }

    /** G of kind {@code kind} at the end. */
    double silence(int kind) {
        return Math.exp(-state[kind]);
    }

    /** What {@code value} of kind {@code kind} bids, given that it bids on the path. */
    double bidOf(int kind, double value) {
        double y = -Math.log(kinds.get(kind).type().cdf(value));
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
        return highestBid() - steps.get(low).where(kind, y, bid());
    }

    /** The value of kind {@code kind} that bids at depth {@code at}. */
    double valueAt(int kind, double at) {
        return value(kind, stepAt(at).at(kind, at));
    }

    /** The depths at which the path is not smooth. */
    List<Double> kinks() {
        List<Double> kinks = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            kinks.add(joined[i]);
            kinks.add(left[i]);
            for (double kink : kinds.get(i).type().kinks()) {
                int kind = i;
                double y = -Math.log(kinds.get(i).type().cdf(kink));
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

    private int bid() {
        return 3 * kinds.size();
    }

    private int paid(int kind) {
        return kinds.size() + kind;
    }

    private int gained(int kind) {
        return 2 * kinds.size() + kind;
    }

    private double value(int kind, double y) {
        return kinds.get(kind).value(y);
    }

    /** G/v. */
    private double ratio(int kind, double y) {
        return Math.exp(-y) / value(kind, y);
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

    /** ln of what the value at the path gains with a bid of 0, in units of the highest. */
    private double logarithm(int kind, double x, double[] y) {
        return Math.log(value(kind, y[kind]) / highest) + y[kind] - x;
    }

    private double threshold() {
        return Math.log(Math.max(NOTHING, least / highest));
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
                        && (next < 0
                                || kinds.get(i).type().upper()
                                        > kinds.get(next).type().upper())) {
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
        return ratios(state) * kinds.get(kind).type().upper() - (active() - 1) >= -CONVERGED;
    }

    /** Goes on to where somebody joins or leaves; whether the path is at its end. */
    private boolean segment() {
        double until = DEEPEST;
        for (int i = 0; i < kinds.size(); i++) {
            until = isActive(i) ? Math.min(until, leaving[i]) : until;
        }
        DormandPrince853Integrator integrator =
                new DormandPrince853Integrator(SHORTEST_STEP, LONGEST_STEP, ACCURACY, ACCURACY);
        integrator.setMaxEvaluations(MAX_EVALUATIONS);
        integrator.addStepHandler(new Steps());
        List<Event> events = events();
        events.forEach(event -> integrator.addEventHandler(event, LONGEST_STEP, CONVERGED, MAX_EVENT_ITERATIONS));
        double[] after = state.clone();
        double reached = integrator.integrate(new Conditions(), depth, state, until, after);
        state = after;
        boolean isOver = false;
        for (Event event : events) {
            isOver |= event.hasOccurred && event.kind < 0;
            boolean isStuck = event.hasOccurred && event.kind >= 0 && isActive(event.kind);
            stuck = isStuck ? event.kind : stuck;
        }
        if (isOver && stuck < 0) {
            stuck = stuckAtEnd(reached);
        }
        depth = reached;
        if (!isOver && stuck < 0 && reached >= DEEPEST) {
            throw new MathIllegalStateException();
        }
        return isOver || stuck >= 0;
    }

    /** The end of the path, and where a kind is stuck or may join. */
    private List<Event> events() {
        List<Event> events = new ArrayList<>();
        events.add(new Event(-1, (x, y) -> leastLogarithm(x, y) - threshold()));
        for (int i = 0; i < kinds.size(); i++) {
            int kind = i;
            double upper = kinds.get(i).type().upper();
            if (isActive(i)) {
                events.add(new Event(i, (x, y) -> share(kind, y) + SLACK));
            } else if (Double.isInfinite(joined[i])) {
                events.add(new Event(i, (x, y) -> active() - 1 - ratios(y) * upper));
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

    /** The kind that gains nothing with the least bid while more than one bidder of others gains something; −1 where there is none. */
    private int stuckAtEnd(double x) {
        if (least == 0) {
            return -1;
        }
        int first = -1;
        int others = 0;
        for (int i = 0; i < kinds.size(); i++) {
            if (isActive(i)) {
                boolean isAtEnd = logarithm(i, x, state) - threshold() <= NEAR;
                first = isAtEnd ? i : first;
                others += isAtEnd ? 0 : kinds.get(i).size();
            }
        }
        return others > 1 ? first : -1;
    }

    /** The state: −ln G of each kind, two sums of each, and how far bids have come down. */
    private final class Conditions implements FirstOrderDifferentialEquations {

        @Override
        public int getDimension() {
            return 1 + 3 * kinds.size();
        }

        @Override
        public void computeDerivatives(double x, double[] y, double[] slopes) {
            int others = active() - 1;
            double product = Math.exp(-x);
            double sum = ratios(y);
            slopes[bid()] = others * product / sum;
            for (int i = 0; i < kinds.size(); i++) {
                boolean isActive = isActive(i);
                double value = value(i, y[i]);
                double share = isActive ? 1 - others * Math.exp(-y[i]) / (value * sum) : 0;
                slopes[i] = share;
                slopes[paid(i)] = share == 0 ? 0 : y[bid()] * Math.exp(-y[i]) * share;
                slopes[gained(i)] = share == 0 ? 0 : value * product * share;
            }
        }
    }

    /** What stops the integration when it falls below 0. */
    private static final class Event implements EventHandler {

        private interface Margin {
            double at(double x, double[] y);
        }

        private final int kind;
        private final Margin margin;
        private boolean hasOccurred;

        Event(int kind, Margin margin) {
            this.kind = kind;
            this.margin = margin;
        }

        @Override
        public void init(double t0, double[] y0, double t) {}

        @Override
        public double g(double t, double[] y) {
            return margin.at(t, y);
        }

        @Override
        public Action eventOccurred(double t, double[] y, boolean increasing) {
            if (increasing) {
                return Action.CONTINUE;
            }
            hasOccurred = true;
            return Action.STOP;
        }

        @Override
        public void resetState(double t, double[] y) {}
    }

    /** Keeps what is found. */
    private final class Steps implements StepHandler {

        @Override
        public void init(double t0, double[] y0, double t) {}

        @Override
        public void handleStep(StepInterpolator interpolator, boolean isLast) {
            double from = interpolator.getPreviousTime();
            double to = interpolator.getCurrentTime();
            if (!(to > from)) {
                return;
            }
            double[][] states = new double[DescentStep.NODES][];
            for (int i = 0; i < states.length; i++) {
                interpolator.setInterpolatedTime(DescentStep.node(i, from, to));
                states[i] = interpolator.getInterpolatedState().clone();
            }
            steps.add(new DescentStep(from, to, states));
        }
    }
}
