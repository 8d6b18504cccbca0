package dev.envelope.theory.asymmetric;

import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;
import java.util.TreeSet;

/**
 * A profile to begin with: all bidders that meet have the same value, up to their highest; and the bid that then follows from
 * its equation alone, upwards from the bottom, which is the direction in which errors of the bid die out.
 */
final class FirstGuess {

    private static final int LEVELS = 512;
    private static final double NEAR_ENDLESS = 1e-6;
    private static final double NEAR_END = 1e-9;
    private static final double MOST_SPREAD = 12;
    private static final int SHIFTS = 8;
    private static final double STOPPED = 0.8;

    private final BidDynamics dynamics;
    private final List<BidderClass> classes;
    private final Bottom bottom;
    private final double lowest;
    private final int strongest;
    private final double highest;
    private final double[] xs = new double[LEVELS + 1];
    private final double[][] states = new double[LEVELS + 1][];
    private final double[] shifts;
    private final double[] stops;

    /**
     * A guess.
     *
     * @param reach how far from the lowest bid it ends where bids end there, in units of how near it can come, at least 1
     */
    FirstGuess(
            BidDynamics dynamics,
            List<BidderClass> classes,
            Bottom bottom,
            double lowest,
            int strongest,
            double reach) {
        this.dynamics = dynamics;
        this.classes = classes;
        this.bottom = bottom;
        this.lowest = lowest;
        this.strongest = strongest;
        double top = lowest;
        for (int i = 0; i < classes.size(); i++) {
            top = i == strongest ? top : Math.max(top, classes.get(i).type().upper());
        }
        this.highest = top;
        this.shifts = new double[classes.size()];
        this.stops = new double[classes.size()];
        double near = Double.isInfinite(bottom.end()) ? NEAR_ENDLESS : StrictMath.pow(reach * NEAR_END, 1 / spread());
        double ratio = StrictMath.pow(near, 2.0 / LEVELS);
        for (int k = 0; k <= LEVELS; k++) {
            // Half of the levels evenly spaced, half of them getting closer to the lowest.
            double share = k == 0
                    ? 1
                    : k < LEVELS / 2 ? 1 - 0.9 * 2 * k / LEVELS : 0.1 * StrictMath.pow(ratio, k - LEVELS / 2);
            level(k, share);
        }
    }

    /** How much faster than others' some class's values reach the reserve: the largest of F/f there by the smallest. */
    private double spread() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < classes.size(); i++) {
            ValueDistribution type = classes.get(i).type();
            double rise = type.cdf(lowest) / type.density(lowest);
            least = i == strongest ? least : Math.min(least, rise);
            most = i == strongest ? most : Math.max(most, rise);
        }
        return strongest < 0 && most < Double.POSITIVE_INFINITY ? Math.min(MOST_SPREAD, most / least) : 1;
    }

    private void level(int k, double share) {
        double[] state = new double[classes.size() + 1];
        for (int i = 0; i < classes.size(); i++) {
            ValueDistribution type = classes.get(i).type();
            double value = i == strongest
                    ? type.lower() + share * (type.upper() - type.lower())
                    : lowest + share * (highest - lowest);
            state[i] = StrictMath.log(type.cdf(value));
            xs[k] += classes.get(i).count() * state[i];
        }
        states[k] = state;
    }

    /** Where the solution ends. */
    double end() {
        return xs[LEVELS];
    }

    /**
     * Where panels may begin and end, downwards: x at values of which the first are evenly spaced and the last get closer to the
     * lowest, and x where a class begins to bid.
     *
     * @param fineness how many times as many as fewest, a power of 2
     */
    double[] ends(int fineness) {
        TreeSet<Double> ends = new TreeSet<>();
        for (int k = 0; k <= LEVELS; k += k < LEVELS / 2 ? LEVELS / 8 / fineness : LEVELS / 16 / fineness) {
            ends.add(-xs[k]);
        }
        ends.add(-xs[LEVELS]);
        for (double stop : stops) {
            ends.add(-stop);
        }
        return ends.stream().mapToDouble(x -> x == 0 ? 0 : -x).toArray();
    }

    /** The states at the points of the panels between {@code ends}. */
    double[][][] at(double[] ends) {
        double[][][] guess = upwards(ends);
        for (int i = 0; i < SHIFTS && shiftThoseThatStopped(ends, guess); i++) {
            guess = upwards(ends);
        }
        return guess;
    }

    /** For each class the x from which on downwards it bids. */
    double[] stops() {
        return stops.clone();
    }

    private double[][][] upwards(double[] ends) {
        int m = classes.size();
        double[][][] guess = new double[ends.length - 1][Panel.DEGREE + 1][];
        double x = ends[ends.length - 1];
        double[] below = stateAt(x);
        below[m] = bottom.guess(below, leastValue(below));
        for (int p = ends.length - 2; p >= 0; p--) {
            for (int j = Panel.DEGREE; j >= 0; j--) {
                double here = ends[p] + (ends[p + 1] - ends[p]) * Panel.point(j);
                double[] state = stateAt(here);
                state[m] = here > x ? followed(state, below[m], here - x) : below[m];
                guess[p][j] = state;
                below = state;
                x = here;
            }
        }
        return guess;
    }

    /** A class that would not bid from some x on upwards is given its highest value there; whether there was one. */
    private boolean shiftThoseThatStopped(double[] ends, double[][][] guess) {
        boolean found = false;
        for (int i = 0; i < classes.size(); i++) {
            stops[i] = 0;
            double below = ends[ends.length - 1];
            for (int k = guess.length * Panel.DEGREE - 1; k >= 0 && stops[i] == 0; k--) {
                int p = k / Panel.DEGREE;
                double[] state = guess[p][k % Panel.DEGREE];
                double bid = state[classes.size()];
                if (dynamics.value(i, state[i]) - bid <= STOPPED * dynamics.share(state, bid)) {
                    found |= state[i] < 0;
                    shifts[i] -= state[i];
                    stops[i] = below;
                }
                below = ends[p] + (ends[p + 1] - ends[p]) * Panel.point(k % Panel.DEGREE);
            }
        }
        return found;
    }

    /** The bid {@code length} further up, by one implicit step: the b with b = before + length/T(b). */
    private double followed(double[] state, double before, double length) {
        double low = before;
        double high = Math.max(highest, before);
        for (int i = 0; i < 50 && high - low > 1e-13 * (highest - lowest); i++) {
            double middle = (low + high) / 2;
            if (middle < before + length * dynamics.share(state, middle)) {
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
        for (int i = 0; i < classes.size(); i++) {
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
        double share = xs[high] < xs[low] ? Math.min(1, (xs[low] - x) / (xs[low] - xs[high])) : 0;
        double[] state = new double[classes.size() + 1];
        for (int i = 0; i < classes.size(); i++) {
            state[i] = Math.min(0, shifts[i] + states[low][i] + share * (states[high][i] - states[low][i]));
        }
        return state;
    }
}
