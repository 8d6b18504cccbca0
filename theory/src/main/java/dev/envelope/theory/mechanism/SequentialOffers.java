package dev.envelope.theory.mechanism;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.List;

/**
 * One object offered to one buyer after another, each at its own price; the first that accepts has it. A message is the most that
 * a buyer would accept, so that its value is a weakly dominant one. Checked by {@code ChoiceSolutionsTest}.
 *
 * @param types the distribution of each buyer's value, in the order of the offers
 * @param prices the price offered to each
 */
public record SequentialOffers(List<ValueDistribution> types, List<Double> prices) implements PricedOffers {

    /** Copies the lists; there is a price for every buyer. */
    public SequentialOffers {
        types = List.copyOf(types);
        prices = List.copyOf(prices);
        if (types.isEmpty() || prices.size() != types.size()) {
            throw new IllegalArgumentException(
                    "prices: " + prices.size() + " (expected: one per buyer of at least one, " + types.size() + ")");
        }
    }

    /** P(buyer {@code agent} gets an offer): all before it decline. */
    public double reach(int agent) {
        double reach = 1;
        for (int i = 0; i < agent; i++) {
            reach *= types.get(i).cdf(prices.get(i));
        }
        return reach;
    }

    /** E[value · accepted] of an offer to buyer {@code agent} that is made. */
    public double acceptedValue(int agent) {
        ValueDistribution type = types.get(agent);
        double from = Math.max(type.lower(), prices.get(agent));
        return from >= type.upper()
                ? 0
                : type.upper()
                        - from * type.cdf(from)
                        - Quadrature.integrate(type::cdf, Kinks.between(from, type.upper(), type.kinks()));
    }

    /** P(accepted) of an offer to buyer {@code agent} that is made. */
    public double acceptance(int agent) {
        return 1 - types.get(agent).cdf(prices.get(agent));
    }

    /** What each buyer expects to gain before it knows its value. */
    public List<Double> surplus() {
        List<Double> surplus = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            surplus.add(reach(i) * (acceptedValue(i) - prices.get(i) * acceptance(i)));
        }
        return surplus;
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "sequential_offers";
    }
}
