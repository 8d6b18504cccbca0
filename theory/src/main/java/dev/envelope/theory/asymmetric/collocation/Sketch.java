package dev.envelope.theory.asymmetric.collocation;

import dev.envelope.theory.asymmetric.dynamics.BidDynamics;
import dev.envelope.theory.asymmetric.dynamics.BidderClass;
import dev.envelope.theory.asymmetric.dynamics.LowestBid;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Roughly how likely each class bids less, from the top downwards: those that meet have the same value, down to where the lowest
 * bid is near; from there on what its neighbourhood asks for, which also decides how far down there is anything to solve.
 *
 * <p>Where a bidder is surely above the lowest bid, its lowest type is indifferent, which gives its rivals' values, and they give
 * its own. Where at most one bidder begins at the lowest bid, bids are much nearer to it than values, and may be taken to be it:
 * a bidder that begins there alone has values of order 1/ln(1/ε) where bids are ε above it. Where several begin there, all
 * distances shrink alike, and values may stay alike.
 */
public final class Sketch {

    /** How many levels there are below the top one. */
    static final int LEVELS = 256;

    private static final double NEAREST = 1e-6;
    /** The ln F of a surely stronger bidder below which nothing is left to win. */
    private static final double RAREST = -30;

    private static final double STEP = 0.02;
    private static final double LONGEST = 0.25;
    private static final int MOST_STEPS = 20_000;

    private final BidDynamics dynamics;
    private final List<BidderClass> classes;
    private final double lowest;
    private final int strongest;
    private final double leastMargin;
    private final double highest;
    private final List<double[]> states = new ArrayList<>();

    /**
     * A sketch.
     *
     * @param strongest the class of the bidder that is surely above the lowest bid, −1 where there is none
     * @param leastMargin the distance between bids and values, in their unit, at which it ends
     */
    public Sketch(
            BidDynamics dynamics, List<BidderClass> classes, LowestBid lowest, int strongest, double leastMargin) {
        this.dynamics = dynamics;
        this.classes = classes;
        this.lowest = lowest.bid();
        this.strongest = strongest;
        this.leastMargin = leastMargin;
        this.highest = IntStream.range(0, classes.size())
                .filter(i -> i != strongest)
                .mapToDouble(i -> classes.get(i).type().upper())
                .max()
                .orElse(lowest.bid());
        double width = highest - lowest.bid();
        if (strongest >= 0) {
            double near = Math.min(width, (classes.get(strongest).type().lower() - lowest.bid()) / 2);
            alike(near);
            followTheStrongest(near);
        } else if (beginners() > 1) {
            alike(NEAREST * width);
        } else {
            alike(Math.min(1 / slowerRates(), width / 2));
            stayAtTheLowest();
        }
    }

    /** The highest value of those that are not surely above the lowest bid. */
    double highest() {
        return highest;
    }

    /** x at a level's {@code state}. */
    double x(double[] state) {
        double x = 0;
        for (int i = 0; i < classes.size(); i++) {
            x += classes.get(i).count() * state[i];
        }
        return x;
    }

    /** How many bidders have no values below the lowest bid. */
    private int beginners() {
        return classes.stream()
                .filter(bidders -> bidders.type().cdf(lowest) == 0)
                .mapToInt(BidderClass::count)
                .sum();
    }

    /** The sum of f/F at the lowest bid over all but the one bidder for whom it is largest. */
    private double slowerRates() {
        double sum = 0;
        double largest = 0;
        for (BidderClass bidders : classes) {
            double cdf = bidders.type().cdf(lowest);
            double rate = cdf > 0 ? bidders.type().density(lowest) / cdf : Double.POSITIVE_INFINITY;
            int slower = rate > largest ? bidders.count() - 1 : bidders.count();
            sum += (slower > 0 ? slower * rate : 0) + (rate > largest ? largest : 0);
            largest = Math.max(largest, rate);
        }
        return sum;
    }

    private double log(int index, double value) {
        return StrictMath.log(classes.get(index).type().cdf(value));
    }

    /** Adds alike values, down to the distance {@code near} from the lowest bid. */
    private void alike(double near) {
        double width = highest - lowest;
        double ratio = 2 * near / (width + near);
        for (int k = 0; k <= LEVELS; k++) {
            double above = (width + near) * StrictMath.pow(ratio, (double) k / LEVELS) - near;
            states.add(alikeAt(k == 0 ? 1 : above / width));
        }
    }

    private double[] alikeAt(double share) {
        double[] state = new double[classes.size() + 1];
        for (int i = 0; i < classes.size(); i++) {
            ValueDistribution type = classes.get(i).type();
            double from = i == strongest ? type.lower() : lowest;
            double to = i == strongest ? type.upper() : highest;
            state[i] = log(i, from + share * (to - from));
        }
        return state;
    }

    /** Rivals whose bids keep the strongest bidder's lowest type indifferent, and how fast its ln F then falls. */
    private void followTheStrongest(double near) {
        double own = classes.get(strongest).type().lower();
        double payoff = (own - lowest) * StrictMath.exp(belowLog(lowest));
        double logCdf = states.get(states.size() - 1)[strongest];
        boolean isAlike = true;
        double ratio = StrictMath.exp(-STEP);
        double margin = Double.POSITIVE_INFINITY;
        for (double above = near; margin > leastMargin && logCdf > RAREST; above *= ratio) {
            double value = lowest + above * (1 + ratio) / 2;
            double bid = own - payoff / StrictMath.exp(belowLog(value));
            margin = Math.min(value - bid, above);
            double fall = (own - bid) * rate(value) / (value - bid) * above * (1 - ratio);
            double[] state = alikeAt(above * ratio / (highest - lowest));
            isAlike &= fall < logCdf - state[strongest];
            logCdf = isAlike ? state[strongest] : logCdf - fall;
            state[strongest] = logCdf;
            states.add(state);
        }
    }

    /** ln Π F_j over the rivals of the strongest bidder. */
    private double belowLog(double value) {
        double log = 0;
        for (int i = 0; i < classes.size(); i++) {
            log += i == strongest ? 0 : classes.get(i).count() * log(i, value);
        }
        return log;
    }

    /** Its derivative. */
    private double rate(double value) {
        double rate = 0;
        for (int i = 0; i < classes.size(); i++) {
            ValueDistribution type = classes.get(i).type();
            rate += i == strongest ? 0 : classes.get(i).count() * type.density(value) / type.cdf(value);
        }
        return rate;
    }

    /** Follows the equations downwards with all bids at the lowest, by the midpoint rule. */
    private void stayAtTheLowest() {
        double[] state = states.get(states.size() - 1).clone();
        state[classes.size()] = lowest;
        double[] slopes = new double[state.length];
        double length = step(state, slopes);
        for (int k = 0; k < MOST_STEPS && length < Double.POSITIVE_INFINITY; k++) {
            dynamics.slopes(moved(state, slopes, length / 2), slopes);
            state = moved(state, slopes, length);
            states.add(state);
            length = step(state, slopes);
        }
    }

    private double[] moved(double[] state, double[] slopes, double length) {
        double[] moved = state.clone();
        for (int i = 0; i < classes.size(); i++) {
            moved[i] -= length * slopes[i];
        }
        return moved;
    }

    /** Writes the slopes and answers how far x may fall in a step, +∞ where some margin is as small as it may be. */
    private double step(double[] state, double[] slopes) {
        dynamics.slopes(state, slopes);
        double length = LONGEST;
        for (int i = 0; i < classes.size(); i++) {
            double margin = dynamics.value(i, state[i]) - lowest;
            if (margin < leastMargin) {
                return Double.POSITIVE_INFINITY;
            }
            double fall = dynamics.rise(i) * slopes[i];
            length = fall > 0 && fall < Double.POSITIVE_INFINITY ? Math.min(length, STEP * margin / fall) : length;
        }
        return length;
    }

    /** The states at levels, downwards, evenly spaced in the sum of x, the least value's distance from the lowest bid and its logarithm. */
    double[][] levels() {
        int last = states.size() - 1;
        double[] along = new double[last + 1];
        double lengthX = x(states.get(0)) - x(states.get(last));
        double length = distance(states.get(0)) - distance(states.get(last));
        double lengthLog = logRatio(states.get(0), states.get(last));
        for (int k = 1; k <= last; k++) {
            double[] above = states.get(k - 1);
            double[] below = states.get(k);
            along[k] = along[k - 1]
                    + Math.abs(x(above) - x(below)) / lengthX
                    + Math.abs(distance(above) - distance(below)) / length
                    + Math.abs(logRatio(above, below)) / lengthLog;
        }
        double[][] levels = new double[LEVELS + 1][];
        int at = 0;
        for (int k = 0; k <= LEVELS; k++) {
            double goal = along[last] * k / LEVELS;
            while (at < last - 1 && along[at + 1] < goal) {
                at++;
            }
            levels[k] = between(states.get(at), states.get(at + 1), (goal - along[at]) / (along[at + 1] - along[at]));
        }
        return levels;
    }

    private double[] between(double[] above, double[] below, double share) {
        double[] state = new double[above.length];
        double part = share > 0 ? Math.min(1, share) : 0;
        for (int i = 0; i < classes.size(); i++) {
            state[i] = above[i] + part * (below[i] - above[i]);
        }
        return state;
    }

    /** How far the least value is above the lowest bid. */
    private double distance(double[] state) {
        double least = highest;
        for (int i = 0; i < classes.size(); i++) {
            least = i == strongest ? least : Math.min(least, dynamics.value(i, state[i]));
        }
        return Math.max(least - lowest, leastMargin);
    }

    private double logRatio(double[] above, double[] below) {
        return StrictMath.log(distance(above) / distance(below));
    }
}
