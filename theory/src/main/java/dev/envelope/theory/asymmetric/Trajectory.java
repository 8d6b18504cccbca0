package dev.envelope.theory.asymmetric;

import java.util.Arrays;
import java.util.List;

/**
 * A solution of {@link BidDynamics} followed downwards from a state, until it shows on which side of the equilibrium it is.
 *
 * <p>From too high a bid the values fall to the bid before they fall to the lowest bid; from too low a bid, the bid falls
 * below the lowest. Everything else about the state is stable downwards.
 */
final class Trajectory {

    /** What a bid turned out to be. */
    enum Side {
        /** Above the equilibrium's. */
        HIGH,
        /** Below the equilibrium's. */
        LOW,
        /** The equilibrium's, as far as can be seen. */
        BOTH
    }

    private static final int MAX_STEPS = 2_000;
    /** How many steps a whole solution may take before it is given up. */
    private static final int BUDGET = 20_000;

    private static final double LOG_ERROR = 1e-12;
    private static final double BID_ERROR = 1e-13;
    /** Bids this close to the lowest, in units of the range, are taken for it. */
    private static final double NEAR = 1e-6;
    /** ln F of a strongest bidder's type that is its lowest, to rounding. */
    private static final double SUNK = -60;

    private final BidDynamics dynamics;
    private final Extrapolation extrapolation;
    private final double[] scales;
    private final double range;
    private final double lowest;
    private final double end;
    private final int strongest;
    private final int[] counts;
    private final double strongestLower;
    /** ln of what the strongest bidder's lowest type expects, −∞ where there is no such bidder. */
    private final double leastPayoff;

    private int taken;

    Trajectory(BidDynamics dynamics, List<BidderClass> classes, double lowest, int strongest, double range) {
        this.dynamics = dynamics;
        this.extrapolation = new Extrapolation(dynamics);
        this.range = range;
        this.lowest = lowest;
        this.strongest = strongest;
        this.scales = new double[classes.size() + 1];
        Arrays.fill(scales, LOG_ERROR);
        scales[classes.size()] = BID_ERROR * range;
        double unsold = 0;
        for (BidderClass bidders : classes) {
            unsold += bidders.count() * StrictMath.log(bidders.type().cdf(lowest));
        }
        this.end = unsold;
        this.counts = classes.stream().mapToInt(BidderClass::count).toArray();
        this.strongestLower =
                strongest < 0 ? lowest : classes.get(strongest).type().lower();
        double payoff = StrictMath.log(strongestLower - lowest);
        for (int i = 0; i < counts.length; i++) {
            payoff += i == strongest
                    ? 0
                    : counts[i] * StrictMath.log(classes.get(i).type().cdf(lowest));
        }
        this.leastPayoff = payoff;
    }

    /** Whether so many steps were taken that no solution is to be expected. */
    boolean isExhausted() {
        return taken > BUDGET;
    }

    /** Which side the bid is on where only the strongest bidder's lowest type is left. */
    private Side sunkSide(double[] state) {
        double payoff = StrictMath.log(strongestLower - state[counts.length]);
        for (int i = 0; i < counts.length; i++) {
            payoff += i == strongest ? 0 : counts[i] * state[i];
        }
        return payoff > leastPayoff ? Side.LOW : Side.HIGH;
    }

    /** Σ ln F_i(lowest bid): the least x there is, −∞ where every bid wins with certainty above some type's. */
    double end() {
        return end;
    }

    /** Whether nothing is left below {@code state}, to the accuracy wanted. */
    boolean isAtTheEnd(double x, double[] state) {
        double above = state[state.length - 1] - lowest;
        return x <= end + 1e-9 * Math.max(1, -end)
                || (strongest < 0 && Double.isInfinite(end) && above < NEAR * range)
                || (strongest >= 0 && state[strongest] < SUNK);
    }

    /** Which side of the equilibrium the bid in {@code state} is on. */
    Side side(double from, double[] state) {
        double[] here = state.clone();
        double[] next = new double[here.length];
        double x = from;
        double h = 0.5;
        for (int i = 0; i < MAX_STEPS && !isExhausted(); i++) {
            taken++;
            if (Double.isInfinite(dynamics.slopes(here, next)) || dynamics.smallestMargin(here) <= 1e-15 * range) {
                return Side.HIGH;
            }
            if (here[here.length - 1] < lowest) {
                return Side.LOW;
            }
            if (strongest >= 0 && here[strongest] < SUNK) {
                return sunkSide(here);
            }
            if (isAtTheEnd(x, here)) {
                return Double.isFinite(end) && here[here.length - 1] > lowest ? Side.HIGH : Side.BOTH;
            }
            h = Math.min(h, x - end);
            double error = extrapolation.step(here, -h, scales, next);
            if (error <= 1) {
                x -= h;
                double[] swap = here;
                here = next;
                next = swap;
            } else if (h < 1e-12) {
                return Side.HIGH;
            }
            h *= growth(error);
        }
        return Side.BOTH;
    }

    /** By how much the next step may be longer. */
    static double growth(double error) {
        return Math.max(0.2, Math.min(3, 0.85 * StrictMath.pow(Math.max(error, 1e-10), -1 / 9.0)));
    }

    double step(double[] from, double h, double[] to) {
        return extrapolation.step(from, h, scales, to);
    }
}
