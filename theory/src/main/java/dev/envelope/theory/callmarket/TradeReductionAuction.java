package dev.envelope.theory.callmarket;

/**
 * The double auction that always gives up the least gainful trade: of L efficient trades L − 1 are made, buyers pay b(L), sellers
 * receive s(L), and the house keeps the rest (the reduced branch of McAfee 1992).
 *
 * <p>Truth is weakly dominant, nobody loses, and the house does not pay in; no support needs to be known.
 *
 * @param buyers m, at least 1
 * @param sellers n, at least 1
 */
public record TradeReductionAuction(int buyers, int sellers) implements CallMechanism {

    /** Checks the numbers. */
    public TradeReductionAuction {
        Traders.check(buyers, sellers);
    }

    /** The auction among {@code buyers} buyers and {@code sellers} sellers. */
    public static TradeReductionAuction of(int buyers, int sellers) {
        return new TradeReductionAuction(buyers, sellers);
    }

    @Override
    public boolean isDirect() {
        return true;
    }

    @Override
    public void checkMessages(double[] messages) {
        // Every finite type is admissible.
    }

    @Override
    public void settle(Clearing clearing) {
        int efficient = clearing.efficientTrades();
        if (efficient > 0) {
            clearing.settle(efficient - 1, clearing.bid(efficient), clearing.ask(efficient));
        }
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "trade reduction among " + buyers + " buyers and " + sellers + " sellers";
    }
}
