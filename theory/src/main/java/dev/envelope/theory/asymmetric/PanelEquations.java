package dev.envelope.theory.asymmetric;

/**
 * The equations y_j = y_0 − H·Σ_l A_jl·f(y_l) of one panel, y_0 the state where it begins, H its length and A the weights of
 * {@link Chebyshev}; and their linearization, solved for y_1, …, y_d in terms of y_0.
 */
final class PanelEquations {

    private static final int DEGREE = Panel.DEGREE;
    private static final double ROUNDING = 8;

    private final BidDynamics dynamics;
    private final boolean[] bids;
    private final double from;
    private final double to;
    private final int size;
    private final double[][] states;
    private final double[][] values;
    private final double[][] slopes = new double[DEGREE + 1][];
    private final double[][][] jacobians = new double[DEGREE + 1][][];

    /** Row j·size + c: how component c at point j + 1 answers to each component of y_0, and its own change. */
    private double[][] answers = new double[0][];

    /**
     * The panel from {@code from} down to {@code to}.
     *
     * @param bids which classes bid there
     * @param states the states at the Chebyshev points; kept and changed
     */
    PanelEquations(BidDynamics dynamics, boolean[] bids, double from, double to, double[][] states) {
        this.dynamics = dynamics;
        this.bids = bids;
        this.from = from;
        this.to = to;
        this.size = dynamics.classes() + 1;
        this.states = states;
        this.values = new double[DEGREE + 1][size - 1];
        for (int j = 0; j <= DEGREE; j++) {
            slopes[j] = new double[size];
            jacobians[j] = new double[size][size];
        }
    }

    double from() {
        return from;
    }

    double to() {
        return to;
    }

    double[] state(int point) {
        return states[point];
    }

    double[] slope(int point) {
        return slopes[point];
    }

    /** The derivatives of the slopes at the last point. */
    double[][] lastJacobian() {
        return jacobians[DEGREE];
    }

    /** The panel of the states as they are, with those who do not bid yet at their highest value to the last bit. */
    Panel solved() {
        double[][] copy = new double[DEGREE + 1][size];
        for (int j = 0; j <= DEGREE; j++) {
            for (int c = 0; c < size; c++) {
                copy[j][c] = c == size - 1 ? states[j][c] : bids[c] ? Math.min(0, states[j][c]) : 0;
            }
        }
        return new Panel(from, to, copy);
    }

    /** The classes that bid there. */
    boolean[] bids() {
        return bids;
    }

    /** Evaluates the slopes; whether every type that bids bids less than its value. */
    boolean evaluate() {
        for (int j = 0; j <= DEGREE; j++) {
            if (!dynamics.linearize(states[j], bids, values[j], slopes[j], jacobians[j])) {
                return false;
            }
        }
        return true;
    }

    /** By how much the equation of component {@code c} at {@code point} fails. */
    double residual(int point, int c) {
        double sum = states[point][c] - states[0][c];
        for (int l = 0; l <= DEGREE; l++) {
            sum += (from - to) * Chebyshev.weight(point, l) * slopes[l][c];
        }
        return sum;
    }

    /** Solves the linearized equations for the points after the first. */
    void eliminate() {
        int n = DEGREE * size;
        double[][] matrix = new double[n][n + size + 1];
        for (int j = 1; j <= DEGREE; j++) {
            for (int c = 0; c < size; c++) {
                double[] row = matrix[(j - 1) * size + c];
                for (int l = 1; l <= DEGREE; l++) {
                    double weight = (from - to) * Chebyshev.weight(j, l);
                    for (int d = 0; d < size; d++) {
                        row[(l - 1) * size + d] = weight * jacobians[l][c][d];
                    }
                }
                row[(j - 1) * size + c] += 1;
                double first = (from - to) * Chebyshev.weight(j, 0);
                for (int d = 0; d < size; d++) {
                    row[n + d] = (c == d ? 1 : 0) - first * jacobians[0][c][d];
                }
                row[n + size] = -residual(j, c);
            }
        }
        answers = Elimination.solved(matrix, size + 1);
    }

    /** How component {@code c} at the last point answers to y_0, the last number its change where y_0 stays. */
    double[] answer(int c) {
        return answers[(DEGREE - 1) * size + c];
    }

    /** The change of component {@code c} at {@code point} where y_0 changes by {@code first}. */
    double change(int point, int c, double[] first) {
        if (point == 0) {
            return first[c];
        }
        double[] answer = answers[(point - 1) * size + c];
        double change = answer[size];
        for (int d = 0; d < size; d++) {
            change += answer[d] * first[d];
        }
        return change;
    }

    /**
     * The error of the panel: of ln F or, where that is less, of the values, and of the bid.
     *
     * @param logScale the error of ln F that counts as 1
     * @param bidScale the error of a bid or value that counts as 1
     */
    double error(double logScale, double bidScale) {
        double largest = 0;
        for (int c = 0; c < size; c++) {
            double[] along = new double[DEGREE + 1];
            for (int j = 0; j <= DEGREE; j++) {
                along[j] = slopes[j][c];
            }
            double error = (from - to) * Math.max(0, Chebyshev.tail(along) - noise(c));
            if (c < size - 1) {
                double value = error * rise(c) / bidScale;
                largest = Math.max(largest, Math.min(value, error / logScale));
            } else {
                largest = Math.max(largest, error / bidScale);
            }
        }
        return largest;
    }

    /** What rounding makes of the slope of component {@code c} where margins are small beside bids. */
    private double noise(int c) {
        double largest = 0;
        for (int j = 0; j <= DEGREE && c < size - 1 && bids[c]; j++) {
            double bid = states[j][size - 1];
            largest = Math.max(largest, ROUNDING * Math.ulp(bid) / (values[j][c] - bid));
        }
        return largest;
    }

    /** The largest derivative of the value of class {@code c} by ln F, by differences. */
    private double rise(int c) {
        double largest = 0;
        for (int j = 1; j <= DEGREE; j++) {
            double run = states[j - 1][c] - states[j][c];
            largest = run > 0 ? Math.max(largest, (values[j - 1][c] - values[j][c]) / run) : largest;
        }
        return largest;
    }
}
