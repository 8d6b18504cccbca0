package dev.envelope.theory.mechanism;

import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;

/**
 * One object, direct: the Vickrey-Clarke-Groves mechanism whose basis is the lowest types (Krishna &amp; Perry 2000; Krishna,
 * ch. 5.3). Truth is weakly dominant.
 *
 * <p>"Nobody gets it" is an alternative worth 0: the object goes to the highest report where that is at least 0, and its
 * winner pays SW(a_i, t_-i) − SW_-i(t) = max(0, a_i, the highest other report). An agent that abstains counts as absent.
 * With supports that begin at 0 this is the second-price auction. A negative lowest type counts as 0: it is never served.
 *
 * @param types the distribution of each bidder's value; a report outside its support is refused
 */
public record VcgAuction(List<ValueDistribution> types) implements DirectSale {

    /** Copies the list. */
    public VcgAuction {
        types = List.copyOf(types);
        Profile.checkBidders(types.size());
    }

    /** The mechanism among one bidder per distribution. */
    public static VcgAuction of(List<ValueDistribution> types) {
        return new VcgAuction(types);
    }

    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.checkReports(messages, ties, types);
        int winner = Profile.highest(messages, 0, ties);
        return winner < 0
                ? MarketOutcome.nothing(agents())
                : MarketOutcome.sale(agents(), winner, Profile.highestOther(messages, lowestPrice(winner), winner));
    }

    /** What agent {@code agent} pays when it wins against nobody: its lowest type, and at least 0. */
    public double lowestPrice(int agent) {
        return Math.max(0, types.get(agent).lower());
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "vcg";
    }
}
