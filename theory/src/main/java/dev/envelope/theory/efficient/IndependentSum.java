package dev.envelope.theory.efficient;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Interpolant;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;

/**
 * S = X_1 + … + X_m of independent types: its distribution by repeated convolution, each kept as an interpolant with
 * its kinks at sums of the types' own. An error of about 1e-14 a convolution where densities are bounded. Checked by
 * {@code PublicProjectTest} against the closed form for uniform types.
 */
final class IndependentSum {

    private static final double ACCURACY = 2e-15;
    private static final int MOST_KINKS = 256;

    /** How many integrals are kept for who asks again, as audits do. */
    private static final int MOST_KEPT = 1 << 16;

    private final double lower;
    private final double upper;
    private final double mean;
    private final List<Double> kinks;
    private final DoubleUnaryOperator inside;
    private final Map<Double, Double> excesses = new ConcurrentHashMap<>();

    private IndependentSum(double lower, double upper, double mean, List<Double> kinks, DoubleUnaryOperator inside) {
        this.lower = lower;
        this.upper = upper;
        this.mean = mean;
        this.kinks = kinks;
        this.inside = inside;
    }

    /** The sum of one draw of each of {@code types}; 0 of none. */
    static IndependentSum of(List<ValueDistribution> types) {
        IndependentSum sum = new IndependentSum(0, 0, 0, List.of(0.0), s -> 1);
        for (ValueDistribution type : types) {
            sum = sum.plus(type);
        }
        return sum;
    }

    /** P(S ≤ s). */
    double cdf(double s) {
        return s < lower ? 0 : s >= upper ? 1 : inside.applyAsDouble(s);
    }

    /** E[max(S − t, 0)]. */
    double expectedExcess(double t) {
        if (t >= upper) {
            return 0;
        }
        if (t <= lower) {
            return mean - t;
        }
        if (excesses.size() > MOST_KEPT) {
            excesses.clear();
        }
        return excesses.computeIfAbsent(
                t, from -> Quadrature.integrate(s -> 1 - cdf(s), Kinks.between(from, upper, kinks)));
    }

    /** Where the distribution is not smooth, its ends among them, in increasing order. */
    List<Double> kinks() {
        return kinks;
    }

    private IndependentSum plus(ValueDistribution type) {
        if (lower == upper) {
            return new IndependentSum(
                    type.lower() + lower,
                    type.upper() + lower,
                    type.mean() + lower,
                    OneDimensionalChoice.kinksOf(List.of(type)).stream()
                            .map(k -> k + lower)
                            .sorted()
                            .toList(),
                    s -> type.cdf(s - lower));
        }
        double least = lower + type.lower();
        double most = upper + type.upper();
        List<Double> all = sums(OneDimensionalChoice.kinksOf(List.of(type)), most - least);
        DoubleUnaryOperator exact = s -> convolved(type, s);
        double[] pieces = all.stream().mapToDouble(Double::doubleValue).toArray();
        return new IndependentSum(least, most, mean + type.mean(), all, Interpolant.of(exact, ACCURACY, pieces));
    }

    /** P(X + S ≤ s) = F(s − upper) + ∫ f(x)·P(S ≤ s − x) dx over the x at which S is uncertain. */
    private double convolved(ValueDistribution type, double s) {
        double from = Math.max(type.lower(), s - upper);
        double to = Math.min(type.upper(), s - lower);
        List<Double> ends = new ArrayList<>(type.kinks());
        kinks.forEach(k -> ends.add(s - k));
        double uncertain = from >= to
                ? 0
                : Quadrature.integrateWithin(
                        ACCURACY / 4, x -> type.density(x) * cdf(s - x), Kinks.between(from, to, ends));
        return Math.min(1, type.cdf(s - upper) + uncertain);
    }

    /** The sums of kinks, those nearer than rounding merged; the ends alone where there are too many to place. */
    private List<Double> sums(List<Double> others, double width) {
        List<Double> all = new ArrayList<>();
        kinks.forEach(k -> others.forEach(other -> all.add(k + other)));
        all.sort(Double::compare);
        List<Double> apart = new ArrayList<>();
        for (double sum : all) {
            if (apart.isEmpty() || sum - apart.get(apart.size() - 1) > 1e-12 * width) {
                apart.add(sum);
            }
        }
        return apart.size() <= MOST_KINKS ? apart : List.of(apart.get(0), apart.get(apart.size() - 1));
    }
}
