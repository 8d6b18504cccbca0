package dev.envelope.theory.envelope;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.ironing.IronedVirtualValue;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The highest ironed virtual value wins if it is at least the seller's value: q_i(x) = Π_{j≠i} F_j(ψ_j^{-1}(ψ_i(x))), and
 * where flats make ties ∫_0^1 Π_j (P(ψ̄_j below) + u·P(ψ̄_j equal)) du, u being how x's lot compares with the others'.
 *
 * @param auction the optimal auction
 */
public record HighestVirtualValueWins(OptimalAuction auction) implements InterimAllocation {

    @Override
    public List<ValueDistribution> types() {
        return auction.types();
    }

    @Override
    public double threshold(int bidder) {
        return auction.reserve(bidder);
    }

    @Override
    public double winProbability(int bidder, double type) {
        double virtual = auction.virtualValue(bidder).at(type);
        double[] below = new double[auction.agents()];
        double[] equal = new double[auction.agents()];
        boolean isTied = false;
        for (int j = 0; j < auction.agents(); j++) {
            if (j == bidder) {
                below[j] = 1;
                continue;
            }
            IronedVirtualValue rival = auction.virtualValue(j);
            boolean isAlike = rival.equals(auction.virtualValue(bidder));
            Optional<IronedVirtualValue.Flat> flat = rival.flatOf(virtual);
            double from = flat.isPresent() ? flat.get().lo() : isAlike ? type : rival.inverse(virtual);
            below[j] = types().get(j).cdf(from);
            equal[j] = flat.isPresent() ? types().get(j).cdf(flat.get().hi()) - below[j] : 0;
            isTied |= flat.isPresent();
        }
        return isTied ? Quadrature.integrate(u -> product(below, equal, u), 0, 1) : product(below, equal, 0);
    }

    private static double product(double[] below, double[] equal, double u) {
        double product = 1;
        for (int j = 0; j < below.length; j++) {
            product *= below[j] + u * equal[j];
        }
        return product;
    }

    /** The types of {@code bidder} at which it or a rival begins or ceases to matter. */
    @Override
    public List<Double> kinks(int bidder) {
        IronedVirtualValue own = auction.virtualValue(bidder);
        List<Double> kinks = new ArrayList<>(own.corners());
        for (int j = 0; j < auction.agents(); j++) {
            IronedVirtualValue rival = auction.virtualValue(j);
            if (!rival.equals(own)) {
                rival.corners().forEach(corner -> kinks.add(own.inverse(rival.at(corner))));
            }
        }
        return kinks;
    }
}
