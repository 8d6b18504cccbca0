package dev.envelope.theory.finite.demand;

import java.util.List;

/**
 * What a bidder may want.
 *
 * @param values what each further unit is worth to it, never more than the one before, or what its package is worth; at least 0
 * @param chance the probability of this type, above 0
 */
public record DemandType(List<Double> values, double chance) {

    /** Copies the list. */
    public DemandType {
        values = List.copyOf(values);
    }
}
