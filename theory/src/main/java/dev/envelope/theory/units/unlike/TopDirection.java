package dev.envelope.theory.units.unlike;

import dev.envelope.theory.numeric.PoissonBinomial;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * In which proportion the values of those who bid at the top go down from it, where {@link UnitConditions} are singular with several
 * units: nobody is above anybody there.
 *
 * <p>With chances ε_j·τ of being above and e_k their elementary symmetric polynomials, all but i's, the conditions are e_L(ε) = λ_i where
 * the own bid is paid, and L·e_L(ε) = λ_i·e_{L−1}(ε) where the lowest accepted one is, with λ_i = u′/u at the top. By Newton's method in
 * the logarithms of ε.
 */
final class TopDirection {

    private static final int STEPS = 200;
    private static final double LONGEST = 1;
    private static final double EXACT = 1e-12;

    private final UnitConditions conditions;
    private final int units;
    private final int[] bidding;
    private final double[] logLambda;

    private TopDirection(UnitConditions conditions, double rise, int units, boolean... isActive) {
        this.conditions = conditions;
        this.units = units;
        this.bidding =
                IntStream.range(0, isActive.length).filter(i -> isActive[i]).toArray();
        this.logLambda = IntStream.of(bidding)
                .mapToDouble(i -> StrictMath.log(conditions.eagerness(i, rise, 0)))
                .toArray();
    }

    /** A direction. */
    static final class Found {

        private final double[] chances;
        private final double eagerness;

        private Found(double[] chances, double eagerness) {
            this.chances = chances;
            this.eagerness = eagerness;
        }

        /** The chance of kind {@code i}, 0 where it does not bid; those of all bidders make 1 together. */
        double chance(int i) {
            return chances[i];
        }

        /** The u′/u of who bids here and higher and beats everybody who bids here: (L+1)·e_(L+1)/e_L of all. */
        double eagerness() {
            return eagerness;
        }
    }

    /** The direction for {@code units} at a highest bid of {@code rise} above the floor; empty where there is none. */
    static Optional<Found> of(UnitConditions conditions, double rise, int units, boolean... isActive) {
        return new TopDirection(conditions, rise, units, isActive).solved();
    }

    private Optional<Found> solved() {
        double[] logs = new double[bidding.length];
        for (int step = 0; step < STEPS; step++) {
            double[] off = new double[logs.length];
            double[][] slopes = new double[logs.length][logs.length];
            conditions(logs, off, slopes);
            double[] move;
            try {
                move = new LUDecomposition(new Array2DRowRealMatrix(slopes, false), 0)
                        .getSolver()
                        .solve(new ArrayRealVector(off, false))
                        .toArray();
            } catch (SingularMatrixException e) {
                return Optional.empty();
            }
            double longest = Arrays.stream(move).map(Math::abs).max().orElse(0);
            if (Double.isNaN(longest)) {
                return Optional.empty();
            }
            double share = Math.min(1, LONGEST / longest);
            for (int r = 0; r < logs.length; r++) {
                logs[r] -= share * move[r];
            }
            if (longest <= EXACT) {
                double eagerness = (units + 1) * symmetric(units + 1, logs, -1, -1) / symmetric(units, logs, -1, -1);
                return Optional.of(new Found(normalized(logs), eagerness));
            }
        }
        return Optional.empty();
    }

    private double[] normalized(double... logs) {
        double[] chances = new double[conditions.kinds()];
        double sum = 0;
        for (int r = 0; r < logs.length; r++) {
            chances[bidding[r]] = StrictMath.exp(logs[r]);
            sum += conditions.kind(bidding[r]).count() * chances[bidding[r]];
        }
        for (int i = 0; i < chances.length; i++) {
            chances[i] /= sum;
        }
        return chances;
    }

    /** By how much the logarithms of the conditions are off, and their slopes. */
    private void conditions(double[] logs, double[] off, double[][] slopes) {
        for (int r = 0; r < logs.length; r++) {
            double all = symmetric(units, logs, r, -1);
            double fewer = conditions.isOwnBidPaid() ? 1 : symmetric(units - 1, logs, r, -1) / units;
            off[r] = StrictMath.log(all / fewer) - logLambda[r];
            for (int c = 0; c < logs.length; c++) {
                int others = count(c) - (r == c ? 1 : 0);
                double chance = others * StrictMath.exp(logs[c]);
                slopes[r][c] = others == 0
                        ? 0
                        : chance * symmetric(units - 1, logs, r, c) / all
                                - (conditions.isOwnBidPaid()
                                        ? 0
                                        : chance * symmetric(units - 2, logs, r, c) / units / fewer);
            }
        }
    }

    private int count(int r) {
        return conditions.kind(bidding[r]).count();
    }

    /** e_k of all bidders but one of {@code without} and one of {@code other}, which may be −1 for nobody. */
    private double symmetric(int k, double[] logs, int without, int other) {
        if (k < 0) {
            return 0;
        }
        double[] chances = new double[logs.length];
        double[] ones = new double[logs.length];
        int[] counts = new int[logs.length];
        for (int j = 0; j < logs.length; j++) {
            chances[j] = StrictMath.exp(logs[j]);
            ones[j] = 1;
            counts[j] = count(j) - (j == without ? 1 : 0) - (j == other ? 1 : 0);
        }
        return PoissonBinomial.pmf(k, chances, ones, counts)[k];
    }
}
