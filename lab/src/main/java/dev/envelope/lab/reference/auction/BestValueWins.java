package dev.envelope.lab.reference.auction;

import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.ironing.IronedVirtualValue;
import dev.envelope.theory.mechanism.OptimalAuction;
import java.util.ArrayList;
import java.util.List;

/** How often the optimal auction of regular types sells to whom the object is worth most. */
record BestValueWins(OptimalAuction auction) {

    /** Σ_i ∫ f_i(z)·Π_{j≠i} F_j(min(z, ψ_j^{-1}(ψ_i(z)))) dz from the reserves on. */
    double probability() {
        double total = 0;
        for (int i = 0; i < auction.agents(); i++) {
            if (!auction.virtualValue(i).flats().isEmpty()) {
                throw new IllegalArgumentException(
                        "misallocation of the optimal auction: " + type(i) + " (expected: regular distributions)");
            }
            int bidder = i;
            double from = Math.min(auction.reserve(i), type(i).upper());
            total += Expectation.of(type(i), from, type(i).upper(), 0, kinks(i), z -> othersBelow(bidder, z));
        }
        return total;
    }

    private double othersBelow(int bidder, double value) {
        double virtual = auction.virtualValue(bidder).at(value);
        double product = 1;
        for (int j = 0; j < auction.agents(); j++) {
            IronedVirtualValue rival = auction.virtualValue(j);
            boolean isAlike = rival.equals(auction.virtualValue(bidder));
            double below = isAlike ? value : Math.min(value, rival.inverse(virtual));
            product *= j == bidder ? 1 : type(j).cdf(below);
        }
        return product;
    }

    /** Where a rival begins or ceases to matter; where its virtual value crosses this one, quadrature finds the kink. */
    private List<Double> kinks(int bidder) {
        IronedVirtualValue own = auction.virtualValue(bidder);
        List<Double> kinks = new ArrayList<>();
        for (int j = 0; j < auction.agents(); j++) {
            IronedVirtualValue rival = auction.virtualValue(j);
            for (double corner : rival.corners()) {
                kinks.add(corner);
                kinks.add(own.inverse(rival.at(corner)));
            }
        }
        return kinks;
    }

    private ValueDistribution type(int bidder) {
        return auction.types().get(bidder);
    }
}
