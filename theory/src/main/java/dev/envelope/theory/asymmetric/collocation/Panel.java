package dev.envelope.theory.asymmetric.collocation;

/** A piece of the solution: the state as polynomials in x, through the Chebyshev points between two x. */
public final class Panel {

    static final int DEGREE = 10;

    private static final double[] POINTS = points();

    private final double from;
    private final double to;
    private final double[][] states;

    /**
     * The piece through {@code states}.
     *
     * @param from where it begins, the larger x
     * @param to where it ends
     * @param states the states at the points, from {@code from} on; kept as they are
     */
    Panel(double from, double to, double[][] states) {
        this.from = from;
        this.to = to;
        this.states = states;
    }

    public double from() {
        return from;
    }

    public double to() {
        return to;
    }

    /** How far along the panel point {@code k} is, from 0 to 1. */
    static double point(int k) {
        return k == 0 ? 0 : k == DEGREE ? 1 : (1 - StrictMath.cos(Math.PI * k / DEGREE)) / 2;
    }

    private static double[] points() {
        double[] points = new double[DEGREE + 1];
        for (int k = 0; k <= DEGREE; k++) {
            points[k] = point(k);
        }
        return points;
    }

    /** Component {@code c} of the state at {@code x}, by the barycentric formula. */
    public double at(int c, double x) {
        double share = (from - x) / (from - to);
        double above = 0;
        double below = 0;
        for (int k = 0; k <= DEGREE; k++) {
            double distance = share - POINTS[k];
            if (distance == 0) {
                return states[k][c];
            }
            double weight = (k % 2 == 0 ? 1 : -1) * (k == 0 || k == DEGREE ? 0.5 : 1) / distance;
            above += weight * states[k][c];
            below += weight;
        }
        return above / below;
    }

    /** A copy of the state where it ends. */
    double[] end() {
        return states[DEGREE].clone();
    }

    public double first(int c) {
        return states[0][c];
    }

    public double last(int c) {
        return states[DEGREE][c];
    }

    /** Where component {@code c}, which falls along the panel, is {@code value}: false position with halved ends (Illinois). */
    public double find(int c, double value) {
        double left = from;
        double right = to;
        double atLeft = first(c) - value;
        double atRight = last(c) - value;
        if (atLeft <= 0) {
            return from;
        }
        int side = 0;
        for (int i = 0; i < 100; i++) {
            double x = (left * atRight - right * atLeft) / (atRight - atLeft);
            double here = at(c, x) - value;
            if (here == 0 || Math.abs(left - right) <= 1e-15 * Math.max(1, Math.abs(left))) {
                return x;
            }
            if (here > 0) {
                left = x;
                atLeft = here;
                atRight = side == 1 ? atRight / 2 : atRight;
                side = 1;
            } else {
                right = x;
                atRight = here;
                atLeft = side == -1 ? atLeft / 2 : atLeft;
                side = -1;
            }
        }
        return (left + right) / 2;
    }
}
