package dev.envelope.theory.callmarket;

import dev.envelope.theory.numeric.PlainNumber;

/**
 * The k-double auction: L units trade at (1 − k)·low + k·high of the interval [max(s(L), b(L+1)), min(b(L), s(L+1))], a missing
 * bid being −∞ and a missing ask +∞ (Satterthwaite &amp; Williams 1989).
 *
 * <p>The price lies in the interval also in floating point. With k = 1 it is the buyer's-bid double auction, whose price is the
 * (m+1)-st lowest of all offers and in which truth is dominant for sellers; with k = 0 the seller's-offer double auction.
 *
 * @param buyers m, at least 1
 * @param sellers n, at least 1
 * @param k the weight of the upper end of the interval, 0 to 1
 */
public record KDoubleAuction(int buyers, int sellers, double k) implements CallMechanism {

    /** Checks the numbers. */
    public KDoubleAuction {
        Traders.check(buyers, sellers);
        if (!(k >= 0 && k <= 1)) {
            throw new IllegalArgumentException("k: " + k + " (expected: 0 to 1)");
        }
    }

    /** The double auction that gives the upper end of the price interval the weight {@code k}. */
    public static KDoubleAuction of(int buyers, int sellers, double k) {
        return new KDoubleAuction(buyers, sellers, k);
    }

    /** The buyer's-bid double auction: the highest price that clears the market. */
    public static KDoubleAuction buyersBid(int buyers, int sellers) {
        return of(buyers, sellers, 1);
    }

    /** The seller's-offer double auction: the lowest price that clears the market. */
    public static KDoubleAuction sellersOffer(int buyers, int sellers) {
        return of(buyers, sellers, 0);
    }

    @Override
    public boolean isDirect() {
        return false;
    }

    @Override
    public void checkMessages(double[] messages) {
        // Every finite offer is admissible.
    }

    @Override
    public void settle(Clearing clearing) {
        if (clearing.efficientTrades() > 0) {
            double price = price(clearing.low(), clearing.high());
            clearing.settle(clearing.efficientTrades(), price, price);
        }
    }

    private double price(double low, double high) {
        return Math.min(high, Math.max(low, k * high + (1 - k) * low));
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "call_market of " + buyers + " buyers and " + sellers + " sellers with k " + PlainNumber.of(k);
    }
}
