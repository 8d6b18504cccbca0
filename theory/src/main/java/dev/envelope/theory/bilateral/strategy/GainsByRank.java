package dev.envelope.theory.bilateral.strategy;

import dev.envelope.theory.bilateral.Traders;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Expected gains from trade to a few digits: by the midpoint rule over the ranks of values, and costs of evenly spaced ranks. Enough to tell
 * which of many strategies gain the most, in a hundredth of the time that exact figures take.
 */
final class GainsByRank {

    private static final int RANKS = 256;

    private final Traders traders;
    private final double[] values = new double[RANKS];

    /** The mean over all costs of those of the lowest ranks. */
    private final double[] costsUpTo = new double[RANKS + 1];

    GainsByRank(Traders traders) {
        this.traders = traders;
        Arrays.setAll(values, i -> traders.values().quantile((i + 0.5) / RANKS));
        for (int i = 0; i < RANKS; i++) {
            costsUpTo[i + 1] = costsUpTo[i] + traders.costs().quantile((i + 0.5) / RANKS) / RANKS;
        }
    }

    /** E[value − cost; value at least {@code lowestValue} and cost at most {@code highestCost} of it]. */
    double from(double lowestValue, DoubleUnaryOperator highestCost) {
        double first = traders.values().cdf(lowestValue) * RANKS;
        double gains = 0;
        for (int i = (int) Math.min(RANKS, Math.floor(first)); i < RANKS; i++) {
            double value = Math.max(values[i], lowestValue);
            double rank = traders.costs().cdf(highestCost.applyAsDouble(value)) * RANKS;
            int whole = (int) Math.min(RANKS - 1, Math.floor(rank));
            double costs = costsUpTo[whole] + (rank - whole) * (costsUpTo[whole + 1] - costsUpTo[whole]);
            gains += Math.min(1, i + 1 - first) * (value * rank / RANKS - costs) / RANKS;
        }
        return gains;
    }
}
