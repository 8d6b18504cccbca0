package dev.envelope.theory.design;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.solver.Equilibria;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/** Revenues side by side, each from the equilibrium of its own game. Checked by {@code ReferenceCasesTest}. */
public final class Comparisons {

    private Comparisons() {}

    /**
     * One more bidder against the optimal reserve (Bulow &amp; Klemperer 1996): the second-price auction of {@code bidders} + 1
     * without a reserve earns more than the optimal auction of {@code bidders} where {@code type} is regular and not negative.
     */
    public static MoreBidders bulowKlemperer(ValueDistribution type, int bidders) {
        List<ValueDistribution> fewer = Collections.nCopies(bidders, type);
        List<ValueDistribution> more = Collections.nCopies(bidders + 1, type);
        return new MoreBidders(
                revenue(SecondPriceAuction.of(bidders + 1, OptionalDouble.empty()), more),
                revenue(OptimalAuction.of(fewer, 0), fewer));
    }

    /**
     * The best reserve that is the same for all bidders of a second-price auction; its slope in r is
     * −Σ_i f_i(r)·ψ_i(r)·Π_{j≠i} F_j(r).
     *
     * @param types the distribution of each bidder's value, at least one
     */
    public static PostedPrices.Choice commonReserve(List<ValueDistribution> types) {
        return Peak.highest(
                types, r -> revenue(SecondPriceAuction.of(types.size(), OptionalDouble.of(r)), types), r -> {
                    double slope = 0;
                    for (int i = 0; i < types.size(); i++) {
                        ValueDistribution own = types.get(i);
                        double others = 1;
                        for (int j = 0; j < types.size(); j++) {
                            others *= j == i ? 1 : types.get(j).cdf(r);
                        }
                        slope += others * (1 - own.cdf(r) - r * own.density(r));
                    }
                    return slope;
                });
    }

    /**
     * The expected revenue of each of {@code mechanisms} in its equilibrium with the same types: the same number where the
     * same types win and the lowest expect the same (Krishna, Proposition 3.1).
     *
     * @throws IllegalArgumentException naming the mechanism that has no known equilibrium, and why
     */
    public static List<Double> revenues(List<Mechanism> mechanisms, List<ValueDistribution> types) {
        List<Double> revenues = new ArrayList<>();
        mechanisms.forEach(mechanism -> revenues.add(revenue(mechanism, types)));
        return List.copyOf(revenues);
    }

    private static double revenue(Mechanism mechanism, List<ValueDistribution> types) {
        Solution solution = Equilibria.of(new BayesianGame(mechanism, types));
        if (solution instanceof Equilibrium equilibrium) {
            return equilibrium.predictions().revenue();
        }
        String reason = solution instanceof NoEquilibrium none ? none.reason() : "";
        throw new IllegalArgumentException(
                "mechanism: " + mechanism + " (expected: one with a known equilibrium; " + reason + ")");
    }

    /**
     * Two revenues.
     *
     * @param oneMoreBidder of the second-price auction without a reserve and with one bidder more
     * @param optimal of the optimal auction
     */
    public record MoreBidders(double oneMoreBidder, double optimal) {}
}
