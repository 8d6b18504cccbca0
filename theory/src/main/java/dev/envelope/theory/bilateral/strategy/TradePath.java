package dev.envelope.theory.bilateral.strategy;

import dev.envelope.theory.bilateral.Traders;
import dev.envelope.theory.numeric.PathPanel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.ode.events.EventHandler;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.ode.sampling.StepHandler;
import org.apache.commons.math3.ode.sampling.StepInterpolator;

/**
 * The solution of {@link PathEquations} through a point, from the lowest price at which anybody trades to the highest: prices,
 * costs and values that rise together, kept as polynomials on {@link PathPanel}s.
 */
final class TradePath {

    /** The error of a step, in units of the range of types. */
    private static final double ACCURACY = 1e-14;

    /** How near to its rest point a path counts as there, in units of the range of types. */
    private static final double ARRIVED = 1e-13;

    private static final double LONGEST = 1e7;
    private static final int MAX_EVALUATIONS = 400_000;
    private static final int MAX_EVENT_ITERATIONS = 100;

    private final List<PathPanel> panels;

    private TradePath(List<PathPanel> panels) {
        this.panels = panels;
    }

    /** The path through a point with c_lo &lt; cost &lt; price &lt; value &lt; v_hi; empty where it cannot be followed. */
    static Optional<TradePath> through(Traders traders, double k, double price, double value, double cost) {
        double[] start = new double[3];
        start[PathEquations.PRICE] = price;
        start[PathEquations.VALUE] = value;
        start[PathEquations.COST] = cost;
        try {
            List<PathPanel> panels = new ArrayList<>(branch(traders, k, -1, start));
            Collections.reverse(panels);
            panels.addAll(branch(traders, k, 1, start));
            return Optional.of(new TradePath(List.copyOf(panels)));
        } catch (MathIllegalStateException | MathIllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The panels, in the order of prices. */
    List<PathPanel> panels() {
        return panels;
    }

    /** The lowest price, the bid of the least value that trades. */
    double lowestPrice() {
        return panels.get(0).from(PathEquations.PRICE);
    }

    /** The highest price, the ask of the highest cost that trades. */
    double highestPrice() {
        return panels.get(panels.size() - 1).to(PathEquations.PRICE);
    }

    /**
     * What belongs together on the path.
     *
     * @param wanted the coordinate that is wanted
     * @param given the coordinate that is given
     * @param x its value; beyond the ends of the path, that of the nearer end
     */
    double at(int wanted, int given, double x) {
        int low = 0;
        int high = panels.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (panels.get(middle).to(given) >= x) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return panels.get(low).at(wanted, given, x);
    }

    /** The ends of the panels in one coordinate. */
    List<Double> ends(int coordinate) {
        List<Double> ends = new ArrayList<>();
        panels.forEach(panel -> ends.add(panel.to(coordinate)));
        return ends;
    }

    private static List<PathPanel> branch(Traders traders, double k, int direction, double[] start) {
        double range = traders.range();
        DormandPrince853Integrator integrator =
                new DormandPrince853Integrator(1e-12, LONGEST, ACCURACY * range, ACCURACY);
        integrator.setMaxEvaluations(MAX_EVALUATIONS);
        Panels panels = new Panels(direction);
        integrator.addStepHandler(panels);
        integrator.addEventHandler(new Arrival(traders, direction), LONGEST, 1e-6, MAX_EVENT_ITERATIONS);
        double end = integrator.integrate(new PathEquations(traders, k, direction), 0, start, LONGEST, start.clone());
        if (!(end < LONGEST)) {
            throw new MathIllegalStateException();
        }
        return panels.found;
    }

    /** Ends the integration where the path has arrived at its rest point. */
    private record Arrival(Traders traders, int direction) implements EventHandler {

        @Override
        public void init(double t0, double[] y0, double t) {}

        @Override
        public double g(double t, double[] y) {
            double own = direction > 0
                    ? traders.values().upper() - y[PathEquations.VALUE]
                    : y[PathEquations.COST] - traders.costs().lower();
            double other = direction > 0
                    ? y[PathEquations.PRICE] - y[PathEquations.COST]
                    : y[PathEquations.VALUE] - y[PathEquations.PRICE];
            return Math.max(own, other) / traders.range() - ARRIVED;
        }

        @Override
        public Action eventOccurred(double t, double[] y, boolean increasing) {
            return Action.STOP;
        }

        @Override
        public void resetState(double t, double[] y) {}
    }

    /** Samples each step of the integration. */
    private static final class Panels implements StepHandler {
        private final List<PathPanel> found = new ArrayList<>();
        private final int direction;

        Panels(int direction) {
            this.direction = direction;
        }

        @Override
        public void init(double t0, double[] y0, double t) {}

        @Override
        public void handleStep(StepInterpolator step, boolean isLast) {
            double middle = (step.getPreviousTime() + step.getCurrentTime()) / 2;
            double half = direction * (step.getCurrentTime() - step.getPreviousTime()) / 2;
            double[][] states = new double[PathPanel.NODES][];
            for (int i = 0; i < states.length; i++) {
                step.setInterpolatedTime(middle + half * PathPanel.node(i));
                states[i] = step.getInterpolatedState().clone();
            }
            found.add(new PathPanel(states));
        }
    }
}
