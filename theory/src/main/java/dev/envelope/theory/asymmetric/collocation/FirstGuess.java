package dev.envelope.theory.asymmetric.collocation;

import dev.envelope.theory.asymmetric.dynamics.BidDynamics;
import dev.envelope.theory.asymmetric.dynamics.BidderClass;
import dev.envelope.theory.asymmetric.dynamics.Bottom;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

/**
 * A profile to begin with. From a {@link Sketch} on, bids follow upwards from their equation, given how likely each class bids less,
 * and how likely each class bids less downwards, given the bids, by turns: those are the directions in which errors of each die out,
 * and where a class begins to bid comes out by itself.
 */
public final class FirstGuess {

    private static final int LEVELS = Sketch.LEVELS;
    private static final int TURNS = 12;
    /** The change of the highest bid, in units of the range, at which turns end. */
    private static final double SETTLED = 1e-2;

    private static final double STEP = 0.2;
    private static final double LONGEST = 0.25;
    /** The least margin that steps downwards are measured by, in units of the distance from the lowest to the highest value. */
    private static final double SMALLEST = 1e-12;

    private static final int MOST_STEPS = 2000;

    private final BidDynamics dynamics;
    private final int[] counts;
    private final Bottom bottom;
    private final double lowest;
    private final double highest;
    private final double[] xs = new double[LEVELS + 1];
    private final double[][] states;
    private final double[] starts;

    /** A guess that begins with {@code sketch}. */
    public FirstGuess(BidDynamics dynamics, List<BidderClass> classes, Bottom bottom, double lowest, Sketch sketch) {
        this.dynamics = dynamics;
        this.counts = classes.stream().mapToInt(BidderClass::count).toArray();
        this.bottom = bottom;
        this.lowest = lowest;
        this.highest = sketch.highest();
        this.states = sketch.levels();
        this.starts = new double[counts.length];
        for (int k = 0; k <= LEVELS; k++) {
            xs[k] = sketch.x(states[k]);
        }
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < TURNS; i++) {
            bidUpwards();
            double top = states[0][counts.length];
            fallDownwards();
            if (Math.abs(top - before) < SETTLED * (highest - lowest)) {
                break;
            }
            before = top;
        }
        findStarts();
    }

    /** A class begins where its highest value is 1/T above the bid: at different x where these values differ. */
    private void findStarts() {
        Arrays.fill(starts, xs[LEVELS]);
        double before = Double.POSITIVE_INFINITY;
        for (int k = 0; k <= LEVELS; k++) {
            double bid = states[k][counts.length];
            double least = bid + dynamics.share(states[k]).applyAsDouble(bid);
            for (int i = 0; i < counts.length; i++) {
                double value = dynamics.value(i, 0);
                if (value >= least && value < before) {
                    starts[i] = k == 0 ? 0 : xs[k] + (xs[k - 1] - xs[k]) * (value - least) / (before - least);
                }
            }
            before = Math.min(before, least);
        }
    }

    /** Whether it reaches down from the top at all. */
    boolean exists() {
        return xs[LEVELS] < xs[0];
    }

    /**
     * Where panels may begin and end, downwards: levels, more of them in the lower half, and x where a class begins to bid.
     *
     * @param fineness how many times as many as fewest, a power of 2
     */
    double[] ends(int fineness) {
        TreeSet<Double> ends = new TreeSet<>();
        for (int k = 0; k <= LEVELS; k += k < LEVELS / 2 ? LEVELS / 8 / fineness : LEVELS / 16 / fineness) {
            ends.add(-xs[k]);
        }
        for (double start : starts) {
            ends.add(-start);
        }
        return ends.stream().mapToDouble(x -> x == 0 ? 0 : -x).toArray();
    }

    /** For each class the x from which on downwards it bids. */
    double[] starts() {
        return starts.clone();
    }

    /** The states at the points of the panels between {@code ends}. */
    double[][][] at(double[] ends) {
        int m = counts.length;
        double[][][] guess = new double[ends.length - 1][Panel.DEGREE + 1][];
        double x = ends[ends.length - 1];
        double[] below = stateAt(x);
        below[m] = bottom.guess(below, leastValue(below));
        for (int p = ends.length - 2; p >= 0; p--) {
            for (int j = Panel.DEGREE; j >= 0; j--) {
                double here = ends[p] + (ends[p + 1] - ends[p]) * Panel.point(j);
                double[] state = stateAt(here);
                state[m] = here > x ? followed(state, below[m], here - x) : below[m];
                raise(state);
                guess[p][j] = state;
                below = state;
                x = here;
            }
        }
        return guess;
    }

    /** Raises values that are too low for any type to bid so to the least that may. */
    private void raise(double[] state) {
        double bid = state[counts.length];
        double least = bid + dynamics.share(state).applyAsDouble(bid);
        for (int i = 0; i < counts.length; i++) {
            if (state[i] < 0 && dynamics.value(i, state[i]) < least) {
                state[i] = dynamics.log(i, least);
            }
        }
    }

    private void bidUpwards() {
        int m = counts.length;
        states[LEVELS][m] = bottom.guess(states[LEVELS], leastValue(states[LEVELS]));
        for (int k = LEVELS - 1; k >= 0; k--) {
            double length = xs[k] - xs[k + 1];
            states[k][m] = length > 0 ? followed(states[k], states[k + 1][m], length) : states[k + 1][m];
        }
    }

    /** ln F of the classes, from 0 at the top on, at the bids there are, which are straight between levels. */
    private void fallDownwards() {
        int m = counts.length;
        double[] state = new double[m + 1];
        double[] slopes = new double[m + 1];
        System.arraycopy(state, 0, states[0], 0, m);
        for (int k = 0; k < LEVELS; k++) {
            double x = xs[k];
            for (int i = 0; i < MOST_STEPS && x > xs[k + 1]; i++) {
                double share = (xs[k] - x) / (xs[k] - xs[k + 1]);
                state[m] = states[k][m] + (states[k + 1][m] - states[k][m]) * share;
                double length = Math.min(step(state, slopes), x - xs[k + 1]);
                for (int c = 0; c < m; c++) {
                    state[c] -= length * slopes[c];
                }
                x -= length;
            }
            System.arraycopy(state, 0, states[k + 1], 0, m);
        }
    }

    /** Writes the slopes and answers how far x may fall before a margin changes by much. */
    private double step(double[] state, double[] slopes) {
        dynamics.slopes(state, slopes);
        double length = LONGEST;
        double smallest = SMALLEST * (highest - lowest);
        for (int i = 0; i < counts.length; i++) {
            double margin = Math.max(smallest, dynamics.value(i, state[i]) - state[counts.length]);
            double fall = dynamics.rise(i) * slopes[i];
            length = fall > 0 && fall < Double.POSITIVE_INFINITY ? Math.min(length, STEP * margin / fall) : length;
        }
        return length;
    }

    /** The bid {@code length} further up, by one implicit step: the b with b = before + length/T(b). */
    private double followed(double[] state, double before, double length) {
        double low = before;
        double high = Math.max(highest, before);
        DoubleUnaryOperator share = dynamics.share(state);
        for (int i = 0; i < 50 && high - low > 1e-13 * (highest - lowest); i++) {
            double middle = (low + high) / 2;
            if (middle < before + length * share.applyAsDouble(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The least value of a type that is not its highest. */
    private double leastValue(double[] state) {
        double least = highest;
        for (int i = 0; i < counts.length; i++) {
            least = state[i] < 0 ? Math.min(least, dynamics.value(i, state[i])) : least;
        }
        return least;
    }

    private double[] stateAt(double x) {
        int low = 0;
        int high = LEVELS;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (xs[middle] >= x) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double[] state = new double[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            boolean begins = starts[i] < xs[low];
            double from = begins ? starts[i] : xs[low];
            double first = begins ? 0 : states[low][i];
            double share = x >= from ? 0 : Math.min(1, (from - x) / (from - xs[high]));
            state[i] = first + share * (states[high][i] - first);
        }
        return state;
    }
}
