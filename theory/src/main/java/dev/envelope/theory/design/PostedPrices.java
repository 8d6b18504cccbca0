package dev.envelope.theory.design;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.ironing.IronedVirtualValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Take-it-or-leave-it offers to buyers of independent values, for a seller to whom the object is worth nothing unless it is
 * said what.
 *
 * <p>Checked by {@code SellerChoicesTest} against search over prices, and by {@code ReferenceCasesTest}.
 */
public final class PostedPrices {

    private PostedPrices() {}

    /**
     * The best sequence of offers, one to each of {@code types} in this order: R_k = p_k·(1 − F(p_k)) + F(p_k)·R_{k−1} with
     * ψ̄(p_k) = R_{k−1}, R_k being what is expected with k buyers left (Krishna, ch. 5, exercises).
     *
     * @param types at least one
     */
    public static Offers sequential(List<ValueDistribution> types) {
        return sequential(types, 0);
    }

    /**
     * The best sequence of offers where keeping the object is worth R_0 = {@code sellerValue}.
     *
     * @param types at least one
     * @param sellerValue in the unit of the values; the revenue is what buyers pay, without what is kept
     */
    public static Offers sequential(List<ValueDistribution> types, double sellerValue) {
        require(!types.isEmpty(), "types");
        List<Double> prices = new ArrayList<>();
        double rest = sellerValue;
        for (int i = types.size() - 1; i >= 0; i--) {
            ValueDistribution type = types.get(i);
            double price = Math.min(type.upper(), IronedVirtualValue.of(type).inverse(rest));
            double refusal = type.cdf(price);
            rest = price * (1 - refusal) + refusal * rest;
            prices.add(0, price);
        }
        return given(types, prices);
    }

    /**
     * Stated offers, one to each of {@code types} in this order, each accepted by a value of at least the price.
     *
     * @param types at least one
     * @param prices one for each
     */
    public static Offers given(List<ValueDistribution> types, List<Double> prices) {
        if (prices.size() != types.size()) {
            throw new IllegalArgumentException("prices: " + prices + " (expected: " + types.size() + ")");
        }
        double rest = 0;
        for (int i = types.size() - 1; i >= 0; i--) {
            double refusal = types.get(i).cdf(prices.get(i));
            rest = prices.get(i) * (1 - refusal) + refusal * rest;
        }
        return new Offers(prices, rest);
    }

    /**
     * The best price at which any willing one of {@code types} may have the object: the maximum of p·(1 − Π F_i(p)).
     *
     * @param types at least one
     */
    public static Choice anonymous(List<ValueDistribution> types) {
        require(!types.isEmpty(), "types");
        return Peak.highest(
                types,
                p -> p * (1 - Peak.allBelow(types, p)),
                p -> 1 - Peak.allBelow(types, p) - p * Peak.slopeOfAllBelow(types, p));
    }

    private static void require(boolean holds, String name) {
        if (!holds) {
            throw new IllegalArgumentException(name + ": [] (expected: at least one)");
        }
    }

    /**
     * A sequence of offers.
     *
     * @param prices in the order of the buyers
     * @param revenue what the seller expects of all together
     */
    public record Offers(List<Double> prices, double revenue) {

        /** Copies the list. */
        public Offers {
            prices = List.copyOf(prices);
        }
    }

    /**
     * One number that a seller chooses.
     *
     * @param price the price or reserve
     * @param revenue what the seller expects of it
     */
    public record Choice(double price, double revenue) {}
}
