package dev.envelope.theory.unlike;

import dev.envelope.theory.unlike.AllPayStops.Effort;
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

    private final List<AllPayKind> kinds;
    private final AllPayState layout;
    private final double[] leaving;
    private final double least;
    private final Effort effort;

    private final double[] joined;
    private final double[] left;
    private final List<DescentStep> steps = new ArrayList<>();
    private double[] state;
    private double depth;
    private int stuck = -1;

    private AllPayDescent(List<AllPayKind> kinds, double least, double[] leaving, Effort effort) {
        this.kinds = kinds;
        this.layout = new AllPayState(kinds.size());
        this.leaving = leaving.clone();
        this.least = least;
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
     * @throws MathIllegalStateException where it cannot be followed
     */
    static AllPayPath follow(List<AllPayKind> kinds, double least, double[] leaving, Effort effort) {
        AllPayDescent descent = new AllPayDescent(kinds, least, leaving, effort);
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
        return isAble(kind) && ratios(state) * kinds.get(kind).highest() - (active() - 1) >= -CONVERGED;
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
            double highest = kinds.get(i).highest();
            if (isActive(i)) {
                events.add(new Event(i, (x, y) -> share(kind, y) + SLACK));
            } else if (Double.isInfinite(joined[i]) && isAble(i)) {
                events.add(new Event(i, (x, y) -> active() - 1 - ratios(y) * highest));
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

    /** The state: −ln G of each kind, two sums of each, and how far bids have come down. */
    private final class Conditions implements FirstOrderDifferentialEquations {

        @Override
        public int getDimension() {
            return layout.size();
        }

        @Override
        public void computeDerivatives(double x, double[] y, double[] slopes) {
            effort.spend();
            int others = active() - 1;
            double product = StrictMath.exp(-x);
            double sum = ratios(y);
            slopes[layout.bid()] = others * product / sum;
            for (int i = 0; i < kinds.size(); i++) {
                boolean isActive = isActive(i);
                double value = value(i, y[i]);
                double share = isActive ? 1 - others * StrictMath.exp(-y[i]) / (value * sum) : 0;
                slopes[i] = share;
                slopes[layout.paid(i)] = share == 0 ? 0 : y[layout.bid()] * StrictMath.exp(-y[i]) * share;
                slopes[layout.gained(i)] = share == 0 ? 0 : value * product * share;
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
