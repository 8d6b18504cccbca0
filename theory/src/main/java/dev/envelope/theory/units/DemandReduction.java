package dev.envelope.theory.units;

import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * What one bidder gains by bidding for fewer units than it wants, everybody else's bids being what they are (Ausubel, Cramton
 * et al. 2014; Krishna, <i>Auction Theory</i>, ch. 13.4).
 *
 * <p>Under the highest rejected bid the best reply to known bids is to tell the truth about the first l units and to ask for
 * no more, for some l: it wins those, and its own bids no longer set the price. Under Vickrey pricing no l is better than the
 * truth. Played out by the auction itself.
 *
 * @param truthful what the bidder gains by bidding its values
 * @param best the schedule that gains most, cut after some unit
 * @param payoff what it gains
 */
public record DemandReduction(double truthful, List<Double> best, double payoff) {

    /** Copies the schedule. */
    public DemandReduction {
        best = List.copyOf(best);
    }

    /**
     * The best cut of bidder {@code bidder}'s schedule where {@code values} are everybody's bids and its own values. Of equally
     * good ones the longest, so that no gain leaves the truth as it is.
     *
     * @throws IllegalArgumentException when there is no such bidder
     */
    public static DemandReduction of(MultiUnitAuction auction, DemandBids values, int bidder, TieOrder ties) {
        if (bidder < 0 || bidder >= values.bidders()) {
            throw new IllegalArgumentException(
                    "bidder: " + bidder + " (expected: 0 to " + (values.bidders() - 1) + ")");
        }
        List<Double> own = values.of(bidder);
        double truthful = payoff(auction, values, bidder, own, ties);
        List<Double> best = own;
        double most = truthful;
        for (int length = own.size() - 1; length >= 0; length--) {
            double payoff = payoff(auction, values, bidder, own.subList(0, length), ties);
            if (payoff > most) {
                best = own.subList(0, length);
                most = payoff;
            }
        }
        return new DemandReduction(truthful, best, most);
    }

    /** How much it gains beyond the truth; at least 0. */
    public double gain() {
        return payoff - truthful;
    }

    private static double payoff(
            MultiUnitAuction auction, DemandBids values, int bidder, List<Double> bids, TieOrder ties) {
        List<List<Double>> schedules = new ArrayList<>(values.schedules());
        schedules.set(bidder, bids);
        return auction.outcome(new DemandBids(schedules), ties).payoff(bidder, values.of(bidder));
    }
}
