package dev.envelope.theory.finite.demand;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.finite.FiniteGame;
import dev.envelope.theory.finite.OtherTypes;
import dev.envelope.theory.numeric.PlainNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * A sale to bidders who have finitely many, independent types each, which are lists of numbers, and who bid such lists. An empty message bids
 * nothing. What can happen is gone through; ties are broken at random.
 */
public interface DemandGame {

    /** The most bidders, who may all tie: who of them may win is gone through. */
    int MOST_BIDDERS = 7;

    /** How many outcomes are looked at at most. */
    double MOST_OUTCOMES = 500_000;

    /** How many bidders there are. */
    int bidders();

    /** The types of a bidder. */
    List<DemandType> types(int bidder);

    /** The first bidder with the same types that the rules treat like {@code bidder}. */
    int firstLike(int bidder);

    /** For how many units, or packages, a message bids at most. */
    int wanted();

    /** What happens at a profile of messages: all outcomes that ties may lead to, whose chances add to 1. */
    List<DemandOutcome> outcomes(List<List<Double>> messages);

    /** The largest gains at a profile of types. */
    double firstBest(List<List<Double>> types);

    /**
     * The bids of {@code bidder} at which what it gets changes, where the others bid their values, and what it pays whatever it bids changes by
     * the others' bids alone or rises with its own.
     */
    NavigableSet<Double> landmarks(int bidder);

    /** How many times as long as others such outcomes take to work out. */
    default double slowness() {
        return 1;
    }

    /** How far apart two bids are, in money, that differ by more than rounding. */
    default double rounding() {
        return 0;
    }

    /** Why there are too many profiles where each bidder tries {@code messages} messages per profile of the others; empty where there are not. */
    default Optional<String> obstacle(double messages) {
        if (bidders() > MOST_BIDDERS) {
            return Optional.of("bidders: " + bidders() + " that may tie (expected: at most " + MOST_BIDDERS + ")");
        }
        double outcomes = 0;
        for (int i = 0; i < bidders(); i++) {
            outcomes += firstLike(i) == i ? others(i).count() * messages * slowness() : 0;
        }
        return outcomes > MOST_OUTCOMES
                ? Optional.of("types: " + PlainNumber.of(StrictMath.rint(outcomes))
                        + " outcomes to go through (expected: at most " + PlainNumber.of(MOST_OUTCOMES) + ")")
                : Optional.empty();
    }

    /** The numbers of the types of all but {@code bidder}, from 0. */
    default OtherTypes others(int bidder) {
        List<DiscreteDistribution> numbers = new ArrayList<>();
        for (int j = 0; j < bidders(); j++) {
            List<DemandType> types = types(j);
            List<Double> indices = new ArrayList<>();
            for (int k = 0; k < types.size(); k++) {
                indices.add((double) k);
            }
            numbers.add(new DiscreteDistribution(
                    indices, types.stream().map(DemandType::chance).toList()));
        }
        return OtherTypes.of(numbers, this::firstLike, bidder);
    }

    /** What {@code visitor} makes of the types of all but {@code bidder}, whose place it may fill. */
    default void eachOthers(int bidder, Visitor visitor) {
        FiniteGame.Visitor decoding = (numbers, chance) -> {
            List<List<Double>> profile = new ArrayList<>();
            for (int j = 0; j < numbers.length; j++) {
                profile.add(
                        j == bidder ? List.of() : types(j).get((int) numbers[j]).values());
            }
            visitor.look(profile, chance);
        };
        others(bidder).each(decoding);
    }

    /** What is done with a profile of types of which one is missing. */
    @FunctionalInterface
    interface Visitor {

        /**
         * Looks at one profile.
         *
         * @param types the types of all others; what is in the missing place is of no account
         * @param chance the probability of these, in whatever order among those that are alike
         */
        void look(List<List<Double>> types, double chance);
    }
}
