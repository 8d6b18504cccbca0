package dev.envelope.theory.numeric;

import org.apache.commons.math3.special.Erf;

/**
 * The error function by Taylor series around the nearest of a table of points: several times faster than one series or
 * fraction for all numbers, and exact to some units in the last place of erf and of erfc, wherever they are. The table is
 * filled from its far end, where erfc is as good as nothing, so that every step back adds more than it errs.
 *
 * <p>Around z, ∫ e^{−t²} dt = e^{−z²}·Σ a_k·d^{k+1}/(k+1) with a_0 = 1, a_1 = −2z and (k+1)·a_{k+1} = −2z·a_k − 2·a_{k−1}, the
 * recurrence of the Hermite polynomials. Points are 1/16 apart. Checked by {@code ErrorFunctionTest}.
 */
public final class ErrorFunction {

    private static final int PER_UNIT = 16;

    /** Beyond it erfc is below 1e-295 and taken for 0. */
    private static final int HIGHEST = 26;

    /** Up to here erf is the series around 0, beyond it what erfc leaves of 1. */
    private static final double NEAR = 0.5;

    private static final int MAX_TERMS = 60;
    private static final double NEGLIGIBLE = 1e-18;
    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);
    private static final double[] COMPLEMENT = new double[HIGHEST * PER_UNIT + 1];
    private static final double[] BELL = new double[HIGHEST * PER_UNIT + 1];

    static {
        int last = COMPLEMENT.length - 1;
        COMPLEMENT[last] = Erf.erfc(HIGHEST);
        for (int i = last; i >= 0; i--) {
            double z = i / (double) PER_UNIT;
            BELL[i] = StrictMath.exp(-z * z);
            if (i > 0) {
                COMPLEMENT[i - 1] = COMPLEMENT[i] - TWO_OVER_ROOT_PI * BELL[i] * series(z, -1.0 / PER_UNIT);
            }
        }
    }

    private ErrorFunction() {}

    /** erf(to) − erf(from), without cancellation where both are in one tail. */
    public static double between(double from, double to) {
        if (from > to) {
            return -between(to, from);
        }
        if (from > NEAR) {
            return complement(from) - complement(to);
        }
        return to < -NEAR ? complement(-to) - complement(-from) : of(to) - of(from);
    }

    /** erf(x). */
    public static double of(double x) {
        double size = Math.abs(x);
        double erf = size <= NEAR ? TWO_OVER_ROOT_PI * series(0, size) : 1 - complement(size);
        return Math.copySign(erf, x);
    }

    /** erfc(x) = 1 − erf(x). */
    public static double complement(double x) {
        if (x < 0) {
            return 2 - complement(-x);
        }
        if (x <= NEAR) {
            return 1 - of(x);
        }
        if (!(x < HIGHEST)) {
            return Double.isNaN(x) ? x : 0;
        }
        int node = (int) Math.rint(x * PER_UNIT);
        double z = node / (double) PER_UNIT;
        return COMPLEMENT[node] - TWO_OVER_ROOT_PI * BELL[node] * series(z, x - z);
    }

    /** Σ a_k·d^{k+1}/(k+1). */
    private static double series(double z, double d) {
        double before = 0;
        double term = 1;
        double power = d;
        double sum = d;
        for (int k = 1; k < MAX_TERMS; k++) {
            double next = (-2 * z * term - 2 * before) / k;
            before = term;
            term = next;
            power *= d;
            double add = term * power / (k + 1);
            sum += add;
            if (Math.abs(add) <= NEGLIGIBLE * Math.abs(sum) && Math.abs(before * power) <= NEGLIGIBLE) {
                break;
            }
        }
        return sum;
    }
}
