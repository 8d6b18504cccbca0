package dev.envelope.theory.numeric;

import java.util.List;
import java.util.stream.DoubleStream;

/** Where an integrand is not smooth. */
public final class Kinks {

    private Kinks() {}

    /** {@code from}, the kinks strictly between in increasing order, {@code to}. */
    public static double[] between(double from, double to, List<Double> kinks) {
        DoubleStream inside = kinks.stream()
                .mapToDouble(Double::doubleValue)
                .filter(kink -> kink > from && kink < to)
                .sorted()
                .distinct();
        return DoubleStream.concat(DoubleStream.of(from), DoubleStream.concat(inside, DoubleStream.of(to)))
                .toArray();
    }
}
