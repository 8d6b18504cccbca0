package dev.envelope.theory.partnership;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.market.ChoiceMarket;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Profile;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The sealed bids of {@link EqualPartners}: the highest bidder gets the whole firm and pays every other partner one price for its
 * share, its own bid or the highest losing one. Everybody bids.
 *
 * @param types the distribution of what the whole is worth to each partner, at least 2
 * @param isWinnersBidPaid whether the price is the winner's own bid
 */
public record PartnershipAuction(List<ValueDistribution> types, boolean isWinnersBidPaid) implements ChoiceMarket {

    /** Copies the list and checks the number. */
    public PartnershipAuction {
        types = List.copyOf(types);
        if (types.size() < 2) {
            throw new IllegalArgumentException("partners: " + types.size() + " (expected: at least 2)");
        }
    }

    @Override
    public ObjectAllocation choice() {
        return ObjectAllocation.always(types);
    }

    /** A partner that stays one has its share. */
    @Override
    public OutsideOption outsideOption(int agent) {
        return OutsideOption.share(1.0 / types.size());
    }

    @Override
    public int agents() {
        return types.size();
    }

    @Override
    public boolean isDirect() {
        return false;
    }

    @Override
    public boolean mayAbstain() {
        return false;
    }

    @Override
    public boolean dealsInUnits() {
        return false;
    }

    @Override
    public boolean treatsAlike(int one, int other) {
        return true;
    }

    /** The whole firm for the highest bid, among equal ones as {@code ties} say; refuses an abstention. */
    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.check(messages, ties, types.size());
        Profile.checkAllTakePart(messages);
        int winner = Profile.highest(messages, Double.NEGATIVE_INFINITY, ties);
        double price = isWinnersBidPaid ? messages[winner] : highestLosing(messages, winner);
        int[] units = new int[messages.length];
        double[] payments = new double[messages.length];
        for (int i = 0; i < messages.length; i++) {
            payments[i] = i == winner ? (messages.length - 1) * price : -price;
        }
        units[winner] = 1;
        return MarketOutcome.of(units, payments, OptionalDouble.of(price));
    }

    private static double highestLosing(double[] bids, int winner) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < bids.length; i++) {
            highest = i == winner ? highest : Math.max(highest, bids[i]);
        }
        return highest;
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "partnership with payments " + (isWinnersBidPaid ? "winners_bid" : "losers_bid");
    }
}
