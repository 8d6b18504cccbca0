package dev.envelope.theory.mechanism;

import dev.envelope.theory.numeric.PlainNumber;
import java.util.OptionalDouble;

/**
 * One buyer (agent 0) and one seller (agent 1): trade iff bid ≥ ask, at k·bid + (1−k)·ask (Chatterjee &amp; Samuelson
 * 1983).
 *
 * <p>The price lies in [ask, bid] also in floating point.
 *
 * @param k the weight of the bid in the price, 0 to 1
 */
public record BilateralDoubleAuction(double k) implements Mechanism {

    /** The buyer's index. */
    public static final int BUYER = 0;

    /** The seller's index. */
    public static final int SELLER = 1;

    /** Checks the weight. */
    public BilateralDoubleAuction {
        if (!(k >= 0 && k <= 1)) {
            throw new IllegalArgumentException("k: " + k + " (expected: 0 to 1)");
        }
    }

    /** The double auction whose price gives the bid the weight {@code k}. */
    public static BilateralDoubleAuction of(double k) {
        return new BilateralDoubleAuction(k);
    }

    @Override
    public int agents() {
        return 2;
    }

    @Override
    public Side side(int agent) {
        return agent == BUYER ? Side.BUYER : Side.SELLER;
    }

    @Override
    public boolean isDirect() {
        return false;
    }

    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.check(messages, ties, 2);
        double bid = messages[BUYER];
        double ask = messages[SELLER];
        boolean trade = bid >= ask;
        if (!trade) {
            return MarketOutcome.nothing(2);
        }
        double price = price(bid, ask);
        return MarketOutcome.of(new int[] {1, -1}, new double[] {price, -price}, OptionalDouble.of(price));
    }

    /** The price k·bid + (1−k)·ask of a trade, within [ask, bid]. */
    private double price(double bid, double ask) {
        return Math.min(bid, Math.max(ask, k * bid + (1 - k) * ask));
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "k_double_auction with k " + PlainNumber.of(k);
    }
}
