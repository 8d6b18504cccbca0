package dev.envelope.theory.finite;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The ironed virtual values of several bidders, in which those that differ by rounding alone, from each other or from the seller's value,
 * are the same number: whether they tie decides who wins.
 *
 * @param virtual ψ̄ of each bidder's values in order
 */
record Levels(List<List<Double>> virtual) {

    /** What is taken for rounding, relative to the largest number. */
    private static final double ROUNDING = 1e-12;

    static Levels of(List<DiscreteDistribution> types, double sellerValue) {
        List<List<Double>> all =
                types.stream().map(type -> type.virtualValues().ironed()).toList();
        TreeSet<Double> levels = new TreeSet<>(List.of(sellerValue));
        all.forEach(levels::addAll);
        double rounding = ROUNDING * Math.max(Math.abs(levels.first()), Math.abs(levels.last()));
        List<List<Double>> snapped = new ArrayList<>();
        for (List<Double> one : all) {
            snapped.add(one.stream()
                    .map(level -> snapped(level, sellerValue, levels, rounding))
                    .toList());
        }
        return new Levels(snapped);
    }

    /** The seller's value where {@code level} is as near, otherwise the lowest level from which there is no gap to it. */
    private static double snapped(double level, double sellerValue, TreeSet<Double> levels, double rounding) {
        if (Math.abs(level - sellerValue) <= rounding) {
            return sellerValue;
        }
        double lowest = level;
        Double below = levels.lower(lowest);
        while (below != null && lowest - below <= rounding) {
            lowest = below;
            below = levels.lower(lowest);
        }
        return lowest;
    }
}
