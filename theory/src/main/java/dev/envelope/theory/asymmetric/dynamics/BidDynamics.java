package dev.envelope.theory.asymmetric.dynamics;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The first-order conditions of the asymmetric first-price auction as an autonomous, bounded differential equation.
 *
 * <p>With H_i(b) = F_i(φ_i(b)) the distribution of a bid, L_i = ln H_i, u_i = φ_i − b and T = Σ_j L_j'(b), bidder i is
 * indifferent at the margin where T − L_i' = 1/u_i; so L_i' = (T − 1/u_i)⁺ and T solves Σ_i (T − 1/u_i)⁺ = T. A bidder with
 * T &lt; 1/u_i does not bid there: at the top these are weak bidders whose own top bid is lower. Measured in
 * x = Σ_j L_j, the logarithm of the distribution of the winning bid, dL_i/dx = (1 − 1/(T·u_i))⁺ and db/dx = 1/T are bounded
 * also where all u_i vanish. (Krishna, ch. 4.3; Lebrun 2006.) The state is L_1, …, L_m of the classes, then b.
 */
public final class BidDynamics {

    private final InverseCdf[] inverses;
    private final int[] counts;
    private final double smallest;
    private final double[] values;
    private final double[] margins;
    private final int[] order;

    public BidDynamics(List<BidderClass> classes, double range) {
        int m = classes.size();
        this.inverses = new InverseCdf[m];
        this.counts = new int[m];
        this.values = new double[m];
        this.margins = new double[m];
        this.order = new int[m];
        this.smallest = 1e-15 * range;
        for (int i = 0; i < m; i++) {
            inverses[i] = new InverseCdf(classes.get(i).type());
            counts[i] = classes.get(i).count();
        }
    }

    public int classes() {
        return counts.length;
    }

    public double value(int index, double logCdf) {
        return inverses[index].at(logCdf);
    }

    /** The derivative by ln F of the value of class {@code index} asked for last. */
    public double rise(int index) {
        return inverses[index].slope();
    }

    /** The exponent of the power that the distribution of class {@code index} is at its lower end. */
    double elasticity(int index) {
        return inverses[index].elasticity();
    }

    /** 1/T at a bid and the ln F in {@code state} of those whose values are higher; 0 where they are not two. */
    public DoubleUnaryOperator share(double[] state) {
        double[] held = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            held[i] = inverses[i].at(state[i]);
        }
        return b -> share(held, b);
    }

    private double share(double[] held, double b) {
        int candidates = 0;
        for (int i = 0; i < counts.length; i++) {
            margins[i] = held[i] - b;
            if (margins[i] > 0) {
                insert(candidates++, i);
            }
        }
        return 1 / total(candidates);
    }

    /**
     * Writes what there is to know at {@code point}, given the state there, where exactly the classes {@code bids} bid. Values
     * are searched from those of the point on.
     *
     * @param late the classes that begin to bid below the top: what changes is their value where the density is low
     * @return whether the bidders' values exceed the bid
     */
    public boolean linearize(Point point, boolean[] bids, boolean[] late) {
        int m = counts.length;
        double[] state = point.state();
        double[] near = point.values();
        double[] byUnknown = new double[m];
        double sum = 0;
        int bidders = 0;
        for (int i = 0; i < m; i++) {
            near[i] = inverses[i].continued(state[i], near[i]);
            double rise = inverses[i].slope();
            boolean isByValue = late[i] && bids[i] && state[i] != 0 && rise > inverses[i].width();
            point.isByValue()[i] = isByValue;
            point.units()[i] = isByValue ? 1 / rise : 1;
            byUnknown[i] = isByValue ? 1 : finite(rise);
            margins[i] = near[i] - state[m];
            if (bids[i]) {
                if (!(margins[i] > 0)) {
                    return false;
                }
                sum += counts[i] / margins[i];
                bidders += counts[i];
            }
        }
        point.units()[m] = 1;
        double share = (bidders - 1) / sum;
        double[] shareByMargin = new double[m];
        double byBid = 0;
        for (int j = 0; j < m; j++) {
            double relative = bids[j] ? share / margins[j] : 0;
            shareByMargin[j] = counts[j] * relative * relative / (bidders - 1);
            byBid += shareByMargin[j];
        }
        double[] slopes = point.slopes();
        for (int i = 0; i <= m; i++) {
            double[] row = point.jacobian()[i];
            Arrays.fill(row, 0);
            boolean moves = i == m || bids[i];
            slopes[i] = i == m ? share : bids[i] ? 1 - share / margins[i] : 0;
            for (int j = 0; j <= m && moves; j++) {
                double change = j == m ? -byBid : shareByMargin[j];
                double own = i == m ? 1 : -1 / margins[i];
                double direct = i == m ? 0 : share / margins[i] / margins[i];
                double kernel = change * own + (j == i && i < m ? direct : j == m ? -direct : 0);
                row[j] = j == m ? kernel : kernel * byUnknown[j];
            }
        }
        return true;
    }

    /** ln F of class {@code index} at {@code value}. */
    public double log(int index, double value) {
        return inverses[index].log(value);
    }

    /**
     * By how much the margin of class {@code index} exceeds 1/T where exactly the other classes {@code bids} bid: above 0 it
     * joins them.
     */
    public double eagerness(int index, double[] state, boolean[] bids) {
        double b = state[counts.length];
        double sum = 0;
        int bidders = 0;
        for (int i = 0; i < counts.length; i++) {
            if (bids[i] && i != index) {
                sum += counts[i] / (inverses[i].continued(state[i], Double.NaN) - b);
                bidders += counts[i];
            }
        }
        double share = bidders < 2 ? 0 : (bidders - 1) / sum;
        return inverses[index].continued(state[index], Double.NaN) - b - share;
    }

    private static double finite(double rise) {
        return Double.isFinite(rise) ? rise : 0;
    }

    /** Writes the derivatives by x and answers T, +∞ where fewer than two bidders could bid. */
    public double slopes(double[] state, double[] slopes) {
        int m = counts.length;
        double b = state[m];
        int candidates = 0;
        for (int i = 0; i < m; i++) {
            slopes[i] = 0;
            values[i] = inverses[i].at(state[i]);
            margins[i] = values[i] - b;
            if (margins[i] > smallest || state[i] < 0) {
                margins[i] = Math.max(smallest, margins[i]);
                insert(candidates++, i);
            }
        }
        double total = total(candidates);
        for (int k = 0; k < candidates; k++) {
            int i = order[k];
            slopes[i] = Math.max(0, 1 - 1 / (total * margins[i]));
        }
        slopes[m] = 1 / total;
        return total;
    }

    /** T: bidders join by decreasing margin while they would bid. */
    private double total(int candidates) {
        double sum = 0;
        int bidders = 0;
        for (int k = 0; k < candidates; k++) {
            int i = order[k];
            if (bidders >= 2 && sum * margins[i] < bidders - 1) {
                break;
            }
            sum += counts[i] / margins[i];
            bidders += counts[i];
        }
        return bidders < 2 ? Double.POSITIVE_INFINITY : sum / (bidders - 1);
    }

    private void insert(int size, int index) {
        int k = size;
        while (k > 0 && margins[order[k - 1]] < margins[index]) {
            order[k] = order[k - 1];
            k--;
        }
        order[k] = index;
    }
}
