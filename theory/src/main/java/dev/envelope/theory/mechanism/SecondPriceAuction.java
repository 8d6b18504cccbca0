package dev.envelope.theory.mechanism;

import dev.envelope.theory.numeric.PlainNumber;
import java.util.OptionalDouble;

/**
 * One object: the highest bid wins and pays the higher of the second bid and the reserve (Vickrey 1961; Krishna, ch. 2).
 *
 * <p>A bid below the reserve is no bid. Without a reserve every finite bid counts, also a negative one; a sole bid then
 * pays 0, or itself where it is negative, so that nobody ever pays more than it bid.
 *
 * @param agents how many bidders, at least 1
 * @param reserve the lowest bid that counts, in the unit of the bids
 */
public record SecondPriceAuction(int agents, OptionalDouble reserve) implements Mechanism {

    /** Checks the numbers. */
    public SecondPriceAuction {
        Profile.checkBidders(agents);
        reserve.ifPresent(r -> Profile.checkFinite("reserve", r));
    }

    /** A second-price auction among {@code bidders}. */
    public static SecondPriceAuction of(int bidders, OptionalDouble reserve) {
        return new SecondPriceAuction(bidders, reserve);
    }

    @Override
    public boolean isDirect() {
        return false;
    }

    @Override
    public boolean treatsAlike(int one, int other) {
        return true;
    }

    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.check(messages, ties, agents);
        double least = reserve.orElse(Double.NEGATIVE_INFINITY);
        int winner = Profile.highest(messages, least, ties);
        if (winner < 0) {
            return MarketOutcome.nothing(agents);
        }
        double second = Profile.highestOther(messages, least, winner);
        double price = second == Double.NEGATIVE_INFINITY ? Math.min(0, messages[winner]) : second;
        return MarketOutcome.sale(agents, winner, price);
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "second_price" + (reserve.isPresent() ? " with reserve " + PlainNumber.of(reserve.getAsDouble()) : "");
    }
}
