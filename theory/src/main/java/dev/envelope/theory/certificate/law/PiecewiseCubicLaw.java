package dev.envelope.theory.certificate.law;

import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import java.util.Arrays;

/** The law of the messages of a piecewise-cubic strategy: F of its inverse, with a density between exact bounds of its slope. */
public final class PiecewiseCubicLaw implements MessageLaw {

    /** The probability of what is rounding. */
    private static final double ROUNDING = 1e-15;

    private final Trader trader;
    private final PiecewiseCubicBid bid;
    private final double[] messages;
    private final double[] knots;
    private final double start;
    private final double end;

    PiecewiseCubicLaw(Trader trader, PiecewiseCubicBid bid) {
        this.trader = trader;
        this.bid = bid;
        this.messages = bid.messages();
        this.knots = bid.knots();
        this.start = knots[0];
        this.end = knots[knots.length - 1];
    }

    @Override
    public double silent() {
        return trader.cdf(start) + 1 - trader.cdf(end);
    }

    @Override
    public double lowest() {
        return messages[0];
    }

    @Override
    public double highest() {
        return messages[messages.length - 1];
    }

    @Override
    public double first(double message) {
        return bid.inverse(message);
    }

    @Override
    public double below(double message) {
        return mass(bid.inverse(message));
    }

    @Override
    public double atMost(double message) {
        return message >= highest() ? mass(end) : mass(bid.inverse(Math.nextUp(message)));
    }

    @Override
    public Slope slope(double from, double to) {
        if (isJump(from, to)) {
            return new Slope(0, 0);
        }
        double low = Math.max(trader.lower(), bid.inverse(Math.nextUp(from)));
        double high = Math.min(trader.upper(), bid.inverse(to));
        if (!(high > low)) {
            return from >= messages[0] && to <= highest() ? Slope.UNKNOWN : new Slope(0, 0);
        }
        double least = trader.leastDensity(low, high) / bid.mostSlope(low, high);
        double most = trader.mostDensity(low, high) / bid.leastSlope(low, high);
        boolean isInside = from >= messages[0] && to <= highest();
        return new Slope(
                isInside && least >= 0 && least < Double.POSITIVE_INFINITY ? least : 0,
                most >= 0 ? most : Double.POSITIVE_INFINITY);
    }

    /** Whether only types between two neighbouring numbers send such messages: none but for rounding. */
    private boolean isJump(double from, double to) {
        int found = Arrays.binarySearch(messages, from);
        int piece = found >= 0 ? found : -found - 2;
        while (piece >= 0 && piece + 1 < messages.length && messages[piece + 1] == from) {
            piece++;
        }
        return piece >= 0
                && piece + 1 < messages.length
                && to <= messages[piece + 1]
                && knots[piece + 1] <= Math.nextUp(knots[piece])
                && trader.cdf(knots[piece + 1]) - trader.cdf(knots[piece]) <= ROUNDING;
    }

    @Override
    public double[] breakpoints() {
        return messages.clone();
    }

    private double mass(double upTo) {
        return Math.max(0, trader.cdf(upTo) - trader.cdf(start));
    }
}
