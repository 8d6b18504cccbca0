package dev.envelope.theory.asymmetric.collocation;

import dev.envelope.theory.asymmetric.dynamics.Bottom;
import java.util.List;

/**
 * One step of {@link BoundaryNewton}: the solution of the linearized equations.
 *
 * <p>Shooting from the top fails for many bidders, since an error of the bid grows downwards without bound (Fibich &amp;
 * Gavish 2011). Downwards only the L_i are stable, upwards only the bid. So each panel is solved in terms of the state where
 * it begins; a sweep upwards gives the bid in terms of the L_i, and a sweep downwards the L_i: no error grows. The sweeps are made once for
 * the panels' own changes and once for every break's, and the breaks follow from what they do to who begins there.
 */
final class BoundaryStep {

    private final Bottom bottom;
    private final List<PanelEquations> panels;
    private final Breaks breaks;
    private final int size;
    private final double[][] rows;
    private final double[] pivots;
    private final double[][] firsts;
    private final double[] longer;

    /** The step from the {@code panels} as they are evaluated. */
    BoundaryStep(Bottom bottom, List<PanelEquations> panels, Breaks breaks) {
        this.bottom = bottom;
        this.panels = panels;
        this.breaks = breaks;
        this.size = panels.get(0).first().state().length;
        int n = panels.size();
        this.rows = new double[n + 1][];
        this.pivots = new double[n];
        panels.forEach(PanelEquations::eliminate);
        sweepUpwards();
        this.firsts = swept(1, new double[n], -bottom.residual(panels.get(n - 1).last()));
        this.longer = new double[n];
        moveBreaks();
    }

    /** The largest change, in units of the errors allowed of ln F and of bids and values. */
    double size(double logError, double bidError) {
        double largest = 0;
        for (int p = 0; p < firsts.length; p++) {
            double change = panels.get(p).sizeOf(firsts[p], longer[p], logError, bidError);
            largest = Double.isNaN(change) ? Double.POSITIVE_INFINITY : Math.max(largest, change);
        }
        return largest;
    }

    /** The largest share of it, at most 1, that shortens no panel by more than {@code most} of its length. */
    double longestShare(double most) {
        double share = 1;
        for (int p = 0; p < longer.length; p++) {
            share = longer[p] < 0 ? Math.min(share, -most * panels.get(p).length() / longer[p]) : share;
        }
        return share;
    }

    /** Makes a share of it, from where the panels were when last kept. */
    void make(double share) {
        int last = panels.size() - 1;
        double from = panels.get(0).from();
        for (int p = 0; p <= last; p++) {
            PanelEquations panel = panels.get(p);
            panel.move(firsts[p], longer[p], share, p == 0);
            if (breaks.count() > 0) {
                double to = p == last ? panel.to() : from - panel.keptLength() - share * longer[p];
                panel.place(from, to);
                from = to;
            }
        }
    }

    /** For each panel the bid where it begins in terms of the L_i there, the bid's column being 1. */
    private void sweepUpwards() {
        int n = panels.size();
        rows[n] = bottom.gradient(panels.get(n - 1).last());
        for (int p = n - 1; p >= 0; p--) {
            double[] row = new double[size];
            for (int c = 0; c < size; c++) {
                for (int d = 0; d < size; d++) {
                    row[d] += rows[p + 1][c] * panels.get(p).answer(c, d);
                }
            }
            pivots[p] = row[size - 1];
            for (int d = 0; d < size; d++) {
                row[d] /= pivots[p];
            }
            rows[p] = row;
        }
    }

    /**
     * The changes where panels begin.
     *
     * @param own the share of the panels' own changes
     * @param lengths the changes of their lengths
     * @param end what the condition at the lower end asks for
     */
    private double[][] swept(double own, double[] lengths, double end) {
        int bid = size - 1;
        int n = panels.size();
        double[] still = new double[size];
        double[] sums = new double[n + 1];
        sums[n] = end;
        for (int p = n - 1; p >= 0; p--) {
            double sum = sums[p + 1];
            for (int c = 0; c < size; c++) {
                sum -= rows[p + 1][c] * panels.get(p).change(Panel.DEGREE, c, still, own, lengths[p]);
            }
            sums[p] = sum / pivots[p];
        }
        double[][] changes = new double[n][size];
        for (int p = 0; p < n; p++) {
            changes[p][bid] = sums[p];
            for (int c = 0; c < bid; c++) {
                changes[p][c] =
                        p == 0 ? 0 : panels.get(p - 1).change(Panel.DEGREE, c, changes[p - 1], own, lengths[p - 1]);
                changes[p][bid] -= rows[p][c] * changes[p][c];
            }
        }
        return changes;
    }

    /** Moves the breaks so that who begins to bid there does so at the right margin. */
    private void moveBreaks() {
        int m = breaks.count();
        double[][][] answers = new double[m][][];
        double[][] matrix = new double[m][m + 1];
        for (int r = 0; r < m; r++) {
            answers[r] = swept(0, breaks.lengthening(r), 0);
            for (int k = 0; k < m; k++) {
                matrix[k][r] = breaks.eagernessChange(k, answers[r][breaks.panel(k)]);
            }
        }
        for (int k = 0; k < m; k++) {
            matrix[k][m] = -breaks.eagerness(k) - breaks.eagernessChange(k, firsts[breaks.panel(k)]);
        }
        double[][] moves = Elimination.solved(matrix, 1);
        for (int k = 0; k < m; k++) {
            double[] lengths = breaks.lengthening(k);
            for (int p = 0; p < longer.length; p++) {
                longer[p] += moves[k][0] * lengths[p];
                for (int c = 0; c < size; c++) {
                    firsts[p][c] += moves[k][0] * answers[k][p][c];
                }
            }
        }
    }
}
