package dev.envelope.game.plan;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A value distribution as a plan states it, in points.
 *
 * @param type the family's name, such as {@code uniform} or {@code power}
 * @param parameters its numbers by name, such as {@code lo} and {@code hi}
 */
public record DistributionSpec(String type, SortedMap<String, Double> parameters) {

    /** Copies the parameters. */
    public DistributionSpec {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** Values drawn uniformly from [{@code lo}, {@code hi}]. */
    public static DistributionSpec uniform(double lo, double hi) {
        return new DistributionSpec("uniform", new TreeMap<>(Map.of("lo", lo, "hi", hi)));
    }
}
