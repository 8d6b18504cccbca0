package dev.envelope.theory.asymmetric.collocation;

import dev.envelope.theory.asymmetric.dynamics.BidDynamics;
import dev.envelope.theory.asymmetric.dynamics.Point;

/**
 * The equations y_j = y_0 − H·Σ_l A_jl·f(y_l) of one panel, y_0 the state where it begins, H its length and A the weights of
 * {@link Chebyshev}; and their linearization, solved for y_1, …, y_d in terms of y_0.
 */
final class PanelEquations {

    private static final int DEGREE = Panel.DEGREE;
    private static final double ROUNDING = 8;

    private final BidDynamics dynamics;
    private final boolean[] bids;
    private final boolean[] late;
    private final int size;
    private final Point[] points = new Point[DEGREE + 1];
    private final double[][] keptStates = new double[DEGREE + 1][];
    private final double[][] keptValues = new double[DEGREE + 1][];
    private final boolean[][] keptByValue = new boolean[DEGREE + 1][];
    private double from;
    private double to;
    private double keptLength;

    /**
     * Row j·size + c: how component c at point j + 1 answers to each component at the first point, its own change, and its answer to
     * the length.
     */
    private double[][] answers = new double[0][];

    /**
     * The panel from {@code from} down to {@code to}.
     *
     * @param bids which classes bid there
     * @param late the classes that begin to bid below the top
     * @param states the states at the Chebyshev points; kept and changed
     */
    PanelEquations(BidDynamics dynamics, boolean[] bids, boolean[] late, double from, double to, double[][] states) {
        this.dynamics = dynamics;
        this.bids = bids;
        this.late = late;
        this.from = from;
        this.to = to;
        this.size = dynamics.classes() + 1;
        for (int j = 0; j <= DEGREE; j++) {
            points[j] = new Point(states[j]);
        }
    }

    double from() {
        return from;
    }

    double to() {
        return to;
    }

    double length() {
        return from - to;
    }

    Point first() {
        return points[0];
    }

    Point last() {
        return points[DEGREE];
    }

    /** The panel of the states as they are, with those who do not bid yet at their highest value to the last bit. */
    Panel solved() {
        double[][] copy = new double[DEGREE + 1][size];
        for (int j = 0; j <= DEGREE; j++) {
            double[] state = points[j].state();
            for (int c = 0; c < size; c++) {
                copy[j][c] = c == size - 1 ? state[c] : bids[c] ? Math.min(0, state[c]) : 0;
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
        for (Point point : points) {
            if (!dynamics.linearize(point, bids, late)) {
                return false;
            }
        }
        return true;
    }

    /** By how much the equation of component {@code c} at {@code point} fails. */
    private double residual(int point, int c) {
        return points[point].state()[c] - points[0].state()[c] + length() * integral(point, c);
    }

    /** The largest residual, in units of the errors allowed. */
    double norm(double logError, double bidError) {
        double largest = 0;
        for (int j = 1; j <= DEGREE; j++) {
            for (int c = 0; c < size; c++) {
                largest = Math.max(largest, Math.abs(residual(j, c)) / (c == size - 1 ? bidError : logError));
            }
        }
        return largest;
    }

    /** The integral of the slope of component {@code c} from the first point to {@code point}, of a panel of length 1. */
    private double integral(int point, int c) {
        double sum = 0;
        for (int l = 0; l <= DEGREE; l++) {
            sum += Chebyshev.weight(point, l) * points[l].slopes()[c];
        }
        return sum;
    }

    /** Solves the linearized equations for the points after the first. */
    void eliminate() {
        int n = DEGREE * size;
        double[][] matrix = new double[n][n + size + 2];
        for (int j = 1; j <= DEGREE; j++) {
            for (int c = 0; c < size; c++) {
                double[] row = matrix[(j - 1) * size + c];
                for (int l = 1; l <= DEGREE; l++) {
                    double weight = length() * Chebyshev.weight(j, l);
                    double[] jacobian = points[l].jacobian()[c];
                    for (int d = 0; d < size; d++) {
                        row[(l - 1) * size + d] = weight * jacobian[d];
                    }
                }
                row[(j - 1) * size + c] += points[j].units()[c];
                double first = length() * Chebyshev.weight(j, 0);
                for (int d = 0; d < size; d++) {
                    row[n + d] = (c == d ? points[0].units()[c] : 0)
                            - first * points[0].jacobian()[c][d];
                }
                row[n + size] = -residual(j, c);
                row[n + size + 1] = -integral(j, c);
            }
        }
        answers = Elimination.solved(matrix, size + 2);
    }

    /**
     * The change of component {@code c} at {@code point}, in what Newton's method changes.
     *
     * @param first the changes at the first point
     * @param own the share of its own change
     * @param longer the change of the panel's length
     */
    double change(int point, int c, double[] first, double own, double longer) {
        if (point == 0) {
            return first[c];
        }
        double[] answer = answers[(point - 1) * size + c];
        double change = own * answer[size] + longer * answer[size + 1];
        for (int d = 0; d < size; d++) {
            change += answer[d] * first[d];
        }
        return change;
    }

    /** How component {@code c} at the last point answers to component {@code d} at the first. */
    double answer(int c, int d) {
        return answers[(DEGREE - 1) * size + c][d];
    }

    /**
     * The largest change at a point, in units of the errors allowed.
     *
     * @param first the changes at the first point
     * @param longer the change of the panel's length
     */
    double sizeOf(double[] first, double longer, double logError, double bidError) {
        double largest = 0;
        for (int j = 0; j <= DEGREE; j++) {
            for (int c = 0; c < size; c++) {
                double error = c == size - 1 || points[j].isByValue()[c] ? bidError : logError;
                largest = Math.max(largest, Math.abs(change(j, c, first, 1, longer)) / error);
            }
        }
        return largest;
    }

    /** Remembers for {@link #move} where everything is. */
    void keep() {
        keptLength = length();
        for (int j = 0; j <= DEGREE; j++) {
            keptStates[j] = points[j].state().clone();
            keptValues[j] = points[j].values().clone();
            keptByValue[j] = points[j].isByValue().clone();
        }
    }

    /**
     * Changes the states from where they were kept.
     *
     * @param first the changes at the first point
     * @param longer the change of the panel's length
     * @param share how much of both is made
     * @param withFirst whether the first point, which may be the last one of another panel, is moved too
     */
    void move(double[] first, double longer, double share, boolean withFirst) {
        for (int j = withFirst ? 0 : 1; j <= DEGREE; j++) {
            double[] state = points[j].state();
            for (int c = 0; c < size; c++) {
                double change = share * change(j, c, first, 1, longer);
                if (keptByValue[j][c]) {
                    points[j].values()[c] = keptValues[j][c] + change;
                    state[c] = dynamics.log(c, points[j].values()[c]);
                } else {
                    state[c] = keptStates[j][c] + change;
                }
            }
        }
    }

    /** How long the panel was when kept. */
    double keptLength() {
        return keptLength;
    }

    /** Lets the panel begin and end elsewhere, its points with it. */
    void place(double newFrom, double newTo) {
        from = newFrom;
        to = newTo;
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
                along[j] = points[j].slopes()[c];
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
            double bid = points[j].state()[size - 1];
            largest = Math.max(largest, ROUNDING * Math.ulp(bid) / (points[j].values()[c] - bid));
        }
        return largest;
    }

    /** The largest derivative of the value of class {@code c} by ln F, by differences. */
    private double rise(int c) {
        double largest = 0;
        for (int j = 1; j <= DEGREE; j++) {
            double run = points[j - 1].state()[c] - points[j].state()[c];
            double fall = points[j - 1].values()[c] - points[j].values()[c];
            largest = run > 0 ? Math.max(largest, fall / run) : largest;
        }
        return largest;
    }
}
