package dev.envelope.theory.certificate.law;

import dev.envelope.theory.equilibrium.PiecewiseLinearBid;

/** The law of the messages of a piecewise-linear strategy: F of a piecewise-linear inverse, without search. */
public final class PiecewiseLinearLaw implements MessageLaw {

    private final Trader trader;
    private final double[] types;
    private final double[] messages;
    private final int last;

    PiecewiseLinearLaw(Trader trader, PiecewiseLinearBid bid) {
        this.trader = trader;
        this.types = bid.types();
        this.messages = bid.messages();
        this.last = types.length - 1;
    }

    @Override
    public double silent() {
        return trader.cdf(types[0]) + 1 - trader.cdf(types[last]);
    }

    @Override
    public double lowest() {
        return messages[0];
    }

    @Override
    public double highest() {
        return messages[last];
    }

    @Override
    public double first(double message) {
        return inverse(message, pointAtLeast(message));
    }

    @Override
    public double below(double message) {
        return mass(first(message));
    }

    @Override
    public double atMost(double message) {
        int after = pointAbove(message);
        return mass(after > 0 && messages[after - 1] == message ? types[after - 1] : inverse(message, after));
    }

    @Override
    public Slope slope(double from, double to) {
        double least = from < messages[0] || to > messages[last] ? 0 : Double.POSITIVE_INFINITY;
        double most = 0;
        for (int k = Math.max(1, pointAbove(from)); k <= last && messages[k - 1] < to; k++) {
            double rise = messages[k] - messages[k - 1];
            if (messages[k] <= from) {
                continue;
            }
            if (rise == 0) {
                return Slope.UNKNOWN;
            }
            double run = types[k] - types[k - 1];
            double low = Math.max(trader.lower(), inverse(Math.max(from, messages[k - 1]), k));
            double high = Math.min(trader.upper(), inverse(Math.min(to, messages[k]), k));
            boolean isEmpty = run == 0 || high <= low;
            least = Math.min(least, isEmpty ? 0 : run / rise * trader.leastDensity(low, high));
            most = Math.max(most, isEmpty ? 0 : run / rise * trader.mostDensity(low, high));
        }
        return new Slope(Double.isInfinite(least) ? 0 : least, most);
    }

    @Override
    public double[] breakpoints() {
        return messages.clone();
    }

    private double mass(double upTo) {
        return Math.max(0, trader.cdf(upTo) - trader.cdf(types[0]));
    }

    /** The type on the line that ends at point {@code after}, the first at or above {@code message}. */
    private double inverse(double message, int after) {
        if (after == 0 || after > last) {
            return types[Math.min(after, last)];
        }
        double rise = messages[after] - messages[after - 1];
        double share = rise == 0 ? 0 : (message - messages[after - 1]) / rise;
        return share >= 1
                ? types[after]
                : Math.min(types[after], types[after - 1] + share * (types[after] - types[after - 1]));
    }

    private int pointAtLeast(double message) {
        return point(message, false);
    }

    private int pointAbove(double message) {
        return point(message, true);
    }

    private int point(double message, boolean strictly) {
        int low = 0;
        int high = messages.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (messages[middle] > message || (!strictly && messages[middle] == message)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
