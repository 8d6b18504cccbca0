package dev.envelope.theory.bayes;

import java.util.List;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.BlockRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The messages that come nearest to meeting the conditions: Levenberg-Marquardt steps on least squares, with a small weight
 * on changes of slope that decides what the conditions leave open.
 */
final class GaussNewton {

    private static final double STEP = 1e-6;
    private static final double CONVERGED = 1e-3;
    private static final double SOLVED = 1e-16;
    private static final int TRIES = 6;

    private final EnvelopeSystem system;
    private final double smoothing;
    private double[] messages;
    private List<PlayedMenu> menus;
    private double[] residuals;
    private double damping = 1e-3;

    GaussNewton(EnvelopeSystem system, double smoothing, double[] start) {
        this.system = system;
        this.smoothing = smoothing;
        this.messages = start.clone();
        this.menus = system.menus(messages);
        this.residuals = system.residuals(messages, menus);
    }

    /** The messages after at most {@code steps} steps. */
    double[] solve(int steps) {
        for (int i = 0; i < steps && step(); i++) {
            damping /= 10;
        }
        return messages.clone();
    }

    private boolean step() {
        RealMatrix jacobian = jacobian();
        double before = cost(messages, residuals);
        for (int i = 0; i < TRIES; i++) {
            double[] next = moved(jacobian);
            List<PlayedMenu> nextMenus = system.menus(next);
            double[] nextResiduals = system.residuals(next, nextMenus);
            double after = cost(next, nextResiduals);
            if (after < before) {
                messages = next;
                menus = nextMenus;
                residuals = nextResiduals;
                return before - after > CONVERGED * before && after > SOLVED;
            }
            damping *= 10;
        }
        return false;
    }

    /** One-sided differences; a role that does not meet itself faces the same menu when its own messages move. */
    private RealMatrix jacobian() {
        int n = messages.length;
        RealMatrix jacobian = new BlockRealMatrix(residuals.length, n);
        double h = STEP * system.range();
        for (int j = 0; j < n; j++) {
            double[] moved = messages.clone();
            moved[j] += h;
            double[] there = system.residuals(moved, system.menusAfter(moved, menus, system.roleOf(j)));
            for (int i = 0; i < there.length; i++) {
                jacobian.setEntry(i, j, (there[i] - residuals[i]) / h);
            }
        }
        return jacobian;
    }

    private double[] moved(RealMatrix jacobian) {
        int n = messages.length;
        int rows = residuals.length;
        RealMatrix stacked = new BlockRealMatrix(rows + 2 * n, n);
        stacked.setSubMatrix(jacobian.getData(), 0, 0);
        double[] right = new double[rows + 2 * n];
        for (int i = 0; i < rows; i++) {
            right[i] = -residuals[i];
        }
        for (int j = 0; j < n; j++) {
            if (system.isInside(j)) {
                double left = smoothing / (system.knot(j) - system.knot(j - 1));
                double next = smoothing / (system.knot(j + 1) - system.knot(j));
                stacked.setEntry(rows + j, j - 1, left);
                stacked.setEntry(rows + j, j, -left - next);
                stacked.setEntry(rows + j, j + 1, next);
                right[rows + j] = -smoothing * bend(messages, j);
            }
            stacked.setEntry(rows + n + j, j, damping / system.range());
        }
        double[] change = new QRDecomposition(stacked)
                .getSolver()
                .solve(new ArrayRealVector(right, false))
                .toArray();
        double[] next = new double[n];
        for (int j = 0; j < n; j++) {
            next[j] = system.clamped(j, messages[j] + change[j], j == 0 ? 0 : next[j - 1]);
        }
        return next;
    }

    /** By how much the slope changes at an inner knot. */
    private double bend(double[] y, int j) {
        return (y[j + 1] - y[j]) / (system.knot(j + 1) - system.knot(j))
                - (y[j] - y[j - 1]) / (system.knot(j) - system.knot(j - 1));
    }

    private double cost(double[] y, double[] of) {
        double cost = 0;
        for (double residual : of) {
            cost += residual * residual;
        }
        for (int j = 0; j < y.length; j++) {
            double bend = system.isInside(j) ? smoothing * bend(y, j) : 0;
            cost += bend * bend;
        }
        return cost;
    }
}
