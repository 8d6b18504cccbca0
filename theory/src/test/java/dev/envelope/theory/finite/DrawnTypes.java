package dev.envelope.theory.finite;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Distributions of finitely many types that are drawn for tests. */
final class DrawnTypes {

    private static final int MOST = 4;

    private DrawnTypes() {}

    /** One to four whole numbers from {@code least} to {@code most}, none of them unlikely. */
    static DiscreteDistribution of(SplittableRandom random, int least, int most) {
        int size = 1 + random.nextInt(MOST);
        List<Double> points = random.ints(3L * size, least, most + 1)
                .distinct()
                .limit(size)
                .sorted()
                .asDoubleStream()
                .boxed()
                .toList();
        double[] weights = random.doubles(points.size(), 0.1, 1).toArray();
        double total = Arrays.stream(weights).sum();
        return new DiscreteDistribution(
                points,
                Arrays.stream(weights).mapToObj(weight -> weight / total).toList());
    }
}
