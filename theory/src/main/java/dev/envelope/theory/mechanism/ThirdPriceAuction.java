package dev.envelope.theory.mechanism;

/**
 * One object: the highest bid wins and pays the third-highest (Kagel &amp; Levin 1993; Krishna, ch. 3.2, exercises).
 *
 * <p>With fewer than three bids the winner pays 0, or its own bid where that is negative.
 *
 * @param agents how many bidders, at least 3
 */
public record ThirdPriceAuction(int agents) implements Mechanism {

    /** Checks the number. */
    public ThirdPriceAuction {
        if (agents < 3) {
            throw new IllegalArgumentException("bidders: " + agents + " (expected: at least 3, for a third price)");
        }
    }

    /** A third-price auction among {@code bidders}. */
    public static ThirdPriceAuction of(int bidders) {
        return new ThirdPriceAuction(bidders);
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
        int winner = Profile.highest(messages, Double.NEGATIVE_INFINITY, ties);
        if (winner < 0) {
            return MarketOutcome.nothing(agents);
        }
        double price = third(messages);
        return MarketOutcome.sale(agents, winner, Double.isInfinite(price) ? Math.min(0, messages[winner]) : price);
    }

    /** The third-highest bid; −∞ where there are fewer. */
    private static double third(double[] messages) {
        double first = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        double third = Double.NEGATIVE_INFINITY;
        for (double bid : messages) {
            if (bid > first) {
                third = second;
                second = first;
                first = bid;
            } else if (bid > second) {
                third = second;
                second = bid;
            } else if (bid > third) {
                third = bid;
            }
        }
        return third;
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "third_price";
    }
}
