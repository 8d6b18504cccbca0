package dev.envelope.theory.numeric;

/**
 * Probabilities of numbers of successes in independent trials, and in two kinds of trials together.
 *
 * <p>They are polynomials in the chances of success, and are continued as such outside [0, 1]. For up to about 1,000 trials; no
 * trials, or fewer, have no successes.
 */
public final class Binomial {

    private Binomial() {}

    /** The probabilities of 0 … {@code trials} successes of chance {@code p}. */
    public static double[] pmf(int trials, double p) {
        double[] pmf = new double[trials + 1];
        double coefficient = 1;
        double power = 1;
        for (int k = 0; k <= trials; k++) {
            pmf[k] = coefficient * power;
            coefficient *= (trials - k) / (k + 1.0);
            power *= p;
        }
        double other = 1;
        for (int k = trials; k >= 0; k--) {
            pmf[k] *= other;
            other *= 1 - p;
        }
        return pmf;
    }

    /** The number of ways to choose {@code k} of {@code n}; 0 where there is none. */
    public static double choose(int n, int k) {
        if (k < 0 || k > n) {
            return 0;
        }
        double coefficient = 1;
        for (int j = 0; j < k; j++) {
            coefficient *= (n - j) / (j + 1.0);
        }
        return coefficient;
    }

    /** P(A = {@code k}) of A successes in {@code a} trials of chance {@code p}; 0 for fewer than no trials. */
    public static double equal(int a, double p, int k) {
        return a < 0 || k < 0 || k > a ? 0 : choose(a, k) * power(p, k) * power(1 - p, a - k);
    }

    /** P(A ≥ {@code k}) of A successes in {@code a} trials of chance {@code p}. */
    public static double atLeast(int a, double p, int k) {
        if (k <= 0) {
            return 1;
        }
        if (k > a) {
            return 0;
        }
        double[] pmf = pmf(a, p);
        double sum = 0;
        for (int j = a; j >= k; j--) {
            sum += pmf[j];
        }
        return sum;
    }

    /** P(A + B = {@code k}) of {@code a} trials of chance {@code p} and {@code b} of chance {@code q}. */
    public static double sumEqual(int a, double p, int b, double q, int k) {
        if (a < 0 || b < 0 || k < 0 || k > a + b) {
            return 0;
        }
        double[] first = pmf(a, p);
        double[] second = pmf(b, q);
        double sum = 0;
        for (int i = Math.max(0, k - b); i <= Math.min(a, k); i++) {
            sum += first[i] * second[k - i];
        }
        return sum;
    }

    /** P(A + B ≥ {@code k}) of {@code a} trials of chance {@code p} and {@code b} of chance {@code q}. */
    public static double sumAtLeast(int a, double p, int b, double q, int k) {
        double[] first = pmf(a, p);
        double[] tail = tail(pmf(b, q));
        double sum = 0;
        for (int i = 0; i <= a; i++) {
            int needed = k - i;
            sum += needed > b ? 0 : first[i] * tail[Math.max(0, needed)];
        }
        return sum;
    }

    /** The probabilities of at least 0 … successes that belong to {@code pmf}. */
    public static double[] tail(double[] pmf) {
        double[] tail = new double[pmf.length];
        double sum = 0;
        for (int k = pmf.length - 1; k >= 0; k--) {
            sum += pmf[k];
            tail[k] = sum;
        }
        return tail;
    }

    /** {@code base} to a whole power of at least 0; 0 to the 0 is 1. */
    public static double power(double base, int exponent) {
        double power = 1;
        double square = base;
        for (int rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                power *= square;
            }
            square *= square;
        }
        return power;
    }
}
