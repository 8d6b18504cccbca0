package dev.envelope.game.asked.finite;

import dev.envelope.game.plan.MechanismSpec;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import java.util.List;

/**
 * Bidders that have one value each, and so know all others'. To bid it is an equilibrium of auctions that only winners pay in, by bids, where
 * a winner that bids less loses to an equal bid, or, at the lowest accepted bid, to the bid that is the price.
 *
 * @param values the highest first
 */
record KnownValues(List<Double> values) {

    private static final String NO_HIGHER = "whoever has nothing and bids more pays its value or more";

    /** Why these bids are an equilibrium of {@code spec}. */
    static String source(MechanismSpec spec) {
        return spec.type() == MechanismType.UNIFORM_PRICE
                ? "no winner lowers the price by a bid with which it still wins, " + NO_HIGHER
                : "whoever bids less wins nothing, whoever bids more pays its value or more";
    }

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

    /**
     * Whether one bidder has the highest value, pays its own bid where it wins, and has to outbid those that have the second highest, who bid that much.
     *
     * @param leastBid what the seller takes at least
     */
    boolean isHighestAlone(MechanismSpec spec, double leastBid) {
        int units = (int) spec.parameter("units", 1);
        boolean isAlone = values.size() > units
                && values.get(0) > values.get(1)
                && areEqual(1, units)
                && values.get(1) > leastBid;
        return switch (spec.type()) {
            case FIRST_PRICE -> isAlone;
            case DISCRIMINATORY -> isAlone && isOneWanted(spec);
            case UNIFORM_PRICE ->
                isAlone
                        && isOneWanted(spec)
                        && units == 1
                        && spec.word("price", "").equals("lowest_accepted");
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
