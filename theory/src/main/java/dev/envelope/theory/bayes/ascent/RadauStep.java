package dev.envelope.theory.bayes.ascent;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * One implicit step along the path by the three-stage Radau IIA method (Hairer &amp; Wanner, <i>Solving Ordinary Differential Equations
 * II</i>, ch. IV.5 and VII.4), in the logarithm s of the type of the reference kind.
 *
 * <p>Bids are determined by the conditions and by how these change, an algebraic variable of index 2 for which that method is made. No
 * equation is divided by what vanishes where kinds are alike.
 */
final class RadauStep {

    private static final double ROOT = StrictMath.sqrt(6);
    private static final double[] NODES = {(4 - ROOT) / 10, (4 + ROOT) / 10, 1};
    private static final double[][] WEIGHTS = {
        {(88 - 7 * ROOT) / 360, (296 - 169 * ROOT) / 1800, (-2 + 3 * ROOT) / 225},
        {(296 + 169 * ROOT) / 1800, (88 + 7 * ROOT) / 360, (-2 - 3 * ROOT) / 225},
        {(16 - ROOT) / 36, (16 + ROOT) / 36, 1 / 9.0}
    };
    private static final int STAGES = 3;
    private static final int ITERATIONS = 40;
    private static final double STEP = 1e-7;
    private static final double CONVERGED = 1e-11;
    private static final double SOLVED = 1e-8;

    private final Balance balance;
    private final AscentPoint start;
    private final double width;
    private final double scale;
    private final int[] others;
    private final int[] pairs;
    private final int size;

    /** A step of {@code width} in s from {@code start}. */
    RadauStep(Balance balance, AscentPoint start, double width) {
        this.balance = balance;
        this.start = start;
        this.width = width;
        this.scale = start.type(balance.reference());
        this.others = balance.others();
        int kinds = balance.kinds();
        this.pairs = IntStream.range(0, kinds * kinds)
                .filter(pair -> pair / kinds <= pair % kinds && balance.isPair(pair / kinds, pair % kinds))
                .toArray();
        this.size = others.length + 1 + pairs.length;
    }

    /** The bids just after the start and at the end of a step, and where it leads. */
    record Taken(double first, AscentPoint end) {}

    /** The step; empty where the equations were not solved. */
    Optional<Taken> taken() {
        double[] unknowns = new double[STAGES * size];
        for (int i = 0; i < STAGES; i++) {
            double growth = StrictMath.exp(NODES[i] * width);
            for (int o = 0; o < others.length; o++) {
                unknowns[i * size + o] = start.type(others[o]) / scale * growth;
            }
            unknowns[i * size + others.length] = start.bid() / scale * growth;
            for (int p = 0; p < pairs.length; p++) {
                unknowns[i * size + others.length + 1 + p] = start.prices()[pairs[p]] / scale * growth;
            }
        }
        double[] residuals = residuals(unknowns);
        double size = largest(residuals);
        for (int iteration = 0; iteration < ITERATIONS && size > CONVERGED; iteration++) {
            double[] change;
            try {
                change = new LUDecomposition(jacobian(unknowns, residuals))
                        .getSolver()
                        .solve(new ArrayRealVector(residuals, false))
                        .toArray();
            } catch (SingularMatrixException singular) {
                return Optional.empty();
            }
            double share = 1;
            double[] next = moved(unknowns, change, share);
            double[] there = residuals(next);
            while (!(largest(there) < size) && share > 1e-3) {
                share /= 2;
                next = moved(unknowns, change, share);
                there = residuals(next);
            }
            if (!(largest(there) < size)) {
                break;
            }
            unknowns = next;
            residuals = there;
            size = largest(there);
        }
        return size <= SOLVED ? Optional.of(taken(unknowns)) : Optional.empty();
    }

    private Taken taken(double[] unknowns) {
        double[] types = start.types();
        double[] prices = start.prices();
        fill(unknowns, STAGES - 1, types, prices);
        double[] bids = new double[STAGES];
        for (int i = 0; i < STAGES; i++) {
            bids[i] = scale * unknowns[i * size + others.length];
        }
        double first = 0;
        for (int i = 0; i < STAGES; i++) {
            double basis = 1;
            for (int j = 0; j < STAGES; j++) {
                basis *= j == i ? 1 : -NODES[j] / (NODES[i] - NODES[j]);
            }
            first += basis * bids[i];
        }
        return new Taken(first, new AscentPoint(bids[STAGES - 1], types, prices));
    }

    /** Types and prices at stage {@code i}, in their own units. */
    private void fill(double[] unknowns, int i, double[] types, double[] prices) {
        types[balance.reference()] = scale * StrictMath.exp(NODES[i] * width);
        for (int o = 0; o < others.length; o++) {
            types[others[o]] = start.type(others[o]) + scale * risen(unknowns, i, o);
        }
        int kinds = balance.kinds();
        for (int p = 0; p < pairs.length; p++) {
            int k = pairs[p] / kinds;
            int l = pairs[p] % kinds;
            double price = start.price(k, l) + scale * risen(unknowns, i, others.length + 1 + p);
            prices[k * kinds + l] = price;
            prices[l * kinds + k] = price;
        }
    }

    private double risen(double[] unknowns, int i, int which) {
        double sum = 0;
        for (int j = 0; j < STAGES; j++) {
            sum += WEIGHTS[i][j] * unknowns[j * size + which];
        }
        return width * sum;
    }

    private double[] residuals(double[] unknowns) {
        double[] residuals = new double[unknowns.length];
        int kinds = balance.kinds();
        double[] types = start.types();
        double[] prices = start.prices();
        double[] rises = new double[kinds];
        for (int i = 0; i < STAGES; i++) {
            fill(unknowns, i, types, prices);
            int row = i * size;
            int reference = balance.reference();
            rises[reference] = balance.rise(reference, types[reference], types[reference]);
            for (int o = 0; o < others.length; o++) {
                rises[others[o]] = balance.rise(others[o], types[others[o]], scale * unknowns[row + o]);
            }
            int equation = row;
            for (int k : balance.active()) {
                residuals[equation++] = balance.gain(k, types[k], rises, prices) / scale;
            }
            for (int p = 0; p < pairs.length; p++) {
                double share = balance.share(pairs[p] / kinds, pairs[p] % kinds, rises);
                residuals[equation++] = unknowns[row + others.length + 1 + p]
                        - (unknowns[row + others.length] - prices[pairs[p]] / scale) * share;
            }
        }
        return residuals;
    }

    private RealMatrix jacobian(double[] unknowns, double[] residuals) {
        RealMatrix jacobian = new Array2DRowRealMatrix(residuals.length, unknowns.length);
        for (int j = 0; j < unknowns.length; j++) {
            double[] moved = unknowns.clone();
            double h = STEP * Math.max(1, Math.abs(unknowns[j]));
            moved[j] += h;
            double[] there = residuals(moved);
            for (int i = 0; i < there.length; i++) {
                jacobian.setEntry(i, j, (there[i] - residuals[i]) / h);
            }
        }
        return jacobian;
    }

    private static double[] moved(double[] from, double[] change, double share) {
        double[] to = from.clone();
        Arrays.setAll(to, i -> from[i] - share * change[i]);
        return to;
    }

    private static double largest(double[] residuals) {
        double largest = 0;
        for (double residual : residuals) {
            largest = Double.isNaN(residual) ? Double.POSITIVE_INFINITY : Math.max(largest, Math.abs(residual));
        }
        return largest;
    }
}
