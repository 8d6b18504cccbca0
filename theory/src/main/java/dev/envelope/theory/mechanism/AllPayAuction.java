package dev.envelope.theory.mechanism;

import dev.envelope.theory.numeric.PlainNumber;
import java.util.OptionalDouble;

/**
 * One object: the highest bid wins and everybody who bids pays its own bid (Krishna, ch. 3.2).
 *
 * <p>A bid below the minimum is no bid and costs nothing. The minimum is not a reserve on values: types whose chance to win
 * is worth less than it stay away.
 *
 * @param agents how many bidders, at least 1
 * @param minimumBid the lowest bid that counts, at least 0
 */
public record AllPayAuction(int agents, double minimumBid) implements Mechanism {

    /** Checks the numbers. */
    public AllPayAuction {
        Profile.checkBidders(agents);
        Profile.checkFinite("minimumBid", minimumBid);
        if (minimumBid < 0) {
            throw new IllegalArgumentException("minimumBid: " + minimumBid + " (expected: at least 0)");
        }
    }

    /** An all-pay auction among {@code bidders} in which every bid of at least 0 counts. */
    public static AllPayAuction of(int bidders) {
        return new AllPayAuction(bidders, 0);
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
        int[] units = new int[agents];
        double[] payments = new double[agents];
        int winner = Profile.highest(messages, minimumBid, ties);
        for (int i = 0; i < agents; i++) {
            units[i] = i == winner ? 1 : 0;
            payments[i] = messages[i] >= minimumBid ? messages[i] : 0;
        }
        return MarketOutcome.of(units, payments, OptionalDouble.empty());
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "all_pay" + (minimumBid > 0 ? " with minimum_bid " + PlainNumber.of(minimumBid) : "");
    }
}
