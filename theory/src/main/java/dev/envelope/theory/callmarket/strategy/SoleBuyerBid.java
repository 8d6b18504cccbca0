package dev.envelope.theory.callmarket.strategy;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.offer.OfferFunction;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.ironing.IronedVirtualCost;
import java.util.List;
import java.util.stream.Stream;

/**
 * The bid of a single buyer who sets the price for truthful sellers: c + G(c)/g(c) = v, ironed, capped at the highest cost. Over a flat bids
 * leap. Checked by {@code SoleBuyerBidTest}.
 */
record SoleBuyerBid(ValueDistribution values, IronedVirtualCost cost) implements OfferFunction {

    private static final int POINTS = 512;

    /** The bid in {@code market}, which has one buyer. */
    static OfferFunction of(Population market) {
        ValueDistribution costs = market.costs();
        return new SoleBuyerBid(
                market.values(),
                isIncreasing(costs)
                        ? new IronedVirtualCost(costs, List.of())
                        : IronedVirtualCost.of(costs, market.sellers()));
    }

    private static boolean isIncreasing(ValueDistribution costs) {
        double last = costs.lower();
        for (int i = 1; i < POINTS; i++) {
            double next = costs.virtualCost(costs.lower() + (costs.upper() - costs.lower()) * i / POINTS);
            if (!(next >= last)) {
                return false;
            }
            last = next;
        }
        return true;
    }

    @Override
    public double offer(double type) {
        return type <= cost.costs().lower() ? type : cost.inverse(type);
    }

    @Override
    public double typeOf(double offer) {
        if (offer >= cost.costs().upper()) {
            return values.upper();
        }
        return offer <= cost.costs().lower() ? offer : Math.min(values.upper(), cost.at(offer));
    }

    @Override
    public List<Double> bends() {
        return cost.flats().stream()
                .flatMap(flat -> Stream.of(flat.lo(), flat.hi()))
                .toList();
    }
}
