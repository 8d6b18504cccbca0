package dev.envelope.theory.callmarket.strategy;

import dev.envelope.theory.callmarket.offer.GaussPanel;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * One implicit equation E(x, V, V') = 0 solved over a piece by Newton's method at its Gauss points (implicit Runge-Kutta, of order
 * {@code 2·STAGES}; Hairer &amp; Wanner, <i>Solving Ordinary Differential Equations II</i>, ch. IV).
 *
 * <p>Written without dividing, the equation may be singular where the piece begins: then the smooth solution is found.
 */
final class Collocation {

    private static final int STAGES = GaussPanel.STAGES;
    private static final int ITERATIONS = 40;
    private static final double STEP = 1e-7;
    private static final double CONVERGED = 1e-13;
    private static final double STALLED = 1e-6;

    private final Equation equation;

    Collocation(Equation equation) {
        this.equation = equation;
    }

    /** E(x, V, V'), 0 on a solution. */
    @FunctionalInterface
    interface Equation {
        double residual(double x, double value, double slope);
    }

    /** The solution from V({@code from}) = {@code start} on; empty where Newton's method finds none from {@code guess}. */
    Optional<GaussPanel> solve(double from, double width, double start, double[] guess) {
        double[] slopes = guess.clone();
        double last = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double change = improve(from, width, start, slopes);
            if (!(change < 1e6)) {
                return Optional.empty();
            }
            if (change <= CONVERGED || (change <= STALLED && change >= last / 2)) {
                return Optional.of(new GaussPanel(from, width, start, slopes));
            }
            last = change;
        }
        return Optional.empty();
    }

    /** One step of Newton's method; the largest change of a slope in it, NaN where there is none. */
    private double improve(double from, double width, double start, double[] slopes) {
        double[][] jacobian = new double[STAGES][STAGES];
        double[] residuals = new double[STAGES];
        for (int i = 0; i < STAGES; i++) {
            double x = from + width * GaussPanel.POINTS[i];
            double value = start;
            for (int j = 0; j < STAGES; j++) {
                value += width * GaussPanel.INTEGRALS[i][j] * slopes[j];
            }
            residuals[i] = equation.residual(x, value, slopes[i]);
            double step = STEP * Math.max(Math.abs(value - x), 1e-9);
            double byValue =
                    (equation.residual(x, value + step, slopes[i]) - equation.residual(x, value - step, slopes[i]))
                            / (2 * step);
            // The equation is linear in the slope.
            double bySlope = equation.residual(x, value, slopes[i] + 1) - residuals[i];
            for (int j = 0; j < STAGES; j++) {
                jacobian[i][j] = byValue * width * GaussPanel.INTEGRALS[i][j] + (i == j ? bySlope : 0);
            }
        }
        return subtractSolution(jacobian, residuals, slopes);
    }

    private static double subtractSolution(double[][] jacobian, double[] residuals, double[] slopes) {
        try {
            double[] step = new LUDecomposition(new Array2DRowRealMatrix(jacobian, false), 0)
                    .getSolver()
                    .solve(new ArrayRealVector(residuals, false))
                    .toArray();
            double largest = 0;
            for (int i = 0; i < STAGES; i++) {
                slopes[i] -= step[i];
                double change = Math.abs(step[i]) / (1 + Math.abs(slopes[i]));
                largest = Double.isNaN(change) ? Double.NaN : Math.max(largest, change);
            }
            return largest;
        } catch (SingularMatrixException e) {
            return Double.NaN;
        }
    }
}
