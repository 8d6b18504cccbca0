package dev.envelope.theory.callmarket.strategy;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Binomial;

/**
 * The first-order condition of a buyer in the buyer's-bid double auction whose sellers are truthful (Satterthwaite &amp; Williams
 * 1989; Williams 1991).
 *
 * <p>A bid b trades where at least m of the other offers lie below it, and sets the price where exactly m do. With V the inverse
 * of the bid function, φ = F(V(b)) and γ = G(b) the loss and the gain of bidding a little more balance: P(Bin(m−1, φ) +
 * Bin(n, γ) = m) = (V − b)·[(m−1)·f(V)·V'·P(Bin(m−2, φ) + Bin(n, γ) = m−1) + n·g(b)·P(Bin(m−1, φ) + Bin(n−1, γ) = m−1)].
 * Where the highest values are, F is a line that goes on beyond its support, so that the condition makes sense a little beyond the highest
 * value also where the density there is 0 or infinite.
 */
record BuyersBidCondition(Population market) {

    /** The values for which F is a line, as a share of all. */
    private static final double LINE = 1e-9;

    /** The value from which on F is a line. */
    static double smoothUpTo(ValueDistribution values) {
        return values.upper() - LINE * (values.upper() - values.lower());
    }

    /** The gain less the loss, as a share of the chances in it; 0 where the condition holds. */
    double residual(double bid, double value, double slope) {
        int m = market.buyers();
        int n = market.sellers();
        double below = valuesBelow(value);
        double askBelow = market.costs().cdf(bid);
        double pivotal = Binomial.sumEqual(m - 1, below, n, askBelow, m);
        double passesBid = Binomial.sumEqual(m - 2, below, n, askBelow, m - 1);
        double passesAsk = Binomial.sumEqual(m - 1, below, n - 1, askBelow, m - 1);
        double density = (m - 1) * valueDensity(value) * slope * passesBid + n * askDensity(bid) * passesAsk;
        double scale = Math.abs(pivotal) + Math.abs(passesBid) + Math.abs(passesAsk);
        return ((value - bid) * density - pivotal) / scale;
    }

    private double askDensity(double bid) {
        return bid >= market.costs().upper() ? 0 : market.costs().density(bid);
    }

    private double valuesBelow(double value) {
        ValueDistribution values = market.values();
        if (value > smoothUpTo(values)) {
            return 1 + (value - values.upper()) * highestDensity();
        }
        double lowest = values.density(values.lower());
        return value < values.lower() && lowest < Double.POSITIVE_INFINITY
                ? (value - values.lower()) * lowest
                : values.cdf(value);
    }

    private double valueDensity(double value) {
        ValueDistribution values = market.values();
        return value > smoothUpTo(values) ? highestDensity() : values.density(Math.max(values.lower(), value));
    }

    /** The density of the line. */
    private double highestDensity() {
        ValueDistribution values = market.values();
        double from = smoothUpTo(values);
        return values.survival(from) / (values.upper() - from);
    }
}
