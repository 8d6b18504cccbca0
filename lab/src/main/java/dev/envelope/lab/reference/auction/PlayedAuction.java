package dev.envelope.lab.reference.auction;

import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;

/**
 * An auction of one object in its equilibrium. Bidders are counted from 0; amounts are in the unit of the values, utilities
 * in that of the bidders' utility function. What is not known of a format is refused with an {@link
 * IllegalArgumentException}.
 */
public interface PlayedAuction {

    /** The distribution of each bidder's value. */
    List<ValueDistribution> types();

    /** What {@code bidder} of value {@code value} bids. */
    double bid(int bidder, double value);

    /** The least value with which {@code bidder} takes part. */
    double cutOff(int bidder);

    /** The probability that {@code bidder} wins with {@code value}. */
    double winProbability(int bidder, double value);

    /** What {@code bidder} of value {@code value} expects to pay, winning or not. */
    double payment(int bidder, double value);

    /** What {@code bidder} of value {@code value} expects to gain. */
    double utility(int bidder, double value);

    /** The probability that {@code bidder} wins. */
    double winProbability(int bidder);

    /** What {@code bidder} expects to pay before it knows its value. */
    double payment(int bidder);

    /** What {@code bidder} expects to gain before it knows its value. */
    double surplus(int bidder);

    /** What the seller takes in on average. */
    double revenue();

    /** E[the winner's value]. */
    double gains();

    /** The probability that the object is sold. */
    double saleProbability();

    /** The probability that it is sold, but not to whom it is worth most. */
    double misallocation();
}
