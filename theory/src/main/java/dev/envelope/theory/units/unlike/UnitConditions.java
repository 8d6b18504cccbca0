package dev.envelope.theory.units.unlike;

import dev.envelope.theory.numeric.PoissonBinomial;
import dev.envelope.theory.preference.Utility;
import dev.envelope.theory.units.UnitPricing;
import dev.envelope.theory.unlike.descent.RankedValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * The first-order conditions of L units among bidders that want one each, as a linear system for how fast the ranks R_j(b) of the
 * values that bid b rise with b.
 *
 * <p>A bidder i of value v that bids b begins to win where the L-th highest rival bid is b: with density Σ_{j≠i} R_j′·D_ij, D_ij
 * the chance that exactly L−1 of the others are above b. It pays for that with a higher price where it wins (pay as bid), or where it wins and
 * sets the price, as exactly L−1 of its rivals are above it (lowest accepted bid): with chance K_i. So Σ_{j≠i} R_j′·D_ij = K_i·u′(v − b)/u(v − b)
 * for everybody who bids around b; for one unit those are the conditions of Krishna, ch. 4.3, for alike bidders Weber's (1983). Ranks R are given as
 * depths y = −ln R, which know their digits next to the highest bid and next to the lowest.
 */
final class UnitConditions {

    /** The least margin, in units of the range, so that conditions are defined a little beyond the end of a path. */
    private static final double LEAST_MARGIN = 1e-13;

    private final List<UnitKind> kinds;
    private final int units;
    private final boolean isOwnBidPaid;
    private final Utility utility;
    private final double range;
    private final double floor;
    private final int[] counts;
    private final List<RankedValues> values = new ArrayList<>();

    UnitConditions(List<UnitKind> kinds, int units, UnitPricing pricing, Utility utility, double floor) {
        this.kinds = List.copyOf(kinds);
        this.units = units;
        this.isOwnBidPaid = pricing == UnitPricing.DISCRIMINATORY;
        this.utility = utility;
        this.floor = floor;
        this.counts = kinds.stream().mapToInt(UnitKind::count).toArray();
        this.range = highestValue()
                - kinds.stream().mapToDouble(kind -> kind.type().lower()).min().orElseThrow();
        kinds.forEach(kind -> values.add(new RankedValues(kind.type())));
    }

    int kinds() {
        return counts.length;
    }

    UnitKind kind(int i) {
        return kinds.get(i);
    }

    int units() {
        return units;
    }

    boolean isOwnBidPaid() {
        return isOwnBidPaid;
    }

    /** The lowest bid. */
    double floor() {
        return floor;
    }

    /** The highest less the lowest value of all. */
    double range() {
        return range;
    }

    double highestValue() {
        return kinds.stream().mapToDouble(kind -> kind.type().upper()).max().orElseThrow();
    }

    /** How many bidders are of the kinds named. */
    int bidders(boolean... isCounted) {
        int bidders = 0;
        for (int i = 0; i < counts.length; i++) {
            bidders += isCounted[i] ? counts[i] : 0;
        }
        return bidders;
    }

    /** The value of kind {@code i} whose rank is e^−{@code depth}. */
    double value(int i, double depth) {
        return values.get(i).at(depth).at();
    }

    /** −ln of the rank of {@code value} of kind {@code i}. */
    double depth(int i, double value) {
        return values.get(i).depthOf(value);
    }

    /** u′/u of what a winner of kind {@code i} keeps whose bid is {@code rise} above the floor. */
    double eagerness(int i, double rise, double depth) {
        double margin = Math.max(LEAST_MARGIN * range, value(i, depth) - floor - rise);
        return utility.marginal(margin) / utility.of(margin);
    }

    /** H_i: the chance that a bid of kind {@code i} wins that the others make at these depths. */
    double chance(int i, double... depths) {
        return new Standing(depths).chance(i);
    }

    /** R_j′ of the kinds that bid around {@code rise} above the floor, 0 of others; not a number where there is no solution. */
    double[] slopes(double rise, double[] depths, boolean... isActive) {
        int[] active = indices(isActive);
        Standing standing = new Standing(depths);
        double[][] matrix = new double[active.length][active.length];
        double[] right = new double[active.length];
        for (int r = 0; r < active.length; r++) {
            double cost = standing.cost(active[r]);
            right[r] = eagerness(active[r], rise, depths[active[r]]);
            for (int c = 0; c < active.length; c++) {
                matrix[r][c] = rivals(active[r], active[c]) == 0
                        ? 0
                        : rivals(active[r], active[c]) * standing.pivot(active[r], active[c]) / cost;
            }
        }
        double[] slopes = new double[counts.length];
        try {
            double[] solved = new LUDecomposition(new Array2DRowRealMatrix(matrix, false), 0)
                    .getSolver()
                    .solve(new ArrayRealVector(right, false))
                    .toArray();
            for (int r = 0; r < active.length; r++) {
                slopes[active[r]] = solved[r];
            }
        } catch (SingularMatrixException e) {
            Arrays.fill(slopes, Double.NaN);
        }
        return slopes;
    }

    /**
     * By which share of what it costs the highest value of kind {@code i}, which does not bid yet, would gain by going up to a bid of {@code rise} above the
     * floor and further: it joins where that is no longer below 0.
     */
    double readiness(int i, double rise, double[] depths, double... slopes) {
        Standing standing = new Standing(depths);
        double gained = 0;
        for (int j = 0; j < counts.length; j++) {
            if (slopes[j] != 0) {
                gained += rivals(i, j) * standing.pivot(i, j) * slopes[j];
            }
        }
        return gained / (standing.cost(i) * eagerness(i, rise, depths[i])) - 1;
    }

    private int rivals(int i, int j) {
        return counts[j] - (i == j ? 1 : 0);
    }

    private static int[] indices(boolean... isActive) {
        int[] active = new int[isActive.length];
        int size = 0;
        for (int i = 0; i < isActive.length; i++) {
            if (isActive[i]) {
                active[size++] = i;
            }
        }
        return Arrays.copyOf(active, size);
    }

    /** How likely each kind is to be above and not above, at given depths. */
    private final class Standing {

        private final double[] above;
        private final double[] ranks;

        Standing(double... depths) {
            this.above = new double[depths.length];
            this.ranks = new double[depths.length];
            for (int k = 0; k < depths.length; k++) {
                above[k] = -StrictMath.expm1(-depths[k]);
                ranks[k] = StrictMath.exp(-depths[k]);
            }
        }

        /** H_i. */
        double chance(int i) {
            double chance = 0;
            for (double exactly : pmf(i, -1)) {
                chance += exactly;
            }
            return Math.min(1, chance);
        }

        /** K_i. */
        double cost(int i) {
            return isOwnBidPaid ? chance(i) : pmf(i, -1)[units - 1];
        }

        /** D_ij, of another bidder of kind {@code j}. */
        double pivot(int i, int j) {
            return pmf(i, j)[units - 1];
        }

        /** The probabilities that 0 … L−1 of all but one of kind {@code i}, and one of kind {@code j}, are above. */
        private double[] pmf(int i, int j) {
            int[] others = counts.clone();
            others[i]--;
            if (j >= 0) {
                others[j]--;
            }
            return PoissonBinomial.pmf(units - 1, above, ranks, others);
        }
    }
}
