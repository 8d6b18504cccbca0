package dev.envelope.theory.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The families of value distributions that a few numbers state, by name, as plans and reference files give them. Those made
 * of lists or of other distributions are stated by a {@code DistributionDescription}.
 */
public final class Distributions {

    private static final List<Family> FAMILIES = List.of(
            new Family("uniform", List.of("lo", "hi"), p -> new UniformDistribution(p[0], p[1])),
            new Family("power", List.of("a", "lo", "hi"), p -> PowerDistribution.of(p[0], p[1], p[2])),
            new Family(
                    "truncated_exponential",
                    List.of("rate", "lo", "hi"),
                    p -> new TruncatedExponential(p[0], p[1], p[2])),
            new Family(
                    "truncated_normal",
                    List.of("mu", "sigma", "lo", "hi"),
                    p -> new TruncatedNormal(p[0], p[1], p[2], p[3])),
            new Family(
                    "truncated_lognormal",
                    List.of("mu", "sigma", "lo", "hi"),
                    p -> TruncatedLognormal.of(p[0], p[1], p[2], p[3])),
            new Family("beta", List.of("alpha", "beta", "lo", "hi"), p -> new BetaDistribution(p[0], p[1], p[2], p[3])),
            new Family(
                    "truncated_gamma",
                    List.of("shape", "scale", "lo", "hi"),
                    p -> new TruncatedGamma(p[0], p[1], p[2], p[3])),
            new Family(
                    "truncated_weibull",
                    List.of("shape", "scale", "lo", "hi"),
                    p -> new TruncatedWeibull(p[0], p[1], p[2], p[3])),
            new Family("triangular", List.of("mode", "lo", "hi"), p -> new TriangularDistribution(p[0], p[1], p[2])));

    private Distributions() {}

    /**
     * The distribution of family {@code type} with the given numbers.
     *
     * @throws IllegalArgumentException naming the family, the parameter, its value and what was expected
     */
    public static ValueDistribution of(String type, Map<String, Double> parameters) {
        Family family = family(type);
        for (String name : new TreeSet<>(parameters.keySet())) {
            if (!family.parameters().contains(name)) {
                throw new IllegalArgumentException(type + " " + name + ": " + parameters.get(name) + " (expected: only "
                        + String.join(", ", family.parameters()) + ")");
            }
        }
        double[] numbers = new double[family.parameters().size()];
        for (int i = 0; i < numbers.length; i++) {
            String name = family.parameters().get(i);
            Double number = parameters.get(name);
            if (number == null) {
                throw new IllegalArgumentException(type + " " + name + ": missing (expected: the numbers "
                        + String.join(", ", family.parameters()) + ")");
            }
            numbers[i] = number;
        }
        return family.factory().of(numbers);
    }

    /** The names of all families, in a fixed order. */
    public static List<String> families() {
        List<String> names = new ArrayList<>();
        FAMILIES.forEach(family -> names.add(family.name()));
        return List.copyOf(names);
    }

    /**
     * The names of the numbers that family {@code type} takes, in a fixed order.
     *
     * @throws IllegalArgumentException when there is no such family
     */
    public static List<String> parametersOf(String type) {
        return family(type).parameters();
    }

    private static Family family(String type) {
        for (Family family : FAMILIES) {
            if (family.name().equals(type)) {
                return family;
            }
        }
        throw new IllegalArgumentException(
                "distribution: " + type + " (expected: one of " + String.join(", ", families()) + ")");
    }

    /** A family: its name, the numbers it takes, and how it is made of them in that order. */
    private record Family(String name, List<String> parameters, Factory factory) {}

    @FunctionalInterface
    private interface Factory {
        ValueDistribution of(double[] numbers);
    }
}
