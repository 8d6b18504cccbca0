package dev.envelope.theory.numeric;

import java.util.Arrays;

/**
 * Probabilities of numbers of successes in independent trials of several kinds, of which each has its own chance of success (the
 * Poisson binomial distribution). Sums of products of chances: nothing cancels.
 */
public final class PoissonBinomial {

    private PoissonBinomial() {}

    /**
     * The probabilities of 0 … {@code most} successes.
     *
     * @param chances the chance of success of each kind of trial, from 0 to 1
     * @param others the chance of failure of each, which knows its digits where it is small
     * @param counts how many trials of each kind there are, at least 0
     */
    public static double[] pmf(int most, double[] chances, double[] others, int... counts) {
        double[] pmf = new double[most + 1];
        pmf[0] = 1;
        for (int j = 0; j < chances.length; j++) {
            if (counts[j] > 0 && chances[j] != 0) {
                pmf = with(counts[j], chances[j], others[j], pmf);
            }
        }
        return pmf;
    }

    /** The same where failures are what successes leave. */
    public static double[] pmf(int most, double[] chances, int... counts) {
        return pmf(most, chances, Arrays.stream(chances).map(p -> 1 - p).toArray(), counts);
    }

    /** P(at most {@code most} successes); 0 for fewer than no success. */
    public static double atMost(int most, double[] chances, int... counts) {
        return most < 0
                ? 0
                : Math.min(1, Arrays.stream(pmf(most, chances, counts)).sum());
    }

    private static double[] with(int trials, double chance, double other, double... before) {
        double[] pmf = new double[before.length];
        for (int k = 0; k <= Math.min(trials, before.length - 1); k++) {
            double exactly = Binomial.choose(trials, k) * Binomial.power(chance, k) * Binomial.power(other, trials - k);
            for (int i = 0; i + k < before.length; i++) {
                pmf[i + k] += before[i] * exactly;
            }
        }
        return pmf;
    }
}
