package dev.envelope.game.plan.treatment.values;

import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads distributions that are made of lists or of other distributions, such as {@code {type: mixture, parts: [{weight: 0.3,
 * values: {type: uniform, lo: 0, hi: 1}}, …]}}.
 */
public final class CompositeReader {

    /** Types that have a density. */
    public static final List<String> CONTINUOUS =
            List.of("mixture", "affine", "truncated", "order_statistic", "piecewise_linear", "empirical");

    /** Finitely many values. */
    public static final String DISCRETE = "discrete";

    private static final String VALUES = "values";
    private static final String SMOOTHED = "smoothed";
    private static final String PART = "a part such as {weight: 0.5, values: [0, 100]}";
    private static final String POINT = "a point such as [50, 0.8], a value and the probability of no more";

    private final ValuesReader inner;
    private final Scope scope;

    /** Reads what distributions are made of with {@code inner}. */
    CompositeReader(ValuesReader inner, Scope scope) {
        this.inner = inner;
        this.scope = scope;
    }

    /** The distribution of type {@code type} at {@code field}; empty, with its problems noted, when it has any. */
    Optional<DistributionSpec> read(Field field, String type) {
        int before = field.problems().count();
        Optional<DistributionSpec> spec = Section.of(field, keys(type), ValuesReader.EXPECTED)
                .map(section -> switch (type) {
                    case "mixture" -> mixture(section);
                    case "piecewise_linear" -> pieces(section);
                    case "empirical" -> data(section);
                    case DISCRETE -> masses(section);
                    default -> ofOne(section, type);
                });
        return spec.filter(s -> field.problems().count() == before);
    }

    /** The keys of {@code type}. */
    public static Keys keys(String type) {
        return switch (type) {
            case "mixture" -> Keys.of("type", "parts");
            case "affine" -> Keys.of("type", VALUES, "scale", "shift");
            case "truncated" -> Keys.of("type", VALUES, "lo", "hi");
            case "order_statistic" -> Keys.of("type", VALUES, "draws", "rank");
            case "piecewise_linear" -> Keys.of("type", "points");
            case "empirical" -> Keys.of("type", "data", SMOOTHED);
            default -> Keys.of("type", VALUES, "probabilities");
        };
    }

    private DistributionSpec mixture(Section section) {
        List<Double> weights = new ArrayList<>();
        List<DistributionSpec> parts = new ArrayList<>();
        for (Field item : items(section, "parts", "parts, each with its weight")) {
            Section.of(item, Keys.of("weight", VALUES), PART).ifPresent(part -> {
                Optional<BigDecimal> weight = part.need("weight", "a number above 0, up to 1")
                        .flatMap(f -> f.number(BigDecimal.ZERO, BigDecimal.ONE));
                Optional<DistributionSpec> values =
                        part.need(VALUES, ValuesReader.EXPECTED).flatMap(inner::read);
                if (weight.isPresent() && values.isPresent()) {
                    weights.add(weight.get().doubleValue());
                    parts.add(values.get());
                }
            });
        }
        return new DistributionSpec("mixture", new TreeMap<>(), new TreeMap<>(Map.of("weights", weights)), parts);
    }

    private DistributionSpec ofOne(Section section, String type) {
        TreeMap<String, Double> numbers = new TreeMap<>();
        for (String name : keys(type).known()) {
            if (!name.equals("type") && !name.equals(VALUES)) {
                section.need(name, "a number of " + type)
                        .flatMap(Field::amount)
                        .ifPresent(number -> numbers.put(name, number.doubleValue()));
            }
        }
        List<DistributionSpec> base = section.need(VALUES, ValuesReader.EXPECTED).flatMap(inner::read).stream()
                .toList();
        return new DistributionSpec(type, numbers, new TreeMap<>(), base);
    }

    private static DistributionSpec pieces(Section section) {
        List<Double> values = new ArrayList<>();
        List<Double> probabilities = new ArrayList<>();
        for (Field point : items(section, "points", "points, each a value and the probability of no more")) {
            List<Field> pair = point.isList() ? point.items(2, "numbers") : List.of();
            if (pair.size() == 2) {
                pair.get(0).amount().ifPresent(number -> values.add(number.doubleValue()));
                pair.get(1)
                        .number(BigDecimal.ZERO, BigDecimal.ONE)
                        .ifPresent(number -> probabilities.add(number.doubleValue()));
            } else {
                point.fail(POINT);
            }
        }
        return ofLists("piecewise_linear", new TreeMap<>(Map.of("x", values, "p", probabilities)));
    }

    private DistributionSpec data(Section section) {
        boolean smoothed = section.get(SMOOTHED)
                .flatMap(f -> f.flag().filter(flag -> flag || scope == Scope.ASKED || refuseRaw(f)))
                .orElse(true);
        List<Double> data = numbers(section, "data", "numbers of points");
        return new DistributionSpec(
                "empirical",
                new TreeMap<>(Map.of(SMOOTHED, smoothed ? 1.0 : 0.0)),
                new TreeMap<>(Map.of("data", data)),
                List.of());
    }

    private static boolean refuseRaw(Field field) {
        field.fail("false is not played by this version", "true");
        return false;
    }

    private static DistributionSpec masses(Section section) {
        List<Double> values = numbers(section, VALUES, "numbers of points");
        List<Double> probabilities = section.has("probabilities")
                ? numbers(section, "probabilities", "probabilities")
                : values.stream().map(value -> 1.0 / values.size()).toList();
        return ofLists(DISCRETE, new TreeMap<>(Map.of("x", values, "p", probabilities)));
    }

    private static DistributionSpec ofLists(String type, SortedMap<String, List<Double>> lists) {
        return new DistributionSpec(type, new TreeMap<>(), lists, List.of());
    }

    private static List<Double> numbers(Section section, String key, String what) {
        List<Double> numbers = new ArrayList<>();
        items(section, key, what).forEach(item -> item.amount().ifPresent(number -> numbers.add(number.doubleValue())));
        return numbers;
    }

    private static List<Field> items(Section section, String key, String what) {
        return section.need(key, "a list of " + what)
                .map(field -> field.items(PlanLimits.NUMBERS, what))
                .orElse(List.of());
    }
}
