package dev.envelope.theory.asymmetric.collocation;

import dev.envelope.theory.asymmetric.dynamics.Bottom;
import java.util.List;

/**
 * Newton's method for the equations of all panels and for where classes begin to bid, with all L_i = 0 at the top and {@link Bottom}
 * at the lower end.
 */
final class BoundaryNewton {

    private static final int NEWTON_STEPS = 40;
    private static final double NOISE = 1e3;
    private static final double HOPELESS = 1e9;
    private static final double SMALLEST_SHARE = 1e-4;
    private static final double MOST_SHORTENED = 0.8;

    /** How far x may be below the top where a class that begins to bid there counts as one that begins at the top. */
    static final double NEAR_TOP = 1e-6;

    private final Bottom bottom;
    private final double logError;
    private final double bidError;
    private List<PanelEquations> panels = List.of();
    private Breaks breaks = new Breaks(panels);

    /** The method where errors of ln F and of bids count as 1 at {@code logError} and {@code bidError}. */
    BoundaryNewton(Bottom bottom, double logError, double bidError) {
        this.bottom = bottom;
        this.logError = logError;
        this.bidError = bidError;
    }

    /**
     * Newton's method, its steps halved while the equations get worse.
     *
     * @return whether it converged; it gives up where {@link #isAtTop}
     */
    boolean solves(List<PanelEquations> pieces, double tolerance) {
        panels = pieces;
        breaks = new Breaks(panels);
        if (!evaluate()) {
            return false;
        }
        double residual = norm();
        for (int i = 0; i < NEWTON_STEPS; i++) {
            BoundaryStep step = new BoundaryStep(bottom, panels, breaks);
            double change = step.size(logError, bidError);
            if (!(change < Double.POSITIVE_INFINITY)) {
                return false;
            }
            panels.forEach(PanelEquations::keep);
            double share = step.longestShare(MOST_SHORTENED);
            double now = normAfter(step, share);
            while (share > SMALLEST_SHARE && !(now < (1 - 0.1 * share) * residual) && change > tolerance) {
                share /= 2;
                now = normAfter(step, share);
            }
            if (now == Double.POSITIVE_INFINITY || isAtTop()) {
                return false;
            }
            boolean stagnates = (share < 1 && change < NOISE) || share <= SMALLEST_SHARE;
            residual = now;
            if (change * share <= tolerance || residual <= tolerance || stagnates) {
                return residual < HOPELESS;
            }
        }
        return residual < NOISE;
    }

    /** Whether a class that was to begin to bid below the top does so at the top, or less than {@value #NEAR_TOP} below. */
    boolean isAtTop() {
        return breaks.first() > -NEAR_TOP;
    }

    private boolean evaluate() {
        for (PanelEquations panel : panels) {
            if (!panel.evaluate()) {
                return false;
            }
        }
        return true;
    }

    /** The norm once a share of a step is made; +∞ where a value is then below its bid. */
    private double normAfter(BoundaryStep step, double share) {
        step.make(share);
        double norm = evaluate() ? norm() : Double.POSITIVE_INFINITY;
        return Double.isNaN(norm) ? Double.POSITIVE_INFINITY : norm;
    }

    /** The largest failure of an equation, in units of the errors allowed. */
    private double norm() {
        double largest = Math.abs(bottom.residual(panels.get(panels.size() - 1).last())) / bidError;
        for (PanelEquations panel : panels) {
            largest = Math.max(largest, panel.norm(logError, bidError));
        }
        for (int k = 0; k < breaks.count(); k++) {
            largest = Math.max(largest, Math.abs(breaks.eagerness(k)) / bidError);
        }
        return largest;
    }
}
