package dev.envelope.theory.alternatives;

import java.util.List;

/**
 * The types that an agent may be of, each a vector of what every alternative is worth to it, with their chances.
 *
 * @param vectors t_i(k), one list per type
 * @param chances P(t_i), one per type, adding up to 1
 */
public record TypeVectors(List<List<Double>> vectors, List<Double> chances) {

    private static final double ROUNDING = 1e-9;

    /** Copies the lists and checks the chances. */
    public TypeVectors {
        vectors = vectors.stream().map(List::copyOf).toList();
        chances = List.copyOf(chances);
        double sum = chances.stream().mapToDouble(Double::doubleValue).sum();
        boolean isWhole = Math.abs(sum - 1) <= ROUNDING && chances.stream().allMatch(chance -> chance >= 0);
        if (!isWhole || chances.size() != vectors.size()) {
            throw new IllegalArgumentException(
                    "chances: " + chances + " (expected: one per type, " + vectors.size() + ", with the sum 1)");
        }
    }

    /** How many types there are. */
    public int size() {
        return vectors.size();
    }

    /** What the alternatives are worth to type {@code type}, from 0. */
    double[] vector(int type) {
        return vectors.get(type).stream().mapToDouble(Double::doubleValue).toArray();
    }
}
