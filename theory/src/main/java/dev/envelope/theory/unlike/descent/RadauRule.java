package dev.envelope.theory.unlike.descent;

import dev.envelope.theory.numeric.GaussLegendre;

/**
 * Collocation at {@value #STAGES} right Radau points of [0, 1], the last of which is 1 (Hairer and Wanner, <i>Solving Ordinary Differential
 * Equations II</i>, ch. IV.5): stable however stiff the equations are, and of order {@code 2·STAGES − 1} where they are not. Checked by
 * {@code RadauRuleTest}.
 */
final class RadauRule {

    /** How many points. */
    static final int STAGES = 8;

    private static final int MAX_STEPS = 100;
    private static final double[] POINTS = points();
    private static final double[][] INTEGRALS = integrals();
    private static final double[] TAIL = tail();

    private RadauRule() {}

    /** Point {@code j}. */
    static double point(int j) {
        return POINTS[j];
    }

    /** What a function counts at point {@code k} in its integral from 0 to point {@code j}. */
    static double weight(int j, int k) {
        return INTEGRALS[j][k];
    }

    /**
     * The last coefficient of the Chebyshev series through {@code start} at 0 and {@code values} at the points: about how far the one before
     * it is off.
     */
    static double tail(double start, double[] values) {
        double sum = 0;
        for (int k = 0; k < STAGES; k++) {
            sum += TAIL[k] * (values[k] - start);
        }
        return Math.abs(sum);
    }

    /** The polynomial with {@code start} at 0 and {@code values} at the points, at {@code t}. */
    static double at(double start, double[] values, double t) {
        double over = 0;
        double under = 0;
        for (int k = -1; k < STAGES; k++) {
            double distance = t - (k < 0 ? 0 : POINTS[k]);
            double value = k < 0 ? start : values[k];
            if (distance == 0) {
                return value;
            }
            double weight = 1 / (distance * (k < 0 ? product(0, -1) : POINTS[k] * product(POINTS[k], k)));
            over += weight * value;
            under += weight;
        }
        return over / under;
    }

    /** Newton's method for P(s−1) + P(s), which is 0 at the mirrored points, from Chebyshev points on. */
    private static double[] points() {
        double[] points = new double[STAGES];
        for (int j = 0; j < STAGES; j++) {
            double x = -StrictMath.cos(2 * StrictMath.PI * j / (2 * STAGES - 1));
            for (int i = 0; i < MAX_STEPS && j > 0; i++) {
                double before = 1;
                double here = x;
                for (int n = 1; n < STAGES; n++) {
                    double next = ((2 * n + 1) * x * here - n * before) / (n + 1);
                    before = here;
                    here = next;
                }
                x -= (1 - x) / STAGES * (before + here) / (before - here);
            }
            points[STAGES - 1 - j] = (1 - x) / 2;
        }
        return points;
    }

    private static double[][] integrals() {
        double[] points = GaussLegendre.points(STAGES);
        double[] weights = GaussLegendre.weights(STAGES);
        double[][] integrals = new double[STAGES][STAGES];
        for (int j = 0; j < STAGES; j++) {
            for (int k = 0; k < STAGES; k++) {
                for (int i = 0; i < STAGES; i++) {
                    integrals[j][k] +=
                            POINTS[j] * weights[i] * product(POINTS[j] * points[i], k) / product(POINTS[k], k);
                }
            }
        }
        return integrals;
    }

    private static double[] tail() {
        double[] tail = new double[STAGES];
        for (int k = 0; k < STAGES; k++) {
            tail[k] = 1 / (POINTS[k] * product(POINTS[k], k) * StrictMath.pow(2, 2 * STAGES - 1));
        }
        return tail;
    }

    /** Π(t − point) over all points but {@code omitted}. */
    private static double product(double t, int omitted) {
        double product = 1;
        for (int k = 0; k < STAGES; k++) {
            product *= k == omitted ? 1 : t - POINTS[k];
        }
        return product;
    }
}
