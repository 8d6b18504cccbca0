package dev.envelope.theory.numeric;

import java.util.Arrays;

/**
 * A stretch of a path on which some coordinates rise together, known at Chebyshev points of the time it takes.
 *
 * <p>Any of these coordinates is a polynomial of any other through the points; where the given one hardly moves, the panel is a point.
 */
public final class PathPanel {

    /** How many points. */
    public static final int NODES = 10;

    private static final double STILL = 1e-9;
    private static final double[] PLACES = new double[NODES];

    static {
        Arrays.setAll(PLACES, i -> i == NODES - 1 ? 1 : -StrictMath.cos(Math.PI * i / (NODES - 1)));
    }

    private final double[][] states;

    /** The panel through {@code states}, in the order in which they rise. */
    public PathPanel(double[][] states) {
        this.states = states.clone();
    }

    /** The place of point {@code i} in [−1, 1]: both ends are points. */
    public static double node(int i) {
        return PLACES[i];
    }

    /** The lower end of a coordinate. */
    public double from(int coordinate) {
        return states[0][coordinate];
    }

    /** The upper end of a coordinate. */
    public double to(int coordinate) {
        return states[NODES - 1][coordinate];
    }

    /** The coordinate {@code wanted} where the coordinate {@code given} is {@code x}; at an end beyond it. */
    public double at(int wanted, int given, double x) {
        if (x <= from(given)) {
            return from(wanted);
        }
        if (x >= to(given)) {
            return to(wanted);
        }
        double width = to(given) - from(given);
        if (width <= STILL * Math.max(Math.abs(to(given)), Math.abs(from(given)))) {
            return from(wanted) + (x - from(given)) / width * (to(wanted) - from(wanted));
        }
        double value = polynomial(wanted, given, x);
        return Math.max(from(wanted), Math.min(to(wanted), value));
    }

    /**
     * The same by the time at which the coordinate {@code given} is {@code x}: slower, and as exact where one coordinate goes like a root of the
     * other.
     */
    public double atTimeOf(int wanted, int given, double x) {
        if (x <= from(given)) {
            return from(wanted);
        }
        if (x >= to(given)) {
            return to(wanted);
        }
        double time = Bisection.first(-1, 1, t -> inTime(given, t) >= x);
        return Math.max(from(wanted), Math.min(to(wanted), inTime(wanted, time)));
    }

    /** The polynomial through the points at time {@code t} in [−1, 1], by the barycentric formula. */
    private double inTime(int coordinate, double t) {
        double above = 0;
        double below = 0;
        for (int i = 0; i < NODES; i++) {
            double distance = t - node(i);
            if (distance == 0) {
                return states[i][coordinate];
            }
            double weight = (i % 2 == 0 ? 1 : -1) * (i == 0 || i == NODES - 1 ? 0.5 : 1) / distance;
            above += weight * states[i][coordinate];
            below += weight;
        }
        return above / below;
    }

    /** Neville's scheme. */
    private double polynomial(int wanted, int given, double x) {
        double[] table = new double[NODES];
        for (int i = 0; i < NODES; i++) {
            table[i] = states[i][wanted];
            for (int j = i - 1; j >= 0; j--) {
                double right = states[i][given];
                double left = states[j][given];
                table[j] = table[j + 1] + (right - x) / (right - left) * (table[j] - table[j + 1]);
            }
        }
        return table[0];
    }
}
