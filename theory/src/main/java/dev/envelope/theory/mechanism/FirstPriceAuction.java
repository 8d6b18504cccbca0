package dev.envelope.theory.mechanism;

import dev.envelope.theory.numeric.PlainNumber;
import java.util.OptionalDouble;

/**
 * One object: the highest bid wins and pays itself (Krishna, <i>Auction Theory</i>, ch. 2).
 *
 * <p>A bid below the reserve is no bid. Without a reserve every finite bid counts, also a negative one.
 *
 * @param agents how many bidders, at least 1
 * @param reserve the lowest bid that counts, in the unit of the bids
 */
public record FirstPriceAuction(int agents, OptionalDouble reserve) implements Mechanism {

    /** Checks the numbers. */
    public FirstPriceAuction {
        Profile.checkBidders(agents);
        reserve.ifPresent(r -> Profile.checkFinite("reserve", r));
    }

    /** A first-price auction among {@code bidders}. */
    public static FirstPriceAuction of(int bidders, OptionalDouble reserve) {
        return new FirstPriceAuction(bidders, reserve);
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
        int winner = winner(messages, ties);
        return winner < 0 ? MarketOutcome.nothing(agents) : MarketOutcome.sale(agents, winner, messages[winner]);
    }

    /** Who wins at a message profile, and pays its own bid; −1 where nobody does. Allocates nothing. */
    public int winner(double[] messages, TieOrder ties) {
        return Profile.checkedHighest(messages, reserve.orElse(Double.NEGATIVE_INFINITY), ties, agents);
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "first_price" + (reserve.isPresent() ? " with reserve " + PlainNumber.of(reserve.getAsDouble()) : "");
    }
}
