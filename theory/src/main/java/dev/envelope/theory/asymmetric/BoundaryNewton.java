package dev.envelope.theory.asymmetric;

import java.util.List;

/**
 * Newton's method for the equations of all panels, with all L_i = 0 at the top and {@link Bottom} at the lower end.
 *
 * <p>Shooting from the top fails for many bidders, since an error of the bid grows downwards without bound (Fibich &amp;
 * Gavish 2011). Downwards only the L_i are stable, upwards only the bid. So each panel is solved in terms of the state where
 * it begins; a sweep upwards gives the bid in terms of the L_i, and a sweep downwards the L_i: no error grows.
 */
final class BoundaryNewton {

    private static final int NEWTON_STEPS = 40;
    private static final double NOISE = 1e3;
    private static final double HOPELESS = 1e9;

    private final Bottom bottom;
    private final double logError;
    private final double bidError;
    private List<PanelEquations> panels = List.of();
    private int size;

    /** The method where errors of ln F and of bids count as 1 at {@code logError} and {@code bidError}. */
    BoundaryNewton(Bottom bottom, double logError, double bidError) {
        this.bottom = bottom;
        this.logError = logError;
        this.bidError = bidError;
    }

    /** Newton's method, its steps halved while the equations get worse; whether it converged. */
    boolean solves(List<PanelEquations> pieces, double tolerance) {
        panels = pieces;
        size = panels.get(0).state(0).length;
        if (!evaluate()) {
            return false;
        }
        double residual = norm();
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double[][] firsts = step();
            double change = sizeOf(firsts);
            if (!(change < Double.POSITIVE_INFINITY)) {
                return false;
            }
            double share = 1;
            double[][][] before = states();
            move(before, firsts, share);
            boolean ok = evaluate();
            double now = ok ? norm() : Double.POSITIVE_INFINITY;
            while (share > 1e-4 && !(now < (1 - 0.1 * share) * residual) && change > tolerance) {
                share /= 2;
                move(before, firsts, share);
                ok = evaluate();
                now = ok ? norm() : Double.POSITIVE_INFINITY;
            }
            if (!ok) {
                return false;
            }
            boolean stagnates = (share < 1 && change < NOISE) || share <= 1e-4;
            residual = now;
            if (change * share <= tolerance || residual <= tolerance || stagnates) {
                return residual < HOPELESS;
            }
        }
        return residual < NOISE;
    }

    private double[][][] states() {
        double[][][] states = new double[panels.size()][Panel.DEGREE + 1][];
        for (int p = 0; p < states.length; p++) {
            for (int j = 0; j <= Panel.DEGREE; j++) {
                states[p][j] = panels.get(p).state(j).clone();
            }
        }
        return states;
    }

    private void move(double[][][] before, double[][] firsts, double share) {
        for (int p = 0; p < before.length; p++) {
            for (int j = p == 0 ? 0 : 1; j <= Panel.DEGREE; j++) {
                double[] state = panels.get(p).state(j);
                for (int c = 0; c < size; c++) {
                    state[c] = before[p][j][c] + share * panels.get(p).change(j, c, firsts[p]);
                }
            }
        }
    }

    private boolean evaluate() {
        for (PanelEquations panel : panels) {
            if (!panel.evaluate()) {
                return false;
            }
        }
        return true;
    }

    /** The largest failure of an equation, in units of the errors allowed. */
    private double norm() {
        PanelEquations last = panels.get(panels.size() - 1);
        double largest = Math.abs(bottom.residual(last.state(Panel.DEGREE), last.slope(Panel.DEGREE))) / bidError;
        for (PanelEquations panel : panels) {
            for (int j = 1; j <= Panel.DEGREE; j++) {
                for (int c = 0; c < size; c++) {
                    largest = Math.max(largest, Math.abs(panel.residual(j, c)) / scale(c));
                }
            }
        }
        return largest;
    }

    private double scale(int c) {
        return c == size - 1 ? bidError : logError;
    }

    /** The changes of the states where panels begin. */
    private double[][] step() {
        int bid = size - 1;
        int n = panels.size();
        PanelEquations last = panels.get(n - 1);
        panels.forEach(PanelEquations::eliminate);
        double[][] rows = new double[n + 1][];
        rows[n] = bottom.gradient(last.state(Panel.DEGREE), last.lastJacobian());
        double[] sums = new double[n + 1];
        sums[n] = -bottom.residual(last.state(Panel.DEGREE), last.slope(Panel.DEGREE));
        for (int p = n - 1; p >= 0; p--) {
            double[] row = new double[size];
            double sum = sums[p + 1];
            for (int c = 0; c < size; c++) {
                double[] answer = panels.get(p).answer(c);
                for (int d = 0; d < size; d++) {
                    row[d] += rows[p + 1][c] * answer[d];
                }
                sum -= rows[p + 1][c] * answer[size];
            }
            double pivot = row[bid];
            for (int d = 0; d < size; d++) {
                row[d] /= pivot;
            }
            rows[p] = row;
            sums[p] = sum / pivot;
        }
        double[][] firsts = new double[n][size];
        for (int p = 0; p < n; p++) {
            for (int c = 0; c < bid && p > 0; c++) {
                firsts[p][c] = panels.get(p - 1).change(Panel.DEGREE, c, firsts[p - 1]);
            }
            firsts[p][bid] = sums[p];
            for (int c = 0; c < bid; c++) {
                firsts[p][bid] -= rows[p][c] * firsts[p][c];
            }
        }
        return firsts;
    }

    private double sizeOf(double[][] firsts) {
        double largest = 0;
        for (int p = 0; p < firsts.length; p++) {
            for (int j = 0; j <= Panel.DEGREE; j++) {
                for (int c = 0; c < size; c++) {
                    double change = Math.abs(panels.get(p).change(j, c, firsts[p])) / scale(c);
                    largest = Double.isNaN(change) ? Double.POSITIVE_INFINITY : Math.max(largest, change);
                }
            }
        }
        return largest;
    }
}
