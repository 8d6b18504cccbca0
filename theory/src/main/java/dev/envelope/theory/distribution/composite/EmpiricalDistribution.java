package dev.envelope.theory.distribution.composite;

import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;
import java.util.stream.IntStream;

/** Distributions of types from observed data. */
public final class EmpiricalDistribution {

    private EmpiricalDistribution() {}

    /**
     * The smoothed distribution of {@code data}: F rises in lines from 0 at the smallest to 1 at the largest, by the same step
     * between neighbours.
     *
     * @param data at least two different finite numbers, in any order; equal ones would put probability on a point
     * @throws IllegalArgumentException naming what does not fit
     */
    public static ValueDistribution smoothed(List<Double> data) {
        List<Double> sorted = data.stream().sorted().toList();
        int last = sorted.size() - 1;
        if (last < 1) {
            throw new IllegalArgumentException("empirical data: " + data + " (expected: at least two numbers)");
        }
        for (int i = 1; i <= last; i++) {
            if (sorted.get(i).equals(sorted.get(i - 1))) {
                throw new IllegalArgumentException("empirical data: " + sorted.get(i)
                        + " more than once (expected: different numbers, for a value has no density where it repeats)");
            }
        }
        List<Double> steps =
                IntStream.rangeClosed(0, last).mapToObj(i -> i / (double) last).toList();
        return new PiecewiseLinearDistribution(sorted, steps);
    }
}
