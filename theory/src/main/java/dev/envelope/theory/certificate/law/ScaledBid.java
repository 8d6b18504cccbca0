package dev.envelope.theory.certificate.law;

import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;

/**
 * A bid function in another unit of messages.
 *
 * @param bid the bid function
 * @param factor how many of the other units one is, above 0
 */
public record ScaledBid(BidFunction bid, double factor) implements BidFunction {

    /** {@code bid} times {@code factor}, in pieces where it is. */
    public static BidFunction of(BidFunction bid, double factor) {
        if (factor == 1) {
            return bid;
        }
        if (bid instanceof PiecewiseCubicBid cubic) {
            return cubic.times(factor);
        }
        return bid instanceof PiecewiseLinearBid lines ? lines.times(factor) : new ScaledBid(bid, factor);
    }

    @Override
    public double message(double type) {
        return factor * bid.message(type);
    }
}
