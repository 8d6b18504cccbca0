package dev.envelope.theory.callmarket.offer;

import dev.envelope.theory.numeric.GaussLegendre;
import java.util.Arrays;

/**
 * A piece of a solution V(x) of a differential equation: a polynomial whose slopes solve it at the Gauss points of [{@code from},
 * {@code from} + {@code width}].
 */
public final class GaussPanel {

    /** How many points a piece has. */
    public static final int STAGES = 8;

    /** The points, on [0, 1]. */
    public static final double[] POINTS = GaussLegendre.points(STAGES);

    /** What the points weigh in an integral from 0 to 1. */
    public static final double[] WEIGHTS = GaussLegendre.weights(STAGES);

    /** The integral of the j-th Lagrange polynomial from 0 to point i. */
    public static final double[][] INTEGRALS = integrals();

    /** 0 and the points, and the weights with which a polynomial passes through its values there. */
    private static final double[] NODES = nodes();

    private static final double[] BARYCENTRIC = barycentric();

    private final double from;
    private final double width;
    private final double start;
    private final double[] slopes;
    private final double[] values;

    /** The piece that begins at {@code from} with V = {@code start}, given V' at the points. */
    public GaussPanel(double from, double width, double start, double[] slopes) {
        this.from = from;
        this.width = width;
        this.start = start;
        this.slopes = slopes;
        this.values = new double[STAGES + 1];
        values[0] = start;
        for (int i = 0; i < STAGES; i++) {
            values[i + 1] = start;
            for (int j = 0; j < STAGES; j++) {
                values[i + 1] += width * INTEGRALS[i][j] * slopes[j];
            }
        }
    }

    /** Where it begins. */
    public double from() {
        return from;
    }

    /** Where it ends. */
    public double to() {
        return from + width;
    }

    /** V at {@link #from}. */
    public double start() {
        return start;
    }

    /** V at {@link #to}. */
    public double end() {
        double sum = 0;
        for (int j = 0; j < STAGES; j++) {
            sum += WEIGHTS[j] * slopes[j];
        }
        return start + width * sum;
    }

    /** V at {@code x}. */
    public double at(double x) {
        double share = (x - from) / width;
        double above = 0;
        double below = 0;
        for (int i = 0; i <= STAGES; i++) {
            double distance = share - NODES[i];
            if (distance == 0) {
                return values[i];
            }
            above += BARYCENTRIC[i] / distance * values[i];
            below += BARYCENTRIC[i] / distance;
        }
        return above / below;
    }

    /** Whether V rises at all points. */
    boolean isRising() {
        return Arrays.stream(slopes).allMatch(slope -> slope > 0);
    }

    /** The same polynomial on [{@link #from}, {@code end}], up to a point inside. */
    public GaussPanel upTo(double end) {
        double[] part = new double[STAGES];
        for (int i = 0; i < STAGES; i++) {
            part[i] = slope(from + (end - from) * POINTS[i]);
        }
        return new GaussPanel(from, end - from, start, part);
    }

    /** The piece with V(−x) = −{@code this}(x). */
    GaussPanel mirrored() {
        double[] turned = new double[STAGES];
        for (int i = 0; i < STAGES; i++) {
            turned[i] = slopes[STAGES - 1 - i];
        }
        return new GaussPanel(-to(), width, -end(), turned);
    }

    /** Where V is {@code value}, within the piece: false position with halved ends (Illinois). */
    public double find(double value) {
        double low = from;
        double high = to();
        double atLow = at(low) - value;
        double atHigh = at(high) - value;
        if (atLow >= 0 || atHigh <= 0) {
            return atLow >= 0 ? low : high;
        }
        for (int i = 0; i < 80; i++) {
            double x = low - atLow * (high - low) / (atHigh - atLow);
            double miss = at(x) - value;
            if (miss == 0 || !(x > low && x < high)) {
                return x;
            }
            if (miss < 0) {
                low = x;
                atLow = miss;
                atHigh /= 2;
            } else {
                high = x;
                atHigh = miss;
                atLow /= 2;
            }
        }
        return low;
    }

    /** V' at {@code x}. */
    public double slope(double x) {
        return interpolate(slopes, (x - from) / width);
    }

    /** V' at {@link #to}. */
    public double steepness() {
        return slope(to());
    }

    /** The slopes of {@code panel}'s polynomial at the points of a piece that begins where it ends. */
    public static double[] continued(GaussPanel panel, double width) {
        double[] guess = new double[STAGES];
        for (int i = 0; i < STAGES; i++) {
            // Far beyond its end a polynomial says nothing.
            double x = panel.to() + Math.min(width, panel.width) * POINTS[i] / 2;
            guess[i] = panel.slope(x);
        }
        return guess;
    }

    private static double interpolate(double[] values, double share) {
        double sum = 0;
        for (int j = 0; j < STAGES; j++) {
            sum += values[j] * weight(j, share);
        }
        return sum;
    }

    /** What the value at point {@code j} weighs in the polynomial through all points, at a share of the width. */
    public static double weight(int j, double share) {
        double product = 1;
        for (int k = 0; k < STAGES; k++) {
            product *= k == j ? 1 : (share - POINTS[k]) / (POINTS[j] - POINTS[k]);
        }
        return product;
    }

    private static double[] nodes() {
        double[] nodes = new double[STAGES + 1];
        System.arraycopy(POINTS, 0, nodes, 1, STAGES);
        return nodes;
    }

    private static double[] barycentric() {
        double[] weights = new double[STAGES + 1];
        for (int i = 0; i <= STAGES; i++) {
            double product = 1;
            for (int j = 0; j <= STAGES; j++) {
                product *= j == i ? 1 : NODES[i] - NODES[j];
            }
            weights[i] = 1 / product;
        }
        return weights;
    }

    private static double[][] integrals() {
        double[][] integrals = new double[STAGES][STAGES];
        for (int i = 0; i < STAGES; i++) {
            for (int j = 0; j < STAGES; j++) {
                for (int q = 0; q < STAGES; q++) {
                    integrals[i][j] += POINTS[i] * WEIGHTS[q] * weight(j, POINTS[i] * POINTS[q]);
                }
            }
        }
        return integrals;
    }
}
