package dev.envelope.theory.callmarket;

/**
 * The Vickrey-Clarke-Groves mechanism among buyers and sellers: L units trade, buyers pay max(s(L), b(L+1)) and sellers receive
 * min(b(L), s(L+1)) (Krishna &amp; Perry 2000; Vickrey 1961).
 *
 * <p>The basis are the least eager types: a missing b(L+1) is the lowest value and a missing s(L+1) the highest cost. Efficient;
 * truth is weakly dominant and nobody loses; the house pays the difference.
 *
 * @param buyers m, at least 1
 * @param sellers n, at least 1
 * @param lowestValue v_lo, the lowest admissible bid
 * @param highestCost c_hi, the highest admissible ask
 */
public record VcgCallMarket(int buyers, int sellers, double lowestValue, double highestCost) implements CallMechanism {

    /** Checks the numbers. */
    public VcgCallMarket {
        Traders.check(buyers, sellers);
        Traders.checkFinite("lowestValue", lowestValue);
        Traders.checkFinite("highestCost", highestCost);
    }

    /** The mechanism for values of at least {@code lowestValue} and costs of at most {@code highestCost}. */
    public static VcgCallMarket of(int buyers, int sellers, double lowestValue, double highestCost) {
        return new VcgCallMarket(buyers, sellers, lowestValue, highestCost);
    }

    @Override
    public boolean isDirect() {
        return true;
    }

    @Override
    public void checkMessages(double[] messages) {
        Traders.checkMessages(messages, 0, buyers, lowestValue, Double.POSITIVE_INFINITY);
        Traders.checkMessages(messages, buyers, messages.length, Double.NEGATIVE_INFINITY, highestCost);
    }

    @Override
    public void settle(Clearing clearing) {
        if (clearing.efficientTrades() > 0) {
            clearing.settle(
                    clearing.efficientTrades(),
                    Math.max(lowestValue, clearing.low()),
                    Math.min(highestCost, clearing.high()));
        }
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "vcg of " + buyers + " buyers and " + sellers + " sellers";
    }
}
