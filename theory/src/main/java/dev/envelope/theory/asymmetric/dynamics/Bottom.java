package dev.envelope.theory.asymmetric.dynamics;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What holds where the winning bids begin: the one condition at the lower end, all others being at the top.
 *
 * <p>With a reserve r that types of everybody fall short of, b = r at x = Σ ln F_i(r). Where a bidder is surely above the
 * lowest bid, its lowest type, to rounding where ln F = {@value #SUNK}, is indifferent between all bids down to the
 * lowest. Otherwise x falls without end and all distances from the lowest bid shrink as e^{λx}, λ = 1/Σ p_j, p_j the exponent of
 * F_j at its lower end (0 where F_j is positive): db/dx = λ·(b − lowest). A bidder that begins at the lowest bid alone, its value w
 * above it, meets rivals whose values are all nearly as near to it, y say. With G = Σ f_j/F_j over them the equations become
 * G·y' = 1/w and p·w'/w = 1/y to the lowest order, so that y = C·e^{−p/(G·w)}, and b − lowest = G·w·y there; λ is then
 * 1/(G·w) to that order.
 */
public final class Bottom {

    private static final double SUNK = -60;
    private static final double MOST_EXPONENT = 30;
    private static final double LEAST_SHARE = 0.1;

    private final BidDynamics dynamics;
    private final LowestBid lowest;
    private final int strongest;
    private final int[] counts;
    private final double strongestLower;
    private final double leastPayoff;
    private final double end;
    private final double decay;
    private final int sole;
    private final double rivalsRate;
    private double exponent = 1;

    /**
     * The condition for {@code classes}.
     *
     * @param strongest the index of the class of the bidder that is surely above the lowest bid, −1 where there is none
     */
    public Bottom(BidDynamics dynamics, List<BidderClass> classes, LowestBid lowest, int strongest) {
        this.dynamics = dynamics;
        this.lowest = lowest;
        this.strongest = strongest;
        this.counts = classes.stream().mapToInt(BidderClass::count).toArray();
        this.strongestLower =
                strongest < 0 ? lowest.bid() : classes.get(strongest).type().lower();
        double below = 0;
        double exponents = 0;
        double rates = 0;
        int beginners = 0;
        int last = -1;
        for (int i = 0; i < counts.length; i++) {
            double cdf = classes.get(i).type().cdf(lowest.bid());
            below += i == strongest ? SUNK : counts[i] * StrictMath.log(cdf);
            exponents += cdf > 0 ? 0 : counts[i] * dynamics.elasticity(i);
            rates += cdf > 0 ? counts[i] * classes.get(i).type().density(lowest.bid()) / cdf : 0;
            beginners += cdf > 0 ? 0 : counts[i];
            last = cdf > 0 ? last : i;
        }
        this.sole = strongest < 0 && beginners == 1 ? last : -1;
        this.rivalsRate = rates;
        this.end = below;
        this.decay = 1 / exponents;
        this.leastPayoff = StrictMath.log(strongestLower - lowest.bid()) + below - SUNK;
    }

    /** The least x there is; −∞ where it falls without end. */
    double end() {
        return end;
    }

    /** By how much the condition fails at {@code point}, in the unit of the values. */
    public double residual(Point point) {
        int m = counts.length;
        double[] state = point.state();
        double[] slopes = point.slopes();
        if (strongest >= 0) {
            double payoff = StrictMath.log(strongestLower - state[m]) - leastPayoff;
            for (int i = 0; i < m; i++) {
                payoff += i == strongest ? 0 : counts[i] * state[i];
            }
            return (strongestLower - lowest.bid()) * payoff;
        }
        double above = state[m] - lowest.bid();
        return Double.isInfinite(end)
                ? slopes[m] - decay(state) * above
                : above - slopes[m] * (x(state) - end) / (1 + exponent(state, slopes));
    }

    /** The derivatives of the residual at {@code point} by what Newton's method changes. */
    public double[] gradient(Point point) {
        int m = counts.length;
        double[] state = point.state();
        double[][] jacobian = point.jacobian();
        double[] gradient = new double[m + 1];
        if (strongest >= 0) {
            for (int i = 0; i < m; i++) {
                gradient[i] = i == strongest ? 0 : (strongestLower - lowest.bid()) * counts[i] * point.units()[i];
            }
            gradient[m] = -(strongestLower - lowest.bid()) / (strongestLower - state[m]);
        } else if (Double.isInfinite(end)) {
            System.arraycopy(jacobian[m], 0, gradient, 0, m + 1);
            gradient[m] -= decay(state);
        } else {
            double share = (x(state) - end) / (1 + exponent);
            for (int d = 0; d <= m; d++) {
                gradient[d] = -share * jacobian[m][d];
            }
            gradient[m] += 1;
        }
        return gradient;
    }

    /** λ: how fast distances from the lowest bid shrink where x falls without end. */
    private double decay(double[] state) {
        if (sole < 0) {
            return decay;
        }
        double above = rivalsRate * (dynamics.value(sole, state[sole]) - lowest.bid());
        double share = above / (1 + above * decay);
        return Math.max(LEAST_SHARE, 1 - share) / share;
    }

    private double x(double[] state) {
        double x = 0;
        for (int i = 0; i < counts.length; i++) {
            x += counts[i] * state[i];
        }
        return x;
    }

    /** The power of the distance from the end as which 1/T falls there, the same as the smallest margin. */
    private double exponent(double[] state, double[] slopes) {
        int least = 0;
        for (int i = 0; i < counts.length; i++) {
            least = dynamics.value(i, state[i]) < dynamics.value(least, state[least]) ? i : least;
        }
        double value = dynamics.value(least, state[least]);
        double rise = dynamics.rise(least);
        double margin = value - state[counts.length];
        double log = (x(state) - end) * (rise * slopes[least] - slopes[counts.length]) / margin;
        exponent = Double.isFinite(log) ? Math.max(1, Math.min(MOST_EXPONENT, log)) : 1;
        return exponent;
    }

    /** A bid to begin with, given the logarithms of F in {@code state} and the least {@code value} there. */
    public double guess(double[] state, double value) {
        int m = counts.length;
        double half = lowest.bid() + (value - lowest.bid()) / 2;
        if (strongest >= 0) {
            double logPayoff = leastPayoff;
            for (int i = 0; i < m; i++) {
                logPayoff -= i == strongest ? 0 : counts[i] * state[i];
            }
            return Math.max(lowest.bid(), Math.min(half, strongestLower - StrictMath.exp(logPayoff)));
        }
        if (Double.isFinite(end) || sole >= 0) {
            return lowest.bid();
        }
        double low = lowest.bid();
        double high = value;
        DoubleUnaryOperator share = dynamics.share(state);
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (share.applyAsDouble(middle) > decay * (middle - lowest.bid())) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
