package dev.envelope.theory.callmarket.strategy;

import dev.envelope.theory.callmarket.expectation.Population;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * The path that meets the conditions of {@link SmoothField} as nearly as a path with little curvature can, by least squares: price
 * x and value V over the sum of types V + C, by their rates ẋ and V̇ at the points of {@link PathMesh}.
 *
 * <p>From a line on, the weight of curvature is reduced in steps, each solved by Gauss-Newton steps from the last. The conditions
 * leave two parameters open; a path that leaves the smoothest one bends ever more towards its ends, so what weight is left
 * selects that one, and costs in the conditions no more than itself.
 */
final class PathFit {

    private static final int N = PathMesh.POINTS;
    private static final double LEAST_WEIGHT = 1e-6;
    private static final double REDUCTION = 0.1;
    private static final int STEPS = 8;
    private static final int LAST_STEPS = 24;
    private static final double CONVERGED = 1e-10;
    private static final double SHORTEST = 1e-4;

    /** How strictly the ends are kept, against conditions. */
    private static final double STRICT = 1e3;

    private final Population market;
    private final SmoothField field;
    private final PathEnds ends;
    private final double range;
    private double[] unknowns;

    /** The line from which to start is away from the corners by a share {@code off} of the range of prices. */
    PathFit(Population market, double k, PathEnds ends, double off) {
        this.market = market;
        this.field = new SmoothField(market, k);
        this.ends = ends;
        this.range = market.highest() - market.lowest();
        this.unknowns = line(ends.guess(k, off));
    }

    /**
     * The unknowns of the path; how far it is from the conditions {@link #miss} says. Empty where the line from which to start is
     * not within the supports, or a step is the solution of a singular system.
     */
    Optional<double[]> solve() {
        if (!new Path(unknowns).isInside()) {
            return Optional.empty();
        }
        for (double weight = 1; weight > LEAST_WEIGHT / 2; weight *= REDUCTION) {
            boolean isLast = weight * REDUCTION <= LEAST_WEIGHT / 2;
            for (int i = 0; i < (isLast ? LAST_STEPS : STEPS); i++) {
                double change = step(weight);
                if (Double.isNaN(change)) {
                    return Optional.empty();
                }
                if (change <= (isLast ? CONVERGED : 1e-3 * weight)) {
                    break;
                }
            }
        }
        return Optional.of(unknowns.clone());
    }

    /** The root of the mean square by which the conditions are missed. */
    double miss() {
        double[] rows = new Path(unknowns).residuals(0);
        double sum = 0;
        for (int i = 0; i < 2 * N; i++) {
            sum += rows[i] * rows[i];
        }
        return Math.sqrt(sum);
    }

    /** The largest change of a rate or an end, in units of the range; 0 where no step is better, NaN where there is none. */
    private double step(double weight) {
        Path path = new Path(unknowns);
        double[] residuals = path.residuals(weight);
        double[] change;
        try {
            change = new QRDecomposition(new Array2DRowRealMatrix(path.jacobian(weight), false))
                    .getSolver()
                    .solve(new ArrayRealVector(residuals, false))
                    .toArray();
        } catch (SingularMatrixException e) {
            return Double.NaN;
        }
        double before = norm(residuals);
        for (double share = 1; share > SHORTEST; share /= 2) {
            double[] next = unknowns.clone();
            double most = 0;
            for (int j = 0; j < next.length; j++) {
                next[j] -= share * change[j];
                most = Math.max(most, Math.abs(share * change[j]) / range);
            }
            Path moved = new Path(next);
            if (moved.isInside() && norm(moved.residuals(weight)) <= before) {
                unknowns = next;
                return most;
            }
        }
        return 0;
    }

    private static double norm(double[] residuals) {
        double sum = 0;
        for (double residual : residuals) {
            sum += residual * residual;
        }
        return sum;
    }

    private static double[] line(double[] ends) {
        double[] line = new double[2 * N + 6];
        Arrays.fill(line, 0, N, ends[3] - ends[0]);
        Arrays.fill(line, N, 2 * N, ends[4] - ends[1]);
        System.arraycopy(ends, 0, line, 2 * N, 6);
        return line;
    }

    /** The path of given unknowns: N rates of the price, N of the value, then price, value and cost at both ends. */
    private final class Path {

        private final double[] z;
        private final double length;
        private final double[] prices = new double[N];
        private final double[] values = new double[N];
        private final double[] costs = new double[N];

        Path(double[] z) {
            this.z = z;
            this.length = z[2 * N + 4] + z[2 * N + 5] - z[2 * N + 1] - z[2 * N + 2];
            for (int i = 0; i < N; i++) {
                prices[i] = z[2 * N];
                values[i] = z[2 * N + 1];
                for (int j = 0; j < N; j++) {
                    prices[i] += PathMesh.INTEGRALS[i][j] * z[j];
                    values[i] += PathMesh.INTEGRALS[i][j] * z[N + j];
                }
                costs[i] = z[2 * N + 1] + z[2 * N + 2] + length * PathMesh.AT[i] - values[i];
            }
        }

        boolean isInside() {
            boolean holds = length > 0;
            for (int i = 0; i < N; i++) {
                holds &= values[i] > market.values().lower()
                        && values[i] < market.values().upper()
                        && costs[i] > market.costs().lower()
                        && costs[i] < market.costs().upper();
            }
            return holds;
        }

        double[] residuals(double weight) {
            double[] rows = new double[4 * N + 4];
            for (int i = 0; i < N; i++) {
                double[][] misses = misses(i);
                double root = Math.sqrt(PathMesh.WEIGHTS[i]) / range;
                rows[i] = root * misses[0][0];
                rows[N + i] = root * misses[1][0];
                if (i > 0) {
                    rows[2 * N + i] = bend(weight, i) * (z[i] - z[i - 1]);
                    rows[3 * N + i] = bend(weight, i) * (z[N + i] - z[N + i - 1]);
                }
            }
            double price = z[2 * N] - z[2 * N + 3];
            double value = z[2 * N + 1] - z[2 * N + 4];
            for (int j = 0; j < N; j++) {
                price += PathMesh.WEIGHTS[j] * z[j];
                value += PathMesh.WEIGHTS[j] * z[N + j];
            }
            rows[2 * N] = STRICT * price / range;
            rows[3 * N] = STRICT * value / range;
            double[] missed = ends.misses(Arrays.copyOfRange(z, 2 * N, 2 * N + 6));
            for (int i = 0; i < 4; i++) {
                rows[4 * N + i] = STRICT * missed[i] / range;
            }
            return rows;
        }

        double[][] jacobian(double weight) {
            double[][] rows = new double[4 * N + 4][2 * N + 6];
            for (int i = 0; i < N; i++) {
                double[][] misses = misses(i);
                condition(rows[i], i, misses[0]);
                condition(rows[N + i], i, misses[1]);
                if (i > 0) {
                    rows[2 * N + i][i] = bend(weight, i);
                    rows[2 * N + i][i - 1] = -bend(weight, i);
                    rows[3 * N + i][N + i] = bend(weight, i);
                    rows[3 * N + i][N + i - 1] = -bend(weight, i);
                }
            }
            double scale = STRICT / range;
            for (int j = 0; j < N; j++) {
                rows[2 * N][j] = scale * PathMesh.WEIGHTS[j];
                rows[3 * N][N + j] = scale * PathMesh.WEIGHTS[j];
            }
            rows[2 * N][2 * N] = scale;
            rows[2 * N][2 * N + 3] = -scale;
            rows[3 * N][2 * N + 1] = scale;
            rows[3 * N][2 * N + 4] = -scale;
            for (int j = 0; j < 6; j++) {
                double[] unit = new double[6];
                unit[j] = 1;
                double[] slope = ends.slopes(unit);
                for (int i = 0; i < 4; i++) {
                    rows[4 * N + i][2 * N + j] = scale * slope[i];
                }
            }
            return rows;
        }

        private double[][] misses(int i) {
            return field.misses(new double[] {prices[i], values[i], costs[i], z[i], z[N + i], length - z[N + i]});
        }

        /** The derivatives of a condition at point {@code i}, given what {@link SmoothField} says of it. */
        private void condition(double[] row, int i, double[] miss) {
            double root = Math.sqrt(PathMesh.WEIGHTS[i]) / range;
            for (int j = 0; j < N; j++) {
                row[j] = root * miss[1] * PathMesh.INTEGRALS[i][j];
                row[N + j] = root * (miss[2] - miss[3]) * PathMesh.INTEGRALS[i][j];
            }
            row[i] += root * miss[4];
            row[N + i] += root * (miss[5] - miss[6]);
            double byLength = miss[3] * PathMesh.AT[i] + miss[6];
            row[2 * N] = root * miss[1];
            row[2 * N + 1] = root * (miss[2] - byLength);
            row[2 * N + 2] = root * (miss[3] - byLength);
            row[2 * N + 4] = root * byLength;
            row[2 * N + 5] = root * byLength;
        }

        private double bend(double weight, int i) {
            return weight / range / Math.sqrt(PathMesh.AT[i] - PathMesh.AT[i - 1]);
        }
    }
}
