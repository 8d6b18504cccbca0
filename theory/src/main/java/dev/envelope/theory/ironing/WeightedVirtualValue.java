package dev.envelope.theory.ironing;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import java.util.List;

/**
 * The virtual value in which the informational rent counts with a weight α, ψ_α(x) = x − α·(1 − F(x))/f(x), ironed (Myerson
 * &amp; Satterthwaite 1983): the type itself at α = 0, Myerson's virtual value at α = 1.
 *
 * <p>What is ironed is the curve (1 − α)·∫_0^q F^{-1} + α·(a − (1 − q)·F^{-1}(q)). A regular distribution needs no ironing at
 * any α. Checked by {@code WeightedVirtualValueTest}.
 *
 * @param type the distribution
 * @param weight α, 0 to 1
 * @param flats where the ironed function is constant, in increasing order
 */
public record WeightedVirtualValue(ValueDistribution type, double weight, List<IronedVirtualValue.Flat> flats) {

    /** Copies the list and checks the weight. */
    public WeightedVirtualValue {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("weight: " + weight + " (expected: 0 to 1)");
        }
        flats = List.copyOf(flats);
    }

    /** ψ_α of {@code type}, ironed. */
    public static WeightedVirtualValue of(ValueDistribution type, double weight) {
        boolean isIncreasing = weight == 0 || type.isRegular();
        return new WeightedVirtualValue(type, weight, isIncreasing ? List.of() : flats(type, weight));
    }

    /** The function at {@code x} in the support; does not decrease. */
    public double at(double x) {
        return IronedVirtualValue.at(
                type, flats, z -> weight == 0 ? z : (1 - weight) * z + weight * type.virtualValue(z), x);
    }

    /** inf{z in the support: ψ_α(z) ≥ v}, +∞ where there is none. */
    public double inverse(double v) {
        if (v > at(type.upper())) {
            return Double.POSITIVE_INFINITY;
        }
        return weight == 0 ? Math.max(type.lower(), v) : Bisection.first(type.lower(), type.upper(), z -> at(z) >= v);
    }

    /** The types at which the function may not be smooth. */
    public List<Double> corners() {
        return new IronedVirtualValue(type, flats).corners();
    }

    private static List<IronedVirtualValue.Flat> flats(ValueDistribution type, double weight) {
        MeanBelow mean = new MeanBelow(type);
        return new ConvexMinorant(
                        type,
                        x -> (1 - weight) * mean.upTo(x) + weight * (type.lower() - (1 - type.cdf(x)) * x),
                        x -> (1 - weight) * x + weight * type.virtualValue(x))
                .flats();
    }
}
