package dev.envelope.theory.asymmetric.collocation;

/**
 * The rule by which a polynomial through Chebyshev points is integrated from the first point to each of the others (Clenshaw
 * &amp; Curtis 1960), and by which its last coefficients are seen.
 */
final class Chebyshev {

    private static final int DEGREE = Panel.DEGREE;

    /** INTEGRALS[j][l]: the share of the value at point l in the integral from point 0 to point j, of a panel of length 1. */
    private static final double[][] INTEGRALS = new double[DEGREE + 1][DEGREE + 1];

    /** COEFFICIENTS[k][l]: the share of the value at point l in the coefficient of the k-th Chebyshev polynomial. */
    private static final double[][] COEFFICIENTS = new double[DEGREE + 1][DEGREE + 1];

    static {
        for (int k = 0; k <= DEGREE; k++) {
            for (int l = 0; l <= DEGREE; l++) {
                double ends = (l == 0 || l == DEGREE ? 0.5 : 1) * (k == 0 || k == DEGREE ? 0.5 : 1);
                COEFFICIENTS[k][l] = 2.0 / DEGREE * ends * StrictMath.cos(StrictMath.PI * k * l / DEGREE);
            }
        }
        for (int j = 0; j <= DEGREE; j++) {
            for (int l = 0; l <= DEGREE; l++) {
                double sum = 0;
                for (int k = 0; k <= DEGREE; k++) {
                    sum += COEFFICIENTS[k][l] * (integral(k, 0) - integral(k, j)) / 2;
                }
                INTEGRALS[j][l] = sum;
            }
        }
    }

    private Chebyshev() {}

    /** The integral of T_k from 0 to cos(jπ/DEGREE), up to a constant. */
    private static double integral(int k, int j) {
        double angle = StrictMath.PI * j / DEGREE;
        if (k == 0) {
            return StrictMath.cos(angle);
        }
        double above = StrictMath.cos((k + 1) * angle) / (2 * (k + 1));
        return k == 1 ? StrictMath.cos(2 * angle) / 4 : above - StrictMath.cos((k - 1) * angle) / (2 * (k - 1));
    }

    /** The share of the value at point {@code of} in the integral from point 0 to point {@code to}, of a panel of length 1. */
    static double weight(int to, int of) {
        return INTEGRALS[to][of];
    }

    /** The larger of the last two coefficients, in absolute value, of the polynomial with {@code values} at the points. */
    static double tail(double[] values) {
        double largest = 0;
        for (int k = DEGREE - 1; k <= DEGREE; k++) {
            double coefficient = 0;
            for (int l = 0; l <= DEGREE; l++) {
                coefficient += COEFFICIENTS[k][l] * values[l];
            }
            largest = Math.max(largest, Math.abs(coefficient));
        }
        return largest;
    }
}
