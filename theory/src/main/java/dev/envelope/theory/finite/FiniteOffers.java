package dev.envelope.theory.finite;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.PricedOffers;
import java.util.ArrayList;
import java.util.List;

/**
 * One object offered to one buyer of finitely many values after another, at the prices that earn most: R_k = max_p p·P(X ≥ p) + P(X &lt;
 * p)·R_{k−1} with k buyers left. A message is the most that a buyer would accept, and whoever is indifferent accepts. Checked by {@code
 * FiniteOffersTest} against search over all prices.
 *
 * @param types each buyer's values, in the order of the offers
 * @param prices the price offered to each
 */
public record FiniteOffers(List<DiscreteDistribution> types, List<Double> prices) implements PricedOffers {

    /** A gain that is taken for rounding, relative to what is earned: of prices that earn as much the lowest is offered. */
    private static final double ROUNDING = 1e-12;

    /** The best offers to one buyer per distribution, at least 1. */
    public static FiniteOffers of(List<DiscreteDistribution> types) {
        if (types.isEmpty()) {
            throw new IllegalArgumentException("types: [] (expected: at least one buyer's)");
        }
        List<Double> prices = new ArrayList<>();
        double rest = 0;
        for (int i = types.size() - 1; i >= 0; i--) {
            double price = price(types.get(i), rest);
            rest = earned(types.get(i), price, rest);
            prices.add(0, price);
        }
        return new FiniteOffers(List.copyOf(types), List.copyOf(prices));
    }

    /** One of the values, or what waiting is worth where that is more than all of them, which nobody accepts. */
    private static double price(DiscreteDistribution type, double rest) {
        double best = Math.max(rest, type.upper());
        double most = earned(type, best, rest);
        for (int k = type.size() - 1; k >= 0; k--) {
            double price = type.points().get(k);
            double here = earned(type, price, rest);
            if (here >= most - ROUNDING * Math.abs(most)) {
                best = price;
                most = Math.max(most, here);
            }
        }
        return best;
    }

    private static double earned(DiscreteDistribution type, double price, double rest) {
        double below = type.cdf(price) - type.mass(price);
        return price * (1 - below) + below * rest;
    }

    /** Accepting whatever is not above the value, which is weakly dominant, with what follows. */
    public Equilibrium equilibrium() {
        List<Double> payments = new ArrayList<>();
        List<Double> surplus = new ArrayList<>();
        double reach = 1;
        double revenue = 0;
        double gains = 0;
        for (int i = 0; i < agents(); i++) {
            double accepted = 0;
            double worth = 0;
            for (int k = 0; k < types.get(i).size(); k++) {
                double x = types.get(i).points().get(k);
                double chance =
                        x >= prices.get(i) ? types.get(i).probabilities().get(k) : 0;
                accepted += chance;
                worth += chance * x;
            }
            double paid = reach * accepted * prices.get(i);
            payments.add(paid);
            surplus.add(reach * worth - paid);
            revenue += paid;
            gains += reach * worth;
            reach *= types.get(i).cdf(prices.get(i)) - types.get(i).mass(prices.get(i));
        }
        return new Equilibrium(
                "accepting what is worth its price (weakly dominant)",
                prices.stream().map(FiniteOffers::answer).toList(),
                Certificate.closedForm("Krishna, Auction Theory, ch. 5"),
                new Predictions(revenue, gains, HighestValueWins.vcg(types).highest(0), 1 - reach, surplus, payments));
    }

    private static BidFunction answer(double price) {
        return value -> value >= price ? price : ABSTAIN;
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "sequential_offers";
    }
}
