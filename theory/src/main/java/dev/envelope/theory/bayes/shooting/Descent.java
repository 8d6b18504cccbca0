package dev.envelope.theory.bayes.shooting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The solution of the {@link FirstOrder} conditions downwards from a highest bid, by Dormand and Prince's pair of order 5 and 4
 * (1980) with steps as long as its error allows.
 */
final class Descent {

    private static final double[][] STAGES = {
        {1 / 5.0},
        {3 / 40.0, 9 / 40.0},
        {44 / 45.0, -56 / 15.0, 32 / 9.0},
        {19372 / 6561.0, -25360 / 2187.0, 64448 / 6561.0, -212 / 729.0},
        {9017 / 3168.0, -355 / 33.0, 46732 / 5247.0, 49 / 176.0, -5103 / 18656.0},
        {35 / 384.0, 0, 500 / 1113.0, 125 / 192.0, -2187 / 6784.0, 11 / 84.0}
    };
    private static final double[] PLACES = {0.2, 0.3, 0.8, 8 / 9.0, 1, 1};
    private static final double[] ERROR = {
        71 / 57600.0, 0, -71 / 16695.0, 71 / 1920.0, -17253 / 339200.0, 22 / 525.0, -1 / 40.0
    };

    /** The error of a step to where somebody would rather lose. */
    private static final double REFUSED = 1e6;

    /** The longest and the shortest step in units of the range of types. */
    private static final double LONGEST = 1 / 64.0;

    private static final double SHORTEST = 1e-15;
    /** The margin in units of the range of types that is as good as none. */
    private static final double THIN = 1e-6;

    private static final int MOST_STEPS = 4000;

    private final FirstOrder conditions;
    private final double accuracy;
    private final double range;
    private final double floor;
    private final List<PathPoint> points = new ArrayList<>();
    private boolean[] isActive;
    private PathPoint here;

    /**
     * The solution down from {@code top}.
     *
     * @param accuracy the error of a rank that a step may have
     */
    Descent(FirstOrder conditions, double top, double accuracy) {
        this.conditions = conditions;
        this.accuracy = accuracy;
        this.range = conditions.stakes().range();
        this.floor = Math.max(conditions.stakes().least(), conditions.stakes().lowestType());
        double[] ranks = new double[conditions.kinds()];
        Arrays.fill(ranks, 1);
        this.isActive = conditions.active(top, ranks, new boolean[ranks.length]);
        this.here = point(top, ranks);
        this.points.add(here);
    }

    /**
     * Goes down, and says whether the highest bid was too high: somebody gains nothing any more before the lowest bid that counts.
     * Otherwise it was too low: everybody still gains there, or a kind's lowest type does.
     */
    boolean isTooHigh() {
        double step = LONGEST * range;
        while (points.size() < MOST_STEPS) {
            if (!isContested() || isSomebodyLosing()) {
                return true;
            }
            if (here.bid() <= floor) {
                return false;
            }
            double tried = Math.min(step, here.bid() - floor);
            Trial trial = trial(tried);
            if (trial.error <= 1) {
                accept(tried, trial);
            }
            step = Math.min(LONGEST * range, tried * Math.max(0.2, Math.min(4, 0.9 / fifthRoot(trial.error))));
            if (step < SHORTEST * range) {
                return isMarginGone();
            }
        }
        return isMarginGone();
    }

    /** The points passed, downwards. */
    List<PathPoint> points() {
        return points;
    }

    private static double fifthRoot(double error) {
        return error == 0 ? 0.1 : StrictMath.pow(error, 0.2);
    }

    private boolean isContested() {
        int bidders = 0;
        for (int i = 0; i < isActive.length; i++) {
            bidders += isActive[i] ? conditions.kind(i).count() : 0;
        }
        return bidders > 1;
    }

    private boolean isSomebodyLosing() {
        boolean isLosing = false;
        for (int i = 0; i < isActive.length; i++) {
            isLosing |= isActive[i] && conditions.payoff(i, here.bid(), here.ranks()) < 0;
        }
        return isLosing;
    }

    /** Whether it was somebody's margin that came to an end, or there never was any, rather than somebody's types. */
    private boolean isMarginGone() {
        double margin = range;
        for (int i = 0; i < isActive.length; i++) {
            margin = isActive[i] ? Math.min(margin, conditions.margin(i, here.bid(), here.ranks())) : margin;
        }
        return points.size() == 1 || margin <= THIN * range;
    }

    private void accept(double step, Trial trial) {
        boolean[] next = conditions.active(here.bid() - step, trial.ranks, isActive);
        if (!Arrays.equals(next, isActive) && step > SHORTEST * range) {
            Trial half = trial(step / 2);
            accept(step / 2, half);
            if (Arrays.equals(next, isActive)) {
                return;
            }
            accept(step / 2, trial(step / 2));
            return;
        }
        isActive = next;
        here = point(here.bid() - step, trial.ranks);
        points.add(here);
    }

    private Trial trial(double step) {
        double[][] slopes = new double[ERROR.length][];
        slopes[0] = here.slopes();
        double[] ranks = here.ranks();
        for (int stage = 0; stage < STAGES.length; stage++) {
            ranks = here.ranks().clone();
            for (int i = 0; i < ranks.length; i++) {
                for (int k = 0; k <= stage; k++) {
                    ranks[i] -= step * STAGES[stage][k] * slopes[k][i];
                }
            }
            double bid = here.bid() - step * PLACES[stage];
            slopes[stage + 1] = conditions.slopes(bid, ranks, isActive);
        }
        return new Trial(ranks, error(step, slopes));
    }

    private double error(double step, double[][] slopes) {
        double largest = 0;
        for (int i = 0; i < here.ranks().length; i++) {
            double error = 0;
            for (int k = 0; k < ERROR.length; k++) {
                error += ERROR[k] * slopes[k][i];
            }
            // The maximum with NaN is NaN.
            largest = Math.max(largest, Math.abs(step * error) / accuracy);
        }
        return Double.isNaN(largest) ? REFUSED : largest;
    }

    private PathPoint point(double bid, double[] ranks) {
        return new PathPoint(bid, ranks, conditions.slopes(bid, ranks, isActive));
    }

    /** Where a step would lead, and its error in units of the accuracy asked for. */
    private static final class Trial {

        private final double[] ranks;
        private final double error;

        Trial(double[] ranks, double error) {
            this.ranks = ranks;
            this.error = error;
        }
    }
}
