package dev.envelope.theory.unlike.descent;

import dev.envelope.theory.unlike.descent.AllPayStops.Effort;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * The steps of an {@link AllPayDescent} along which the same kinds bid, by {@link RadauRule}: next to a highest value without density
 * the conditions are as stiff as can be.
 */
final class AllPayStep {

    private static final int STAGES = RadauRule.STAGES;
    private static final int MAX_ITERATIONS = 25;

    /** By how much less of a −ln G a correction may leave. */
    private static final double LEFT = 0.05;

    /** A correction, in units of −ln G, after which the next makes no difference. */
    private static final double CONVERGED = 1e-8;

    private static final double TINY = 1e-18;
    private static final double LEAST_RISE = 1e-3;

    /** By how much the depth at which −ln G has a value may be off, in units of the accuracy: bids next to highest values hang on it. */
    private static final double UNTIL = 1e5;

    private final List<AllPayKind> kinds;
    private final AllPayState layout;
    private final int[] active;
    private final int others;
    private final Effort effort;
    private final double accuracy;
    private Optional<DescentStep> before = Optional.empty();

    /**
     * Steps on which the kinds {@code active} bid.
     *
     * @param others how many bidders they are, less one
     * @param accuracy by how much a −ln G and a bid may be off
     */
    AllPayStep(List<AllPayKind> kinds, int[] active, int others, Effort effort, double accuracy) {
        this.kinds = kinds;
        this.layout = new AllPayState(kinds.size());
        this.active = active.clone();
        this.others = others;
        this.effort = effort;
        this.accuracy = accuracy;
    }

    /**
     * A step that was taken.
     *
     * @param step what is known on it
     * @param error by how much some −ln G or a bid may be off, in units of what is allowed
     */
    record Taken(DescentStep step, double error) {}

    /** The step from {@code depth} on; empty where its equations are not solved. */
    Optional<Taken> taken(double depth, double[] state, double width) {
        double[][] y = new double[active.length][STAGES];
        Conditions[] at = new Conditions[STAGES];
        guess(depth, state, width, y);
        boolean isSolved = false;
        for (int i = 0; i < MAX_ITERATIONS && !isSolved; i++) {
            for (int j = 0; j < STAGES; j++) {
                at[j] = new Conditions(column(y, j));
            }
            isSolved = corrected(y, state, width, at);
        }
        return isSolved ? Optional.of(known(depth, state, width, y)) : Optional.empty();
    }

    /** Has the next step go on as {@code step} does. */
    void goOnFrom(DescentStep step) {
        before = Optional.of(step);
    }

    /** Goes on as before, or in proportion to what −ln G rise at the start. */
    private void guess(double depth, double[] state, double width, double[][] y) {
        Conditions start = new Conditions(column(state));
        for (int a = 0; a < active.length; a++) {
            double from = state[active[a]];
            for (int j = 0; j < STAGES; j++) {
                double along = width * RadauRule.point(j);
                double straight = from + along * Math.max(start.share[a], LEAST_RISE);
                double on = before.isPresent() ? before.get().at(active[a], depth + along) : straight;
                y[a][j] = on > from && on < from + along ? on : straight;
            }
        }
    }

    private double[] column(double[] state) {
        double[] column = new double[active.length];
        for (int a = 0; a < active.length; a++) {
            column[a] = state[active[a]];
        }
        return column;
    }

    private static double[] column(double[][] y, int stage) {
        double[] column = new double[y.length];
        for (int a = 0; a < y.length; a++) {
            column[a] = y[a][stage];
        }
        return column;
    }

    /** A correction by Newton's method; whether it was so small that no more are needed. */
    private boolean corrected(double[][] y, double[] state, double width, Conditions[] at) {
        int m = active.length;
        double[][] matrix = new double[m * STAGES][m * STAGES];
        double[] residual = new double[m * STAGES];
        for (int a = 0; a < m; a++) {
            for (int j = 0; j < STAGES; j++) {
                int row = a * STAGES + j;
                residual[row] = y[a][j] - state[active[a]];
                matrix[row][row] = 1;
                for (int k = 0; k < STAGES; k++) {
                    double weight = width * RadauRule.weight(j, k);
                    residual[row] -= weight * at[k].share[a];
                    for (int b = 0; b < m; b++) {
                        matrix[row][b * STAGES + k] -= weight * at[k].slope(a, b);
                    }
                }
            }
        }
        double[] correction;
        try {
            correction = new LUDecomposition(new Array2DRowRealMatrix(matrix, false), 0)
                    .getSolver()
                    .solve(new ArrayRealVector(residual, false))
                    .toArray();
        } catch (SingularMatrixException e) {
            return false;
        }
        boolean isDone = true;
        for (int a = 0; a < m; a++) {
            for (int j = 0; j < STAGES; j++) {
                double old = y[a][j];
                y[a][j] = Math.max(old - correction[a * STAGES + j], LEFT * old);
                isDone &= Math.abs(y[a][j] - old) <= CONVERGED * old + TINY;
            }
        }
        return isDone;
    }

    private Taken known(double depth, double[] state, double width, double[][] y) {
        double[][] values = new double[layout.size()][STAGES];
        double[][] slopes = new double[layout.size()][STAGES];
        for (int k = 0; k < STAGES; k++) {
            Conditions here = new Conditions(column(y, k));
            double product = StrictMath.exp(-(depth + width * RadauRule.point(k)));
            slopes[layout.bid()][k] = others * product / here.sum;
            for (int a = 0; a < active.length; a++) {
                slopes[active[a]][k] = here.share[a];
                slopes[layout.gained(active[a])][k] = here.value[a] * product * here.share[a];
            }
        }
        integrate(layout.bid(), state, width, slopes, values);
        for (int kind = 0; kind < kinds.size(); kind++) {
            Arrays.fill(values[kind], state[kind]);
        }
        for (int a = 0; a < active.length; a++) {
            int kind = active[a];
            values[kind] = y[a];
            for (int k = 0; k < STAGES; k++) {
                slopes[layout.paid(kind)][k] = values[layout.bid()][k] * StrictMath.exp(-y[a][k]) * slopes[kind][k];
            }
        }
        double error = RadauRule.tail(state[layout.bid()], values[layout.bid()]) / accuracy;
        for (int kind = 0; kind < kinds.size(); kind++) {
            integrate(layout.paid(kind), state, width, slopes, values);
            integrate(layout.gained(kind), state, width, slopes, values);
        }
        for (int kind : active) {
            double last = values[kind][STAGES - 1];
            double rise = Math.max(slopes[kind][STAGES - 1], last);
            double allowed = accuracy * Math.min(1 + last, UNTIL * rise);
            error = Math.max(error, RadauRule.tail(state[kind], values[kind]) / allowed);
        }
        double[][] states = new double[DescentStep.NODES][layout.size()];
        for (int i = 0; i < states.length; i++) {
            double t = DescentStep.node(i, 0, 1);
            for (int c = 0; c < layout.size(); c++) {
                states[i][c] = RadauRule.at(state[c], values[c], t);
            }
        }
        return new Taken(new DescentStep(depth, depth + width, states), error);
    }

    private static void integrate(int c, double[] state, double width, double[][] slopes, double[][] values) {
        for (int j = 0; j < STAGES; j++) {
            double sum = 0;
            for (int k = 0; k < STAGES; k++) {
                sum += RadauRule.weight(j, k) * slopes[c][k];
            }
            values[c][j] = state[c] + width * sum;
        }
    }

    /** The conditions at given −ln G of the kinds that bid. */
    private final class Conditions {

        private final double[] value = new double[active.length];
        private final double[] ratio = new double[active.length];
        private final double[] ratioSlope = new double[active.length];
        private final double[] share = new double[active.length];
        private final double sum;

        Conditions(double[] y) {
            effort.spend();
            double ratios = 0;
            for (int a = 0; a < active.length; a++) {
                AllPayKind kind = kinds.get(active[a]);
                RankedValues.Value at = kind.valueAndSlope(y[a]);
                value[a] = at.at();
                ratio[a] = StrictMath.exp(-y[a]) / at.at();
                ratioSlope[a] = -ratio[a] * (1 + at.slope() / at.at());
                ratios += kind.size() * ratio[a];
            }
            sum = ratios;
            for (int a = 0; a < active.length; a++) {
                share[a] = 1 - others * ratio[a] / sum;
            }
        }

        /** How fast the share of {@code a} rises with −ln G of {@code b}. */
        double slope(int a, int b) {
            double own = a == b ? ratioSlope[a] / sum : 0;
            int size = kinds.get(active[b]).size();
            return -others * (own - ratio[a] * size * ratioSlope[b] / (sum * sum));
        }
    }
}
