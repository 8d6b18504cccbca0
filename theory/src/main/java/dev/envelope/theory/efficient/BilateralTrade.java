package dev.envelope.theory.efficient;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.List;

/**
 * One buyer (agent 0, its type a value v) and one seller (agent 1, its type a cost c): trade iff v ≥ c (Krishna, ch.
 * 5.3).
 *
 * <p>W_buyer(v) = E[max(v − c, 0)] = ∫_{−∞}^v F_seller and W_seller(c) = ∫_c^∞ (1 − F_buyer); q_seller(c) = −P(trade).
 * Checked by {@code EfficientMechanismTest}.
 *
 * @param buyer the distribution of v
 * @param seller the distribution of c
 */
public record BilateralTrade(ValueDistribution buyer, ValueDistribution seller) implements OneDimensionalChoice {

    /** The buyer's index. */
    public static final int BUYER = 0;

    /** The seller's index. */
    public static final int SELLER = 1;

    @Override
    public List<ValueDistribution> types() {
        return List.of(buyer, seller);
    }

    /** A buyer and a seller are never interchangeable. */
    @Override
    public boolean isSymmetric() {
        return false;
    }

    @Override
    public double lowestType(int agent) {
        return agent == BUYER ? buyer.lower() : seller.upper();
    }

    /** Whether the object changes hands. */
    public boolean trades(double[] types) {
        return types[BUYER] >= types[SELLER];
    }

    @Override
    public double welfare(double[] types) {
        return trades(types) ? types[BUYER] - types[SELLER] : 0;
    }

    @Override
    public double ownValue(int agent, double[] types) {
        return trades(types) ? (agent == BUYER ? types[BUYER] : -types[SELLER]) : 0;
    }

    @Override
    public double weight(int agent, double[] types) {
        return trades(types) ? (agent == BUYER ? 1 : -1) : 0;
    }

    @Override
    public double interimWelfare(int agent, double type) {
        return agent == BUYER ? gainOfBuyer(type) : gainOfSeller(type);
    }

    @Override
    public double interimWeight(int agent, double type) {
        return agent == BUYER ? seller.cdf(type) : buyer.cdf(type) - 1;
    }

    @Override
    public double interimValue(int agent, double type) {
        return type * interimWeight(agent, type);
    }

    @Override
    public double expectedWelfare() {
        return Quadrature.integrate(
                t -> seller.cdf(t) * (1 - buyer.cdf(t)),
                Kinks.between(
                        seller.lower(),
                        Math.max(seller.lower(), buyer.upper()),
                        OneDimensionalChoice.kinksOf(types())));
    }

    /** P(trade). */
    public double tradeProbability() {
        return Quadrature.integrate(
                v -> seller.cdf(v) * buyer.density(v),
                Kinks.between(buyer.lower(), buyer.upper(), OneDimensionalChoice.kinksOf(types())));
    }

    @Override
    public List<Double> kinks(int agent) {
        return OneDimensionalChoice.kinksOf(List.of(agent == BUYER ? seller : buyer));
    }

    private double gainOfBuyer(double value) {
        double inside = Math.min(value, seller.upper());
        double beyond = Math.max(0, value - seller.upper());
        return inside <= seller.lower()
                ? 0
                : beyond + Quadrature.integrate(seller::cdf, Kinks.between(seller.lower(), inside, seller.kinks()));
    }

    private double gainOfSeller(double cost) {
        double inside = Math.max(cost, buyer.lower());
        double beyond = Math.max(0, buyer.lower() - cost);
        return inside >= buyer.upper()
                ? 0
                : beyond
                        + Quadrature.integrate(
                                v -> 1 - buyer.cdf(v), Kinks.between(inside, buyer.upper(), buyer.kinks()));
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "a trade between a buyer, " + buyer + ", and a seller, " + seller;
    }
}
