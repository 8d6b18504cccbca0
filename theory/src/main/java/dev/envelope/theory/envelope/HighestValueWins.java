package dev.envelope.theory.envelope;

import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;
import java.util.stream.Stream;

/**
 * The highest type wins if it is at least a threshold that is the same for all: q_i(x) = Π_{j≠i} F_j(x).
 *
 * @param types F_i, at least one
 * @param least the threshold
 */
public record HighestValueWins(List<ValueDistribution> types, double least) implements InterimAllocation {

    /** Copies the list. */
    public HighestValueWins {
        types = List.copyOf(types);
    }

    @Override
    public double threshold(int bidder) {
        return least > types.get(bidder).upper() ? Double.POSITIVE_INFINITY : least;
    }

    @Override
    public double winProbability(int bidder, double type) {
        double product = 1;
        for (int j = 0; j < types.size(); j++) {
            product *= j == bidder ? 1 : types.get(j).cdf(type);
        }
        return product;
    }

    @Override
    public List<Double> kinks(int bidder) {
        return types.stream()
                .distinct()
                .flatMap(type -> Stream.concat(Stream.of(type.lower(), type.upper()), type.kinks().stream()))
                .toList();
    }
}
