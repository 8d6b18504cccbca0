package dev.envelope.game.plan.roles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A value distribution as a plan states it, in points: a family with its numbers, or one made of lists or of other
 * distributions.
 *
 * <p>{@code piecewise_linear} has the lists {@code x} and {@code p}; {@code discrete} has them too; {@code empirical} has the
 * list {@code data} and the number {@code smoothed}, 1 or 0; {@code mixture} has the list {@code weights} and a part for each;
 * {@code affine}, {@code truncated} and {@code order_statistic} have one part.
 *
 * @param type the family's name, such as {@code uniform} or {@code power}
 * @param parameters its numbers by name, such as {@code lo} and {@code hi}
 * @param lists its lists of numbers by name
 * @param parts the distributions it is made of
 */
public record DistributionSpec(
        String type,
        SortedMap<String, Double> parameters,
        SortedMap<String, List<Double>> lists,
        List<DistributionSpec> parts) {

    /** The data as they are, without smoothing, where {@code parameters} give 0. */
    private static final String SMOOTHED = "smoothed";

    private static final String WEIGHTS = "weights";

    /** Copies everything; there are as many parts as weights, where there are weights. */
    public DistributionSpec {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        SortedMap<String, List<Double>> copies = new TreeMap<>();
        lists.forEach((name, numbers) -> copies.put(name, List.copyOf(numbers)));
        lists = Collections.unmodifiableSortedMap(copies);
        parts = List.copyOf(parts);
        if (lists.containsKey(WEIGHTS) && lists.get(WEIGHTS).size() != parts.size()) {
            throw new IllegalArgumentException("parts: " + parts.size() + " (expected: one per weight, "
                    + lists.get(WEIGHTS).size() + ")");
        }
    }

    /** A family with its numbers alone. */
    public DistributionSpec(String type, SortedMap<String, Double> parameters) {
        this(type, parameters, new TreeMap<>(), List.of());
    }

    /** Values drawn uniformly from [{@code lo}, {@code hi}]. */
    public static DistributionSpec uniform(double lo, double hi) {
        return new DistributionSpec("uniform", new TreeMap<>(Map.of("lo", lo, "hi", hi)));
    }

    /** The fields of theory's description of it, {@code type} among them. */
    Map<String, Object> description() {
        Map<String, Object> fields = new TreeMap<>(parameters);
        fields.putAll(lists);
        fields.put("type", type);
        if (parameters.containsKey(SMOOTHED)) {
            fields.put(SMOOTHED, parameters.get(SMOOTHED) != 0);
        }
        if (lists.containsKey(WEIGHTS)) {
            fields.remove(WEIGHTS);
            fields.put("components", components());
        } else if (!parts.isEmpty()) {
            fields.put("dist", parts.get(0).description());
        }
        return fields;
    }

    private List<Map<String, Object>> components() {
        List<Double> weights = lists.getOrDefault(WEIGHTS, List.of());
        List<Map<String, Object>> components = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            components.add(Map.of("weight", weights.get(i), "dist", parts.get(i).description()));
        }
        return components;
    }
}
