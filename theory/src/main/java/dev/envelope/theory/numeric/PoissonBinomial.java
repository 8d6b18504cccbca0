package dev.envelope.theory.numeric;

/**
 * Probabilities of numbers of successes in independent trials of several kinds, of which each has its own chance of success (the
 * Poisson binomial distribution). Sums of products of chances: nothing cancels.
 */
public final class PoissonBinomial {

    private PoissonBinomial() {}

    /**
     * The probabilities of 0 … {@code most} successes. With failures of 1 they are the elementary symmetric polynomials of the chances,
     * which may be any numbers of at least 0 then.
     *
     * @param chances the chance of success of each kind of trial
     * @param others the chance of failure of each, which knows its digits where it is small
     * @param counts how many trials of each kind there are, at least 0
     */
    public static double[] pmf(int most, double[] chances, double[] others, int... counts) {
        double[] pmf = new double[most + 1];
        pmf[0] = 1;
        for (int j = 0; j < chances.length; j++) {
            if (counts[j] > 0 && chances[j] != 0) {
                multiply(pmf, counts[j], chances[j], others[j]);
            }
        }
        return pmf;
    }

    /** The same where failures are what successes leave. */
    public static double[] pmf(int most, double[] chances, int... counts) {
        double[] others = new double[chances.length];
        for (int j = 0; j < others.length; j++) {
            others[j] = 1 - chances[j];
        }
        return pmf(most, chances, others, counts);
    }

    /** P(at most {@code most} successes); 0 for fewer than no success. */
    public static double atMost(int most, double[] chances, int... counts) {
        if (most < 0) {
            return 0;
        }
        double sum = 0;
        for (double exactly : pmf(most, chances, counts)) {
            sum += exactly;
        }
        return Math.min(1, sum);
    }

    /** Counts in so many trials of a kind, in place: from high to low, so that the lower entries that each is made from are still the old ones. */
    private static void multiply(double[] pmf, int trials, double chance, double other) {
        if (trials == 1) {
            for (int i = pmf.length - 1; i > 0; i--) {
                pmf[i] = pmf[i] * other + pmf[i - 1] * chance;
            }
            pmf[0] *= other;
            return;
        }
        double[] exactly = new double[Math.min(trials, pmf.length - 1) + 1];
        for (int k = 0; k < exactly.length; k++) {
            exactly[k] = Binomial.choose(trials, k) * Binomial.power(chance, k) * Binomial.power(other, trials - k);
        }
        for (int i = pmf.length - 1; i >= 0; i--) {
            double sum = 0;
            for (int k = 0; k <= Math.min(i, exactly.length - 1); k++) {
                sum += pmf[i - k] * exactly[k];
            }
            pmf[i] = sum;
        }
    }
}
