package dev.envelope.theory.units.unlike;

import dev.envelope.theory.numeric.PathPanel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.events.EventHandler;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.ode.sampling.StepHandler;
import org.apache.commons.math3.ode.sampling.StepInterpolator;

/**
 * The bids that meet {@link UnitConditions}, followed down from a highest one over the mean of −ln R of those who bid, in which
 * bids and ranks are smooth down from the top, where ranks are not in bids.
 *
 * <p>Kinds whose values are too low to bid at the top join where they would gain by going up to the bid; those whose values
 * begin above the floor may come to the lowest of them, and leave the other units to the others. The path ends where somebody's
 * value comes down to the bid, or the bid to the floor.
 */
final class UnitPath {

    private static final double ACCURACY = 1e-11;
    private static final double SHORTEST = 1e-14;
    private static final double LONGEST = 4;
    private static final double DEEPEST = 2e3;

    /** −ln of a rank that is none: far beyond where the values can be told from the lowest, since others' margins may end there too. */
    private static final double LAST_DEPTH = 600;

    private static final int MAX_EVALUATIONS = 40_000;
    private static final int MAX_ITERATIONS = 100;
    private static final double CHECKED = 0.1;
    private static final double NEAR = 1e-12;

    /** The margin between value and bid, in units of that between value and floor, at which a bid is too high. */
    private static final double LAST_MARGIN = 1e-5;

    /** How near to the floor a bid is that is too low, in units of the distance of the highest value there, or of the range. */
    private static final double LAST_RISE = 1e-8;

    private static final double LAST = 1e-11;

    /** The lowest that conditions are looked at, in the same units. */
    private static final double BEYOND = 1e-14;

    private final UnitConditions conditions;
    private final double floor;
    private final int kinds;
    private boolean[] isActive;
    private final boolean[] isFinished;
    private final List<PathPanel> panels = new ArrayList<>();
    private double[] state;
    private boolean isTooHigh;

    private UnitPath(UnitConditions conditions) {
        this.conditions = conditions;
        this.floor = conditions.floor();
        this.kinds = conditions.kinds();
        this.isActive = new boolean[kinds];
        this.isFinished = new boolean[kinds];
        this.state = new double[kinds + 1];
    }

    /** The path down from {@code top}, not below the floor; empty where it cannot be followed. */
    static Optional<UnitPath> down(UnitConditions conditions, double top) {
        UnitPath path = new UnitPath(conditions);
        try {
            return path.isFollowed(top) ? Optional.of(path) : Optional.empty();
        } catch (MathIllegalArgumentException | MathIllegalStateException | Unsolvable e) {
            return Optional.empty();
        }
    }

    /** Whether somebody's value came down to the bid before the bid to the floor, or too few bid so high at all. */
    boolean isTooHigh() {
        return isTooHigh;
    }

    /** From the lowest bid up; of a kind that bids, ln R rises with the bid. */
    List<PathPanel> panels() {
        return Collections.unmodifiableList(panels);
    }

    /** Which coordinate of {@link #panels} the bid is. */
    int bid() {
        return kinds;
    }

    private boolean isFollowed(double top) {
        if (!isBegun(top)) {
            return isTooHigh;
        }
        boolean isOver = false;
        while (!isOver) {
            isOver = segment();
        }
        Collections.reverse(panels);
        return true;
    }

    /** Whether there is a start; none where too few have such values. */
    private boolean isBegun(double top) {
        isTooHigh = UnitStart.isBeyond(conditions, top);
        Optional<UnitStart> start = isTooHigh ? Optional.empty() : UnitStart.of(conditions, top);
        start.ifPresent(begun -> {
            isActive = begun.active();
            state = Arrays.copyOf(begun.depths(), kinds + 1);
            state[kinds] = StrictMath.log((top - floor) / conditions.range());
        });
        return start.isPresent();
    }

    private double readiness(int kind, double... y) {
        double[] depths = Arrays.copyOf(y, kinds);
        return conditions.readiness(kind, rise(y), depths, conditions.slopes(rise(y), depths, isActive));
    }

    /** How far the bid is above the floor, of which the logarithm is kept, in units of the range. */
    private double rise(double... y) {
        return conditions.range() * StrictMath.exp(y[kinds]);
    }

    /** Goes on to where a kind begins or has no more values; whether the path is at its end. */
    private boolean segment() {
        DormandPrince853Integrator integrator = new DormandPrince853Integrator(SHORTEST, LONGEST, ACCURACY, ACCURACY);
        integrator.setMaxEvaluations(MAX_EVALUATIONS);
        integrator.addStepHandler(new Panels());
        Stop marginGone = new Stop(this::margin);
        integrator.addEventHandler(marginGone, CHECKED, NEAR, MAX_ITERATIONS);
        Stop atFloor = new Stop(this::height);
        integrator.addEventHandler(atFloor, CHECKED, NEAR, MAX_ITERATIONS);
        Map<Integer, Stop> turns = new LinkedHashMap<>();
        for (int i = 0; i < kinds; i++) {
            int kind = i;
            if (!isActive[i] && !isFinished[i]) {
                turns.put(i, new Stop(y -> -readiness(kind, y)));
            } else if (isActive[i] && conditions.kind(i).type().lower() > floor) {
                turns.put(i, new Stop(y -> LAST_DEPTH - y[kind]));
            }
        }
        turns.values().forEach(turn -> integrator.addEventHandler(turn, CHECKED, NEAR, MAX_ITERATIONS));
        double[] end = state.clone();
        integrator.integrate(new Equations(), 0, state, DEEPEST, end);
        state = end;
        isTooHigh = marginGone.isReached;
        boolean isGoingOn = false;
        for (Map.Entry<Integer, Stop> turn : turns.entrySet()) {
            if (turn.getValue().isReached) {
                isFinished[turn.getKey()] = isActive[turn.getKey()];
                isActive[turn.getKey()] = !isActive[turn.getKey()];
                isGoingOn = true;
            }
        }
        return !isGoingOn || !isContested();
    }

    /** Whether there are units left that not everybody gets who still bids or may. */
    private boolean isContested() {
        boolean[] isLeft = new boolean[kinds];
        for (int i = 0; i < kinds; i++) {
            isLeft[i] = !isFinished[i];
        }
        int units = conditions.units() - conditions.bidders(isFinished);
        return units > 0 && conditions.bidders(isActive) > 1 && conditions.bidders(isLeft) > units;
    }

    /** The least margin of those who bid, less what ends the path. */
    private double margin(double... y) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < kinds; i++) {
            double value = conditions.value(i, y[i]) - floor;
            least = isActive[i] ? Math.min(least, (value - rise(y)) / Math.max(value, Double.MIN_NORMAL)) : least;
        }
        return least - LAST_MARGIN;
    }

    /** How far the logarithm of the bid is above where the path ends. */
    private double height(double... y) {
        double highest = floor;
        for (int i = 0; i < kinds; i++) {
            highest = isActive[i] ? Math.max(highest, conditions.value(i, y[i])) : highest;
        }
        double rise = LAST_RISE * (highest - floor) / conditions.range();
        return y[kinds] - StrictMath.log(Math.max(LAST, rise));
    }

    /** Over the mean depth of those who bid. */
    private final class Equations implements FirstOrderDifferentialEquations {

        @Override
        public int getDimension() {
            return kinds + 1;
        }

        @Override
        public void computeDerivatives(double t, double[] y, double[] derivatives) {
            double rise = within(rise(y));
            double[] slopes = conditions.slopes(rise, Arrays.copyOf(y, kinds), isActive);
            double sum = 0;
            for (int i = 0; i < kinds; i++) {
                slopes[i] = isActive[i] ? slopes[i] * StrictMath.exp(y[i]) : 0;
                sum += conditions.kind(i).count() * Math.abs(slopes[i]);
            }
            double mean = sum / conditions.bidders(isActive);
            if (!(mean > 0) || Double.isInfinite(mean)) {
                throw new Unsolvable();
            }
            for (int i = 0; i < kinds; i++) {
                derivatives[i] = slopes[i] / mean;
            }
            derivatives[kinds] = -1 / (mean * rise);
        }

        /** The bid of a step that is tried and may lead too far: what is below the end of a path, or above all values, is of no importance. */
        private double within(double rise) {
            return Math.max(BEYOND * conditions.range(), Math.min(rise, conditions.range()));
        }
    }

    /** Samples each step of the integration, from its end back to its start. */
    private final class Panels implements StepHandler {

        @Override
        public void init(double t0, double[] y0, double t) {}

        @Override
        public void handleStep(StepInterpolator step, boolean isLast) {
            double middle = (step.getPreviousTime() + step.getCurrentTime()) / 2;
            double half = (step.getPreviousTime() - step.getCurrentTime()) / 2;
            double[][] states = new double[PathPanel.NODES][];
            for (int i = 0; i < states.length; i++) {
                step.setInterpolatedTime(middle + half * PathPanel.node(i));
                states[i] = step.getInterpolatedState().clone();
                for (int k = 0; k < kinds; k++) {
                    states[i][k] = -states[i][k];
                }
                states[i][kinds] = floor + rise(states[i]);
            }
            panels.add(new PathPanel(states));
        }
    }

    /** Ends a segment where something falls to 0. */
    private static final class Stop implements EventHandler {

        private final ToDoubleFunction<double[]> height;
        private boolean isReached;

        Stop(ToDoubleFunction<double[]> height) {
            this.height = height;
        }

        @Override
        public void init(double t0, double[] y0, double t) {}

        @Override
        public double g(double t, double[] y) {
            return height.applyAsDouble(y);
        }

        @Override
        public Action eventOccurred(double t, double[] y, boolean increasing) {
            isReached = !increasing;
            return increasing ? Action.CONTINUE : Action.STOP;
        }

        @Override
        public void resetState(double t, double[] y) {}
    }

    /** The conditions have no solution at a point. */
    private static final class Unsolvable extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
