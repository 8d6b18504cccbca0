package dev.envelope.game.asked.finite;

import dev.envelope.game.plan.MechanismSpec;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import java.util.List;

/**
 * Bidders that have one value each, and so know all others'. To bid it is an equilibrium of auctions that are paid for by bids where as many have
 * the highest value as would still leave one of them without an object if another bid nothing: nobody wins for less.
 *
 * @param values the highest first
 */
record KnownValues(List<Double> values) {

    /** Why these bids are an equilibrium. */
    static final String SOURCE =
            "whoever bids less wins nothing that is worth more than its price, whoever bids more pays its value or more";

    static boolean areOf(FiniteTreatment game) {
        return game.isAuction() && game.types().stream().allMatch(type -> type.size() == 1);
    }

    static KnownValues of(FiniteTreatment game) {
        return new KnownValues(game.types().stream()
                .map(DiscreteDistribution::lower)
                .sorted((one, other) -> Double.compare(other, one))
                .toList());
    }

    /** Whether everybody's bidding its value is an equilibrium of {@code spec} for the reason above. */
    boolean areBid(MechanismSpec spec) {
        int units = (int) spec.parameter("units", 1);
        return switch (spec.type()) {
            case FIRST_PRICE -> areEqual(0, 1);
            case THIRD_PRICE -> areEqual(0, 2);
            case DISCRIMINATORY -> isOneWanted(spec) && areEqual(0, units);
            case UNIFORM_PRICE ->
                isOneWanted(spec)
                        && spec.word("price", "").equals("lowest_accepted")
                        && areEqual(units - 1, units)
                        && values.get(units) >= spec.parameter("reserve", 0);
            default -> false;
        };
    }

    private static boolean isOneWanted(MechanismSpec spec) {
        return spec.parameter("wanted", 1) == 1;
    }

    /** Whether the values at these places are the same. */
    private boolean areEqual(int from, int to) {
        return to < values.size() && values.get(from).equals(values.get(to));
    }
}
