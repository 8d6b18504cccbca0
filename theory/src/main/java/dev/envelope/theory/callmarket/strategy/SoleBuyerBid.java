package dev.envelope.theory.callmarket.strategy;

import dev.envelope.theory.callmarket.path.OfferFunction;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import java.util.Optional;

/**
 * The bid of a single buyer who sets the price for truthful sellers: c + G(c)/g(c) = v, capped at the highest cost.
 *
 * @param costs G, with an increasing virtual cost
 */
record SoleBuyerBid(ValueDistribution values, ValueDistribution costs) implements OfferFunction {

    private static final int POINTS = 512;

    /** The bid where the virtual cost increases; empty where it does not. */
    static Optional<OfferFunction> of(ValueDistribution values, ValueDistribution costs) {
        double last = costs.lower();
        for (int i = 1; i < POINTS; i++) {
            double next = costs.virtualCost(costs.lower() + (costs.upper() - costs.lower()) * i / POINTS);
            if (!(next >= last)) {
                return Optional.empty();
            }
            last = next;
        }
        return Optional.of(new SoleBuyerBid(values, costs));
    }

    @Override
    public double offer(double type) {
        return type <= costs.lower()
                ? type
                : Bisection.first(costs.lower(), costs.upper(), cost -> costs.virtualCost(cost) >= type);
    }

    @Override
    public double typeOf(double offer) {
        if (offer >= costs.upper()) {
            return values.upper();
        }
        return offer <= costs.lower() ? offer : Math.min(values.upper(), costs.virtualCost(offer));
    }
}
