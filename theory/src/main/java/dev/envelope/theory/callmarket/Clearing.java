package dev.envelope.theory.callmarket;

import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The clearing of one call market after another on the same arrays: sorted offers, how many units trade at which prices, and
 * who trades.
 *
 * <p>Sorting costs O((m + n) log(m + n)); nothing is allocated after {@link #of}. Not safe for use by two threads at once.
 */
public final class Clearing {

    private final int buyers;
    private final int sellers;
    private final double[] bids;
    private final double[] asks;
    private final int[] units;
    private final int[] tiedRanks;
    private int bidCount;
    private int askCount;
    private int efficientTrades;
    private int trades;
    private double buyerPrice;
    private double sellerPrice;

    private Clearing(int buyers, int sellers) {
        this.buyers = buyers;
        this.sellers = sellers;
        this.bids = new double[buyers];
        this.asks = new double[sellers];
        this.units = new int[buyers + sellers];
        this.tiedRanks = new int[Math.max(buyers, sellers)];
    }

    /** Room for the offers of {@code buyers} buyers and {@code sellers} sellers. */
    public static Clearing of(int buyers, int sellers) {
        Traders.check(buyers, sellers);
        return new Clearing(buyers, sellers);
    }

    /**
     * Sorts a profile's offers and counts the efficient trades; nobody trades yet.
     *
     * @param messages the buyers' bids, then the sellers' asks, one finite number each or NaN to abstain
     */
    public void sort(double[] messages) {
        if (messages.length != buyers + sellers) {
            throw new IllegalArgumentException(
                    "messages: " + messages.length + " numbers (expected: one per agent, " + (buyers + sellers) + ")");
        }
        bidCount = sort(messages, 0, buyers, bids);
        askCount = sort(messages, buyers, sellers, asks);
        int most = Math.min(bidCount, askCount);
        efficientTrades = 0;
        while (efficientTrades < most && bid(efficientTrades + 1) >= ask(efficientTrades + 1)) {
            efficientTrades++;
        }
        settle(0, 0, 0);
    }

    /** L, the last l with b(l) ≥ s(l); 0 where there is none. */
    public int efficientTrades() {
        return efficientTrades;
    }

    /** b({@code l}), the l-th highest bid, l from 1; −∞ where it is missing. */
    public double bid(int l) {
        return l > bidCount ? Double.NEGATIVE_INFINITY : bids[bidCount - l];
    }

    /** s({@code l}), the l-th lowest ask, l from 1; +∞ where it is missing. */
    public double ask(int l) {
        return l > askCount ? Double.POSITIVE_INFINITY : asks[l - 1];
    }

    /** max(s(L), b(L+1)), the lowest price at which L units are both offered and wanted; where L ≥ 1. */
    public double low() {
        return Math.max(ask(efficientTrades), bid(efficientTrades + 1));
    }

    /** min(b(L), s(L+1)), the highest such price; where L ≥ 1. */
    public double high() {
        return Math.min(bid(efficientTrades), ask(efficientTrades + 1));
    }

    /**
     * Says that {@code units} units trade.
     *
     * @param units how many, at most {@link #efficientTrades}
     * @param paid what each buyer who trades pays
     * @param received what each seller who trades receives
     */
    public void settle(int units, double paid, double received) {
        if (units < 0 || units > efficientTrades) {
            throw new IllegalArgumentException("units: " + units + " (expected: 0 to " + efficientTrades + ")");
        }
        trades = units;
        buyerPrice = paid;
        sellerPrice = received;
    }

    /**
     * Says who trades: the best offers of the profile that was sorted, where several are equal those whom {@code ties}
     * prefers.
     */
    public void allot(double[] messages, TieOrder ties) {
        Arrays.fill(units, 0);
        if (trades > 0) {
            allotBuyers(messages, ties);
            allotSellers(messages, ties);
        }
    }

    /** How many units trade. */
    public int trades() {
        return trades;
    }

    /** What each buyer who trades pays; 0 where nobody does. */
    public double buyerPrice() {
        return trades == 0 ? 0 : buyerPrice;
    }

    /** What each seller who trades receives; 0 where nobody does. */
    public double sellerPrice() {
        return trades == 0 ? 0 : sellerPrice;
    }

    /** What the house keeps: trades · (buyer price − seller price), negative where it pays in. */
    public double surplus() {
        return trades == 0 ? 0 : trades * (buyerPrice - sellerPrice);
    }

    /** What agent {@code agent} receives: 1 for a buyer who trades, −1 for a seller who does, 0 otherwise. */
    public int units(int agent) {
        return units[agent];
    }

    /** What agent {@code agent} pays; negative when it is paid. */
    public double payment(int agent) {
        return units[agent] > 0 ? buyerPrice : units[agent] < 0 ? -sellerPrice : 0;
    }

    /** What was decided, as a value that later clearings leave alone. */
    public MarketOutcome outcome() {
        double[] payments = new double[units.length];
        for (int i = 0; i < payments.length; i++) {
            payments[i] = payment(i);
        }
        boolean isOnePrice = trades > 0 && buyerPrice == sellerPrice;
        return MarketOutcome.of(units, payments, isOnePrice ? OptionalDouble.of(buyerPrice) : OptionalDouble.empty());
    }

    private void allotBuyers(double[] messages, TieOrder ties) {
        double last = bid(trades);
        int tied = 0;
        int above = 0;
        for (int i = 0; i < buyers; i++) {
            if (messages[i] > last) {
                units[i] = 1;
                above++;
            } else if (messages[i] == last) {
                tiedRanks[tied++] = ties.rank(i);
            }
        }
        int lastRank = lastRank(tied, trades - above);
        for (int i = 0; i < buyers; i++) {
            if (messages[i] == last && ties.rank(i) <= lastRank) {
                units[i] = 1;
            }
        }
    }

    private void allotSellers(double[] messages, TieOrder ties) {
        double last = ask(trades);
        int tied = 0;
        int below = 0;
        for (int i = buyers; i < units.length; i++) {
            if (messages[i] < last) {
                units[i] = -1;
                below++;
            } else if (messages[i] == last) {
                tiedRanks[tied++] = ties.rank(i);
            }
        }
        int lastRank = lastRank(tied, trades - below);
        for (int i = buyers; i < units.length; i++) {
            if (messages[i] == last && ties.rank(i) <= lastRank) {
                units[i] = -1;
            }
        }
    }

    /** The {@code needed}-th lowest of the first {@code tied} ranks. */
    private int lastRank(int tied, int needed) {
        if (tied > needed) {
            Arrays.sort(tiedRanks, 0, tied);
            return tiedRanks[needed - 1];
        }
        return Integer.MAX_VALUE;
    }

    private static int sort(double[] messages, int from, int count, double[] sorted) {
        int present = 0;
        for (int i = from; i < from + count; i++) {
            double message = messages[i];
            if (!Double.isNaN(message)) {
                sorted[present++] = message;
            }
        }
        Arrays.sort(sorted, 0, present);
        return present;
    }
}
