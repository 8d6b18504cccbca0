package dev.envelope.theory.asymmetric;

import java.util.ArrayList;
import java.util.List;

/**
 * The boundary-value problem of {@link BidDynamics}: all L_i = 0 at the top, the lowest bid at the bottom.
 *
 * <p>Shooting from the top alone fails for many bidders, since an error of the top bid grows downwards without bound
 * (Fibich &amp; Gavish 2011). But only the bid is unstable. It is enclosed by halving between trajectories that end too high
 * and too low; the solution is followed while the two still agree; there the bid is enclosed anew, with the stable L_i kept.
 * So the error of the bid never grows beyond the agreement asked for, whatever the number of bidders.
 */
final class Shooting {

    private static final int MAX_PANELS = 500;
    private static final double AGREEMENT = 1e-11;

    private final BidDynamics dynamics;
    private final Trajectory trajectory;
    private final double range;
    private final int bid;
    private final List<Panel> panels = new ArrayList<>();

    private double low;
    private double high;

    Shooting(BidDynamics dynamics, Trajectory trajectory, double range) {
        this.dynamics = dynamics;
        this.trajectory = trajectory;
        this.range = range;
        this.bid = dynamics.classes();
    }

    /**
     * The pieces of the solution, downwards.
     *
     * @param lowest the lowest bid
     * @param second the second highest of the highest values, which no top bid reaches
     */
    List<Panel> solve(double lowest, double second) {
        low = lowest;
        high = second;
        double x = 0;
        double[] state = new double[bid + 1];
        double length = 0.5;
        while (!trajectory.isAtTheEnd(x, state) || x == 0) {
            enclose(x, state);
            double[] upper = state.clone();
            upper[bid] = high;
            state[bid] = low;
            int before = panels.size();
            while (!trajectory.isAtTheEnd(x, state) && high - low <= AGREEMENT * range) {
                length = follow(x, state, length);
                Panel panel = panels.get(panels.size() - 1);
                double[] next = new double[bid + 1];
                trajectory.step(upper, panel.to() - panel.from(), next);
                x = panel.to();
                state = panel.end();
                upper = next;
                high = Math.max(state[bid], upper[bid]);
                low = Math.min(state[bid], upper[bid]);
                if (Double.isNaN(high) || dynamics.smallestMargin(state) <= 1e-15 * range) {
                    return panels;
                }
            }
            if (panels.size() == before || panels.size() > MAX_PANELS || trajectory.isExhausted()) {
                return panels;
            }
        }
        return panels;
    }

    /** Encloses the equilibrium's bid in [low, high], as closely as numbers allow. */
    private void enclose(double x, double[] state) {
        if (x < 0) {
            double width = Math.max(high - low, 1e-15 * range);
            low = widen(x, state, low, -width, Trajectory.Side.LOW);
            high = widen(x, state, high, width, Trajectory.Side.HIGH);
        }
        double middle = low + (high - low) / 2;
        while (middle > low && middle < high) {
            state[bid] = middle;
            switch (trajectory.side(x, state)) {
                case HIGH -> high = middle;
                case LOW -> low = middle;
                case BOTH -> {
                    low = middle;
                    high = middle;
                }
            }
            middle = low + (high - low) / 2;
        }
    }

    private double widen(double x, double[] state, double from, double width, Trajectory.Side wanted) {
        double step = width;
        for (int i = 0; i < 12; i++) {
            state[bid] = from + step;
            Trajectory.Side side = trajectory.side(x, state);
            if (side == wanted || side == Trajectory.Side.BOTH) {
                return from + step;
            }
            step *= 10;
        }
        return from + step;
    }

    /** Adds the piece from {@code x} on and answers how long the next may be. */
    private double follow(double x, double[] state, double length) {
        double h = Math.min(length, x - trajectory.end());
        double[] to = new double[bid + 1];
        double error = trajectory.step(state, -h, to);
        long active = dynamics.active(state);
        while ((error > 1 || dynamics.active(to) != active || dynamics.smallestMargin(to) <= 0) && h > 1e-9) {
            h *= error > 1 ? Math.min(0.7, Trajectory.growth(error)) : 0.5;
            error = trajectory.step(state, -h, to);
        }
        panels.add(panel(x, state, h));
        return h * Math.min(2, Trajectory.growth(error));
    }

    private Panel panel(double x, double[] state, double h) {
        double[][] states = new double[Panel.DEGREE + 1][];
        states[0] = state.clone();
        for (int k = 1; k <= Panel.DEGREE; k++) {
            states[k] = new double[bid + 1];
            trajectory.step(states[k - 1], -h * (Panel.point(k) - Panel.point(k - 1)), states[k]);
        }
        return new Panel(x, x - h, states);
    }
}
