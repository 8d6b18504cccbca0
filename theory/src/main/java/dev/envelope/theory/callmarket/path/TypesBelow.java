package dev.envelope.theory.callmarket.path;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Binomial;

/**
 * How many of one side's types are below a type.
 *
 * @param density of types there
 * @param all how many of all are below
 * @param oneFewer how many of all but one
 * @param twoFewer how many of all but two
 */
record TypesBelow(double density, Count all, Count oneFewer, Count twoFewer) {

    /** Of {@code count} alike {@code types} below {@code type}. */
    static TypesBelow of(int count, ValueDistribution types, double type) {
        double below = types.cdf(type);
        return new TypesBelow(
                types.density(type), new Count(count, below), new Count(count - 1, below), new Count(count - 2, below));
    }

    /** The probabilities of numbers of successes. */
    static final class Count {

        private final double[] chances;

        /** In {@code trials} of chance {@code p}; with fewer than no trials nothing happens. */
        Count(int trials, double p) {
            this.chances = trials < 0 ? new double[0] : Binomial.pmf(trials, p);
        }

        /** P(both numbers together are {@code sum}). */
        double with(Count other, int sum) {
            double chance = 0;
            for (int i = Math.max(0, sum - other.chances.length + 1); i < chances.length && i <= sum; i++) {
                chance += chances[i] * other.chances[sum - i];
            }
            return chance;
        }
    }
}
