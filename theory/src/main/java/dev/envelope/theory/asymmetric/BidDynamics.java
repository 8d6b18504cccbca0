package dev.envelope.theory.asymmetric;

import java.util.List;

/**
 * The first-order conditions of the asymmetric first-price auction as an autonomous, bounded differential equation.
 *
 * <p>With H_i(b) = F_i(φ_i(b)) the distribution of a bid, L_i = ln H_i, u_i = φ_i − b and T = Σ_j L_j'(b), bidder i is
 * indifferent at the margin where T − L_i' = 1/u_i; so L_i' = (T − 1/u_i)⁺ and T solves Σ_i (T − 1/u_i)⁺ = T. A bidder with
 * T &lt; 1/u_i does not bid there: at the top these are weak bidders whose own top bid is lower. Measured in
 * x = Σ_j L_j, the logarithm of the distribution of the winning bid, dL_i/dx = (1 − 1/(T·u_i))⁺ and db/dx = 1/T are bounded
 * also where all u_i vanish. (Krishna, ch. 4.3; Lebrun 2006.) The state is L_1, …, L_m of the classes, then b.
 */
final class BidDynamics {

    private final InverseCdf[] inverses;
    private final int[] counts;
    private final double smallest;
    private final double[] values;
    private final double[] margins;
    private final int[] order;

    BidDynamics(List<BidderClass> classes, double range) {
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

    int classes() {
        return counts.length;
    }

    double value(int index, double logCdf) {
        return inverses[index].at(logCdf);
    }

    /** Writes the derivatives by x and answers T, +∞ where fewer than two bidders could bid. */
    double slopes(double[] state, double[] slopes) {
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

    /** The bits of the classes that bid at {@code state}. */
    long active(double[] state) {
        double[] slopes = new double[state.length];
        slopes(state, slopes);
        long bits = 0;
        for (int i = 0; i < counts.length; i++) {
            bits |= slopes[i] > 0 ? 1L << i : 0;
        }
        return bits;
    }

    /** The smallest u_i among the classes with types above {@code state}. */
    double smallestMargin(double[] state) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < counts.length; i++) {
            if (state[i] < 0) {
                least = Math.min(least, inverses[i].at(state[i]) - state[counts.length]);
            }
        }
        return least;
    }
}
