package dev.envelope.theory.distribution.composite;

import dev.envelope.theory.distribution.AffineDistribution;
import dev.envelope.theory.distribution.Distributions;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A distribution as a file states it: a type and its fields, which are numbers, lists and further descriptions.
 *
 * <p>The families of {@link Distributions} take numbers. Beyond them: {@code piecewise_linear} takes lists {@code x} and
 * {@code p}; {@code mixture} a list {@code components} of {@code weight} and {@code dist}; {@code empirical} a list
 * {@code data} and {@code smoothed}; {@code affine} takes {@code dist}, {@code scale} and {@code shift}; {@code truncated}
 * takes {@code dist}, {@code lo} and {@code hi}; and {@code order_statistic} takes {@code dist}, {@code draws} and {@code rank} (1 is the highest). Finitely many types are
 * {@code discrete} with lists {@code x} and {@code p}, {@code point} with {@code x}, and {@code empirical} data that are not
 * {@code smoothed}. The texts {@code note} and {@code cdf} are for the reader.
 *
 * @param fields what is stated, {@code type} among it; maps, lists, numbers, texts and truth values as a parser of JSON or
 *     YAML gives them
 */
public record DistributionDescription(Map<String, ?> fields) {

    private static final Set<String> REMARKS = Set.of("note", "cdf");

    /** Copies the outer map. */
    public DistributionDescription {
        fields = Map.copyOf(fields);
    }

    /**
     * The distribution that is described.
     *
     * @throws IllegalArgumentException naming the family, the field, its value and what was expected
     */
    public ValueDistribution distribution() {
        String type = type();
        return switch (type) {
            case "piecewise_linear" -> {
                only("x", "p");
                yield new PiecewiseLinearDistribution(numbers("x"), numbers("p"));
            }
            case "mixture" -> {
                only("components");
                yield new MixtureDistribution(components());
            }
            case "empirical" -> {
                only("data", "smoothed");
                yield empirical();
            }
            case "affine" -> {
                only("dist", "scale", "shift");
                yield AffineDistribution.of(nested("dist"), number("scale"), number("shift"));
            }
            case "truncated" -> {
                only("dist", "lo", "hi");
                yield new TruncatedDistribution(nested("dist"), number("lo"), number("hi"));
            }
            case "order_statistic" -> {
                only("dist", "draws", "rank");
                yield new OrderStatistic(nested("dist"), count("draws"), count("rank"));
            }
            case "discrete", "point" ->
                throw new IllegalArgumentException("distribution: " + type
                        + " (expected: types with a density; values of positive probability have none)");
            default -> Distributions.of(type, allNumbers());
        };
    }

    /** Whether finitely many types are described, each with a probability: {@code discrete}, {@code point}, raw data. */
    public boolean isDiscrete() {
        return switch (type()) {
            case "discrete", "point" -> true;
            case "empirical" -> Boolean.FALSE.equals(fields.get("smoothed"));
            default -> false;
        };
    }

    /**
     * The distribution on finitely many types that is described.
     *
     * @throws IllegalArgumentException naming the family, the field, its value and what was expected
     */
    public DiscreteDistribution discrete() {
        String type = type();
        if (!isDiscrete()) {
            throw new IllegalArgumentException("distribution: " + type
                    + " (expected: finitely many types, which are discrete, point, or empirical and not smoothed)");
        }
        return switch (type) {
            case "point" -> {
                only("x");
                yield DiscreteDistribution.point(number("x"));
            }
            case "discrete" -> {
                only("x", "p");
                yield new DiscreteDistribution(numbers("x"), numbers("p"));
            }
            default -> {
                only("data", "smoothed");
                yield DiscreteDistribution.ofData(numbers("data"));
            }
        };
    }

    private String type() {
        if (fields.get("type") instanceof String type) {
            return type;
        }
        throw new IllegalArgumentException(
                "distribution type: " + fields.get("type") + " (expected: the name of a family)");
    }

    private ValueDistribution empirical() {
        if (Boolean.FALSE.equals(fields.get("smoothed"))) {
            throw new IllegalArgumentException("empirical smoothed: false (expected: true; data without smoothing are"
                    + " discrete and have no density)");
        }
        return EmpiricalDistribution.smoothed(numbers("data"));
    }

    private List<MixtureDistribution.Component> components() {
        List<MixtureDistribution.Component> parts = new ArrayList<>();
        for (Object entry : list("components")) {
            DistributionDescription part = described("components", entry);
            part.onlyOf("mixture component", Set.of("weight", "dist"));
            parts.add(new MixtureDistribution.Component(part.number("weight"), part.nested("dist")));
        }
        return parts;
    }

    private ValueDistribution nested(String field) {
        return described(field, fields.get(field)).distribution();
    }

    private DistributionDescription described(String field, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(field, value, "a map");
        }
        Map<String, Object> copy = new TreeMap<>();
        map.forEach((key, entry) -> copy.put(String.valueOf(key), entry));
        return new DistributionDescription(copy);
    }

    private List<?> list(String field) {
        if (fields.get(field) instanceof List<?> list) {
            return list;
        }
        throw wrong(field, fields.get(field), "a list");
    }

    private List<Double> numbers(String field) {
        List<Double> numbers = new ArrayList<>();
        for (Object entry : list(field)) {
            if (!(entry instanceof Number number)) {
                throw wrong(field, entry, "numbers");
            }
            numbers.add(number.doubleValue());
        }
        return numbers;
    }

    private double number(String field) {
        if (fields.get(field) instanceof Number number) {
            return number.doubleValue();
        }
        throw wrong(field, fields.get(field), "a number");
    }

    private int count(String field) {
        double number = number(field);
        if (number != StrictMath.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw wrong(field, number, "a whole number");
        }
        return (int) number;
    }

    private Map<String, Double> allNumbers() {
        Map<String, Double> numbers = new TreeMap<>();
        new TreeMap<>(fields).forEach((name, value) -> {
            if (value instanceof Number number) {
                numbers.put(name, number.doubleValue());
            } else if (!name.equals("type") && !REMARKS.contains(name)) {
                throw wrong(name, value, "a number");
            }
        });
        return numbers;
    }

    private void only(String... known) {
        onlyOf(type(), Set.of(known));
    }

    private void onlyOf(String what, Set<String> known) {
        new TreeMap<>(fields).forEach((name, value) -> {
            if (!known.contains(name) && !name.equals("type") && !REMARKS.contains(name)) {
                throw new IllegalArgumentException(what + " " + name + ": " + value + " (expected: only "
                        + String.join(", ", new TreeSet<>(known)) + ")");
            }
        });
    }

    private IllegalArgumentException wrong(String field, @Nullable Object value, String expected) {
        return new IllegalArgumentException((fields.get("type") instanceof String type ? type : "distribution") + " "
                + field + ": " + (value == null ? "missing" : value) + " (expected: " + expected + ")");
    }
}
