package dev.envelope.theory.callmarket.path;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.distribution.ValueDistribution;

/**
 * The first-order conditions of buyers and sellers in the k-double auction along a path on which a price x, the value V that bids
 * it and the cost C that asks it rise together (Satterthwaite &amp; Williams 1989; Rustichini, Satterthwaite &amp; Williams 1994).
 *
 * <p>With φ = F(V) and γ = G(C), a dot for the rate along the path, and R = P(Bin(m−1, φ) + Bin(n−1, γ) = m−1), they are (V −
 * x)·[(m−1)·φ̇·P(Bin(m−2, φ) + Bin(n, γ) = m−1) + n·γ̇·R] = k·ẋ·P(Bin(m−1, φ) + Bin(n, γ) = m) and (x − C)·[m·φ̇·R +
 * (n−1)·γ̇·P(Bin(m, φ) + Bin(n−2, γ) = m−1)] = (1−k)·ẋ·P(Bin(m, φ) + Bin(n−1, γ) = m−1). For one of each these are (V − x)·γ̇ =
 * k·γ·ẋ and (x − C)·φ̇ = (1−k)·(1 − φ)·ẋ.
 */
record SmoothField(Population market, double k) {

    /** The step of a difference, in units of the distance to where a density is not smooth. */
    private static final double STEP = 1e-5;

    /** A chance that costs nobody anything: of ones so small, the conditions weigh less, by the square. */
    private static final double NEVER = 1e-8;

    /** For buyers and for sellers: the left side of the condition less the right side, in the unit of the rates, at the same. */
    double[] residuals(double[] at) {
        double[] weights = weights(values(at[1]), costs(at[2]));
        return new double[] {
            (at[1] - at[0]) * (weights[0] * at[4] + weights[1] * at[5]) - weights[2] * at[3],
            (at[0] - at[2]) * (weights[3] * at[4] + weights[4] * at[5]) - weights[5] * at[3]
        };
    }

    /**
     * For buyers and for sellers: the left side of the condition less the right side, in the unit of the rates, and then its
     * derivatives by x, V, C, ẋ, V̇ and Ċ.
     *
     * @param at x, V and C, types strictly inside their supports, then ẋ, V̇ and Ċ
     */
    double[][] misses(double[] at) {
        double value = at[1];
        double cost = at[2];
        TypesBelow valuesBelow = values(value);
        TypesBelow costsBelow = costs(cost);
        double[] weights = weights(valuesBelow, costsBelow);
        double shade = value - at[0];
        double markup = at[0] - cost;
        double bids = weights[0] * at[4] + weights[1] * at[5];
        double asks = weights[3] * at[4] + weights[4] * at[5];
        double buyers = shade * bids - weights[2] * at[3];
        double sellers = markup * asks - weights[5] * at[3];
        double[] buyer = {buyers, -bids, bids, 0, -weights[2], shade * weights[0], shade * weights[1]};
        double[] seller = {sellers, asks, 0, -asks, -weights[5], markup * weights[3], markup * weights[4]};
        double valueStep = STEP * smoothAbout(value, market.values());
        double costStep = STEP * smoothAbout(cost, market.costs());
        double[] byValue = change(
                weights(values(value + valueStep), costsBelow),
                weights(values(value - valueStep), costsBelow),
                2 * valueStep);
        double[] byCost = change(
                weights(valuesBelow, costs(cost + costStep)),
                weights(valuesBelow, costs(cost - costStep)),
                2 * costStep);
        buyer[2] += shade * (byValue[0] * at[4] + byValue[1] * at[5]) - byValue[2] * at[3];
        buyer[3] += shade * (byCost[0] * at[4] + byCost[1] * at[5]) - byCost[2] * at[3];
        seller[2] += markup * (byValue[3] * at[4] + byValue[4] * at[5]) - byValue[5] * at[3];
        seller[3] += markup * (byCost[3] * at[4] + byCost[4] * at[5]) - byCost[5] * at[3];
        return new double[][] {buyer, seller};
    }

    private TypesBelow values(double value) {
        return TypesBelow.of(market.buyers(), market.values(), value);
    }

    private TypesBelow costs(double cost) {
        return TypesBelow.of(market.sellers(), market.costs(), cost);
    }

    /** What V̇, Ċ and ẋ are multiplied with in the buyers' condition, then in the sellers', divided by R, or by more where R is small. */
    private double[] weights(TypesBelow values, TypesBelow costs) {
        int m = market.buyers();
        int n = market.sellers();
        double mixed = values.oneFewer().with(costs.oneFewer(), m - 1);
        double scale = mixed / (mixed + NEVER) / (mixed + NEVER);
        return new double[] {
            scale * values.density() * (m - 1) * values.twoFewer().with(costs.all(), m - 1),
            scale * costs.density() * n * mixed,
            scale * k * values.oneFewer().with(costs.all(), m),
            scale * values.density() * m * mixed,
            scale * costs.density() * (n - 1) * values.all().with(costs.twoFewer(), m - 1),
            scale * (1 - k) * values.all().with(costs.oneFewer(), m - 1)
        };
    }

    /** The distance to where {@code types} are not smooth. */
    private static double smoothAbout(double type, ValueDistribution types) {
        double nearest = Math.min(type - types.lower(), types.upper() - type);
        for (double kink : types.kinks()) {
            nearest = kink == type ? nearest : Math.min(nearest, Math.abs(kink - type));
        }
        return nearest;
    }

    private static double[] change(double[] after, double[] before, double step) {
        double[] change = new double[after.length];
        for (int i = 0; i < change.length; i++) {
            change[i] = (after[i] - before[i]) / step;
        }
        return change;
    }
}
