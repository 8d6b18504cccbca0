package dev.envelope.theory.callmarket;

/**
 * McAfee's (1992) double auction: L units trade at p0 = (b(L+1) + s(L+1))/2 where that lies in [s(L), b(L)]; otherwise L − 1, at
 * b(L) for buyers and s(L) for sellers, and the house keeps the rest.
 *
 * <p>A missing b(L+1) counts as the lowest and a missing s(L+1) as the highest message that is admissible to <i>either</i> side:
 * with the support of one side only, truth would not be weakly dominant. As it is, truth is, nobody loses and the house does
 * not pay in. Checked by {@code DominanceTest}.
 *
 * @param buyers m, at least 1
 * @param sellers n, at least 1
 * @param lowest the lowest admissible message, on both sides
 * @param highest the highest admissible message, on both sides
 */
public record McAfeeAuction(int buyers, int sellers, double lowest, double highest) implements CallMechanism {

    /** Checks the numbers. */
    public McAfeeAuction {
        Traders.check(buyers, sellers);
        Traders.checkRange("lowest", lowest, "highest", highest);
    }

    /** The auction of messages from {@code lowest} to {@code highest}. */
    public static McAfeeAuction of(int buyers, int sellers, double lowest, double highest) {
        return new McAfeeAuction(buyers, sellers, lowest, highest);
    }

    @Override
    public boolean isDirect() {
        return true;
    }

    @Override
    public void checkMessages(double[] messages) {
        Traders.checkMessages(messages, 0, messages.length, lowest, highest);
    }

    @Override
    public void settle(Clearing clearing) {
        int efficient = clearing.efficientTrades();
        if (efficient == 0) {
            return;
        }
        double price =
                middle(Math.max(lowest, clearing.bid(efficient + 1)), Math.min(highest, clearing.ask(efficient + 1)));
        double bid = clearing.bid(efficient);
        double ask = clearing.ask(efficient);
        if (ask <= price && price <= bid) {
            clearing.settle(efficient, price, price);
        } else {
            clearing.settle(efficient - 1, bid, ask);
        }
    }

    /** The price (b + s)/2. */
    private static double middle(double bid, double ask) {
        return bid + (ask - bid) / 2;
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "mcafee of " + buyers + " buyers and " + sellers + " sellers";
    }
}
