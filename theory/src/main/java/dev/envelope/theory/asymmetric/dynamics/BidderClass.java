package dev.envelope.theory.asymmetric.dynamics;

import dev.envelope.theory.distribution.ValueDistribution;
import java.util.ArrayList;
import java.util.List;

/**
 * Bidders whose values have the same distribution; they bid alike.
 *
 * @param type the distribution of each one's value
 * @param count how many there are
 */
public record BidderClass(ValueDistribution type, int count) {

    /** The classes of {@code types}, in order of first appearance. */
    public static List<BidderClass> of(List<ValueDistribution> types) {
        List<BidderClass> classes = new ArrayList<>();
        for (ValueDistribution type : types) {
            if (classes.stream().noneMatch(c -> c.type.equals(type))) {
                int count = (int) types.stream().filter(type::equals).count();
                classes.add(new BidderClass(type, count));
            }
        }
        return classes;
    }
}
