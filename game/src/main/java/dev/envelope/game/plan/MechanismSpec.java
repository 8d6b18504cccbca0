package dev.envelope.game.plan;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A mechanism as a plan states it.
 *
 * @param type which rules
 * @param parameters its numbers by name; amounts of money are in points. {@link MechanismType} names them
 */
public record MechanismSpec(MechanismType type, SortedMap<String, Double> parameters) {

    /** Copies the parameters. */
    public MechanismSpec {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** A mechanism with the given parameters. */
    public static MechanismSpec of(MechanismType type, Map<String, Double> parameters) {
        return new MechanismSpec(type, new TreeMap<>(parameters));
    }

    /** The parameter called {@code name}, or {@code otherwise} where the plan does not give it. */
    public double parameter(String name, double otherwise) {
        return parameters.getOrDefault(name, otherwise);
    }
}
