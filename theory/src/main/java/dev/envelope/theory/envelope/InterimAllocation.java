package dev.envelope.theory.envelope;

import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;

/** Who gets one object as a function of one bidder's type, the others' being drawn: q_i of every bidder. */
public interface InterimAllocation {

    /** The distribution of each bidder's type. */
    List<ValueDistribution> types();

    /** The least type of {@code bidder} that takes part, whose payoff is 0; +∞ where none does. */
    double threshold(int bidder);

    /** q_i(x), the probability that {@code bidder} of type {@code type}, at least its threshold, gets the object. */
    double winProbability(int bidder, double type);

    /** The types of {@code bidder} at which q_i may not be smooth, in any order. */
    List<Double> kinks(int bidder);
}
