package dev.envelope.theory.distribution.composite;

import dev.envelope.theory.distribution.NumericDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.PlainNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A distribution drawn from one of several, each with its probability. Supports may differ: the density then jumps, and
 * between supports that do not touch there is a gap without types.
 *
 * @param components at least one
 */
public record MixtureDistribution(List<Component> components) implements NumericDistribution {

    /** How far the weights may be from 1 together before they are scaled to it. */
    private static final double ROUNDING = 1e-9;

    /** Copies the list, checks the weights and scales away their rounding. */
    public MixtureDistribution {
        if (components.isEmpty()) {
            throw new IllegalArgumentException("mixture components: [] (expected: at least one)");
        }
        double total = components.stream().mapToDouble(Component::weight).sum();
        if (!(Math.abs(total - 1) <= ROUNDING)) {
            throw new IllegalArgumentException("mixture weight: " + total + " in total (expected: 1)");
        }
        components = total == 1
                ? List.copyOf(components)
                : components.stream()
                        .map(part -> new Component(part.weight() / total, part.distribution()))
                        .toList();
    }

    @Override
    public double lower() {
        double lower = Double.POSITIVE_INFINITY;
        for (Component part : components) {
            lower = Math.min(lower, part.distribution().lower());
        }
        return lower;
    }

    @Override
    public double upper() {
        double upper = Double.NEGATIVE_INFINITY;
        for (Component part : components) {
            upper = Math.max(upper, part.distribution().upper());
        }
        return upper;
    }

    @Override
    public double cdfInside(double x) {
        return weighted(distribution -> distribution.cdf(x));
    }

    @Override
    public double survivalInside(double x) {
        return weighted(distribution -> distribution.survival(x));
    }

    /** The weighted densities; where a component ends and another begins, that of the side above. */
    @Override
    public double densityInside(double x) {
        double upper = upper();
        return weighted(distribution -> x >= distribution.upper() && x < upper ? 0 : distribution.density(x));
    }

    @Override
    public double leastDensity(double from, double to) {
        return weighted(part -> part.lower() <= from && to <= part.upper() ? part.leastDensity(from, to) : 0);
    }

    @Override
    public double mostDensity(double from, double to) {
        return weighted(part -> to <= part.lower() || from >= part.upper()
                ? 0
                : part.mostDensity(Math.max(from, part.lower()), Math.min(to, part.upper())));
    }

    @Override
    public double mean() {
        return weighted(ValueDistribution::mean);
    }

    @Override
    public List<Double> kinks() {
        double lower = lower();
        double upper = upper();
        return components.stream()
                .map(Component::distribution)
                .flatMap(part -> Stream.concat(Stream.of(part.lower(), part.upper()), part.kinks().stream()))
                .filter(kink -> kink > lower && kink < upper)
                .sorted()
                .distinct()
                .toList();
    }

    @Override
    public List<Double> singularities() {
        return components.stream()
                .flatMap(part -> part.distribution().singularities().stream())
                .sorted()
                .distinct()
                .toList();
    }

    private double weighted(ToDoubleFunction<ValueDistribution> number) {
        double total = 0;
        for (Component part : components) {
            total += part.weight() * number.applyAsDouble(part.distribution());
        }
        return total;
    }

    /** The mixture of {@code distributions} with equal weights. */
    public static MixtureDistribution ofEqual(List<ValueDistribution> distributions) {
        List<Component> parts = new ArrayList<>();
        distributions.forEach(part -> parts.add(new Component(1.0 / distributions.size(), part)));
        return new MixtureDistribution(parts);
    }

    /**
     * One of the distributions.
     *
     * @param weight its probability, above 0
     * @param distribution the types it draws
     */
    public record Component(double weight, ValueDistribution distribution) {

        /** Checks the weight. */
        public Component {
            if (!(weight > 0 && weight <= 1 + ROUNDING)) {
                throw new IllegalArgumentException("mixture weight: " + weight + " (expected: above 0, up to 1)");
            }
        }
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "mixture of "
                + components.stream()
                        .map(part -> PlainNumber.of(part.weight()) + " × " + part.distribution())
                        .collect(Collectors.joining(" and "));
    }
}
