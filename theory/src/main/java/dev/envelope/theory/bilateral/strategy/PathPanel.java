package dev.envelope.theory.bilateral.strategy;

/**
 * A stretch of a path on which prices, costs and values rise together, known at Chebyshev points of the time it takes.
 *
 * <p>Any coordinate is a polynomial of any other through the points; where the given one hardly moves, the panel is a point.
 */
final class PathPanel {

    /** How many points. */
    static final int NODES = 10;

    private static final double STILL = 1e-9;

    private final double[][] states;

    /** The panel through {@code states}, in the order of prices. */
    PathPanel(double[][] states) {
        this.states = states;
    }

    /** The place of point {@code i} in [−1, 1]: both ends are points. */
    static double node(int i) {
        return i == NODES - 1 ? 1 : -StrictMath.cos(Math.PI * i / (NODES - 1));
    }

    /** The lower end of a coordinate. */
    double from(int coordinate) {
        return states[0][coordinate];
    }

    /** The upper end of a coordinate. */
    double to(int coordinate) {
        return states[NODES - 1][coordinate];
    }

    /** The coordinate {@code wanted} where the coordinate {@code given} is {@code x}; at an end beyond it. */
    double at(int wanted, int given, double x) {
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
