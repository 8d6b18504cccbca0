package dev.envelope.game.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A mechanism as a plan states it.
 *
 * @param type which rules
 * @param parameters its numbers by name; amounts of money are in points. {@link MechanismType} names them
 * @param words what else is chosen by name, such as what winners pay; none for mechanisms that are played
 */
public record MechanismSpec(
        MechanismType type, SortedMap<String, Double> parameters, SortedMap<String, List<String>> words) {

    /** Copies everything. */
    public MechanismSpec {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        SortedMap<String, List<String>> copies = new TreeMap<>();
        words.forEach((name, chosen) -> copies.put(name, List.copyOf(chosen)));
        words = Collections.unmodifiableSortedMap(copies);
    }

    /** A mechanism with numbers alone. */
    public MechanismSpec(MechanismType type, SortedMap<String, Double> parameters) {
        this(type, parameters, new TreeMap<>());
    }

    /** A mechanism with the given parameters. */
    public static MechanismSpec of(MechanismType type, Map<String, Double> parameters) {
        return new MechanismSpec(type, new TreeMap<>(parameters));
    }

    /** The parameter called {@code name}, or {@code otherwise} where the plan does not give it. */
    public double parameter(String name, double otherwise) {
        return parameters.getOrDefault(name, otherwise);
    }

    /** What keeping the object is worth to the house, in points: 0 where the plan does not say. */
    public double sellerValue() {
        return parameter("seller_value", 0);
    }

    /** The word called {@code name}, or {@code otherwise} where the plan does not give it. */
    public String word(String name, String otherwise) {
        List<String> chosen = words.getOrDefault(name, List.of());
        return chosen.isEmpty() ? otherwise : chosen.get(0);
    }
}
