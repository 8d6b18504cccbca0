package dev.envelope.theory.callmarket.strategy;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.offer.OfferFunction;
import dev.envelope.theory.distribution.UniformDistribution;

/**
 * The buyers' bids where values and costs are uniform from the same lowest type a on: a + (v − a)·m/(m+1), whatever the number of
 * sellers (Williams 1991), capped at the highest cost.
 *
 * @param lowest a
 * @param highestValue v_hi
 * @param slope m/(m+1)
 * @param cap c_hi
 */
record LinearBid(double lowest, double highestValue, double slope, double cap) implements OfferFunction {

    /** Whether the bids are so: above the highest cost only where sellers are not fewer, for then a bid of it trades surely. */
    static boolean fits(Population market) {
        return market.values() instanceof UniformDistribution values
                && market.costs() instanceof UniformDistribution costs
                && values.lower() == costs.lower()
                && (market.sellers() >= market.buyers() || of(market).uncapped(values.upper()) <= costs.upper());
    }

    static LinearBid of(Population market) {
        double m = market.buyers();
        return new LinearBid(
                market.values().lower(),
                market.values().upper(),
                m / (m + 1),
                market.costs().upper());
    }

    @Override
    public double offer(double type) {
        return Math.min(cap, uncapped(type));
    }

    @Override
    public double typeOf(double offer) {
        return offer >= offer(highestValue) ? highestValue : lowest + (offer - lowest) / slope;
    }

    private double uncapped(double type) {
        return lowest + (type - lowest) * slope;
    }
}
