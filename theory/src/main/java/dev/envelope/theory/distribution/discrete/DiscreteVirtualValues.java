package dev.envelope.theory.distribution.discrete;

import java.util.ArrayList;
import java.util.List;

/**
 * The virtual values of finitely many types (Bulow &amp; Roberts 1989; Elkind 2007): ψ(x_k) = x_k − (x_{k+1} − x_k)·P(X &gt;
 * x_k)/P(X = x_k), the highest type's being itself.
 *
 * <p>ψ(x_k) is what the seller gains per sale by lowering its price from x_{k+1} to x_k. Where ψ falls, the types are ironed
 * together: ψ̄ is the slope of the least concave function above the revenue x_k·P(X ≥ x_k) as a function of P(X ≥ x_k).
 * Checked by {@code DiscreteDistributionTest} against the best posted price and the incentive constraints.
 *
 * @param types whose
 */
public record DiscreteVirtualValues(DiscreteDistribution types) {

    /** ψ of each type in order. */
    public List<Double> values() {
        List<Double> values = new ArrayList<>();
        double above = 0;
        for (int k = types.size() - 1; k >= 0; k--) {
            double x = types.points().get(k);
            double mass = types.probabilities().get(k);
            double step = k == types.size() - 1 ? 0 : types.points().get(k + 1) - x;
            values.add(0, x - step * above / mass);
            above += mass;
        }
        return List.copyOf(values);
    }

    /** Whether ψ does not fall. */
    public boolean isRegular() {
        List<Double> values = values();
        for (int k = 1; k < values.size(); k++) {
            if (values.get(k) < values.get(k - 1)) {
                return false;
            }
        }
        return true;
    }

    /** ψ̄ of each type in order: the average of ψ over the types ironed together, weighted by their probabilities. */
    public List<Double> ironed() {
        List<Double> values = values();
        List<double[]> blocks = new ArrayList<>();
        for (int k = 0; k < values.size(); k++) {
            double mass = types.probabilities().get(k);
            blocks.add(new double[] {values.get(k) * mass, mass, 1});
            while (blocks.size() > 1 && mean(blocks.get(blocks.size() - 1)) < mean(blocks.get(blocks.size() - 2))) {
                double[] last = blocks.remove(blocks.size() - 1);
                double[] before = blocks.get(blocks.size() - 1);
                for (int i = 0; i < 3; i++) {
                    before[i] += last[i];
                }
            }
        }
        List<Double> ironed = new ArrayList<>();
        for (double[] block : blocks) {
            for (int i = 0; i < block[2]; i++) {
                ironed.add(mean(block));
            }
        }
        return List.copyOf(ironed);
    }

    /** The least type with ψ̄ ≥ {@code sellerValue}: the best posted price; +∞ where there is none. */
    public double reserve(double sellerValue) {
        List<Double> ironed = ironed();
        for (int k = 0; k < ironed.size(); k++) {
            if (ironed.get(k) >= sellerValue) {
                return types.points().get(k);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** E[max(ψ̄(X_1), …, ψ̄(X_n), 0)]: the most that can be taken from n alike bidders for one object. */
    public double optimalRevenue(int bidders) {
        if (bidders < 1) {
            throw new IllegalArgumentException("bidders: " + bidders + " (expected: at least 1)");
        }
        List<Double> ironed = ironed();
        double revenue = 0;
        double before = 0;
        for (int k = 0; k < types.size(); k++) {
            double highest = StrictMath.pow(types.cdf(types.points().get(k)), bidders);
            revenue += Math.max(0, ironed.get(k)) * (highest - before);
            before = highest;
        }
        return revenue;
    }

    private static double mean(double[] block) {
        return block[0] / block[1];
    }
}
