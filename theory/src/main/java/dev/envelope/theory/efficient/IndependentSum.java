package dev.envelope.theory.efficient;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Interpolant;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import dev.envelope.theory.numeric.RunningIntegral;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;

/**
 * S = X_1 + … + X_m of independent types: its distribution by repeated convolution, each kept as an interpolant with
 * its kinks at sums of the types' own. An error of about 1e-14 a convolution, and of up to 1e-10 next to where the sum's density is
 * infinite. Checked by {@code PublicProjectTest} against
 * the closed forms for uniform types and for arcsine types, whose density is infinite at both ends.
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

    /** P(S ≤ s) as convolutions ask for it. */
    private final DoubleUnaryOperator kept;

    /** ∫ P(S > s) ds, where P(S ≤ s) is kept as an interpolant. */
    private final Optional<RunningIntegral> above;

    private final Map<Double, Double> excesses = new ConcurrentHashMap<>();

    private IndependentSum(
            double lower,
            double upper,
            double mean,
            List<Double> kinks,
            DoubleUnaryOperator inside,
            DoubleUnaryOperator kept) {
        this.lower = lower;
        this.upper = upper;
        this.mean = mean;
        this.kinks = kinks;
        this.inside = inside;
        this.kept = kept;
        this.above = kept instanceof Interpolant series
                ? Optional.of(RunningIntegral.ofComplement(series))
                : Optional.empty();
    }

    /** The sum of one draw of each of {@code types}; 0 of none. */
    static IndependentSum of(List<ValueDistribution> types) {
        IndependentSum sum = new IndependentSum(0, 0, 0, List.of(0.0), s -> 1, s -> 1);
        for (ValueDistribution type : types) {
            sum = sum.plus(type);
        }
        return sum;
    }

    /** P(S ≤ s). */
    double cdf(double s) {
        return cdf(inside, s);
    }

    private double cdf(DoubleUnaryOperator between, double s) {
        return s < lower ? 0 : s >= upper ? 1 : between.applyAsDouble(s);
    }

    /** E[max(S − t, 0)]. */
    double expectedExcess(double t) {
        if (t >= upper) {
            return 0;
        }
        if (t <= lower) {
            return mean - t;
        }
        if (above.isPresent()) {
            return Math.max(0, above.get().rest(t));
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

    /** The sum and one draw of {@code type}. */
    IndependentSum plus(ValueDistribution type) {
        if (lower == upper) {
            DoubleUnaryOperator shifted = s -> type.cdf(s - lower);
            return new IndependentSum(
                    type.lower() + lower,
                    type.upper() + lower,
                    type.mean() + lower,
                    OneDimensionalChoice.kinksOf(List.of(type)).stream()
                            .map(k -> k + lower)
                            .sorted()
                            .toList(),
                    shifted,
                    isEverywhereFinite(type)
                            ? shifted
                            : Interpolant.exactAtSingularities(shifted, ACCURACY, pieces(type, lower)));
        }
        double least = lower + type.lower();
        double most = upper + type.upper();
        List<Double> all = sums(OneDimensionalChoice.kinksOf(List.of(type)), most - least);
        List<Half> halves = Half.of(type);
        DoubleUnaryOperator exact = s -> convolved(type, halves, s);
        double[] pieces = all.stream().mapToDouble(Double::doubleValue).toArray();
        Interpolant series = Interpolant.of(exact, ACCURACY, pieces);
        return new IndependentSum(least, most, mean + type.mean(), all, series, series);
    }

    /** P(X + S ≤ s) = F(s − upper) + ∫ P(S ≤ s − x) dF(x) over the x at which S is uncertain. */
    private double convolved(ValueDistribution type, List<Half> halves, double s) {
        double from = Math.max(type.lower(), s - upper);
        double to = Math.min(type.upper(), s - lower);
        List<Double> ends = new ArrayList<>(type.kinks());
        kinks.forEach(k -> ends.add(s - k));
        double uncertain = 0;
        for (Half half : halves) {
            uncertain += half.integral(Math.max(from, half.from), Math.min(to, half.to), ends, x -> cdf(kept, s - x));
        }
        return Math.min(1, type.cdf(s - upper) + uncertain);
    }

    private static double[] pieces(ValueDistribution type, double shift) {
        List<Double> kinks = type.kinks().stream().map(k -> k + shift).toList();
        return Kinks.between(type.lower() + shift, type.upper() + shift, kinks);
    }

    private static boolean isEverywhereFinite(ValueDistribution type) {
        return Double.isFinite(type.density(type.lower())) && Double.isFinite(type.density(type.upper()));
    }

    /**
     * A part of a type's support, over which is integrated by values, or by ranks where the density is infinite at an end of it.
     *
     * @param quantile F^{-1}, kept, where ranks are needed
     */
    private record Half(ValueDistribution type, double from, double to, Optional<DoubleUnaryOperator> quantile) {

        /** The support as a whole where no density is infinite, otherwise its halves. */
        static List<Half> of(ValueDistribution type) {
            double middle = type.lower() + (type.upper() - type.lower()) / 2;
            return isEverywhereFinite(type)
                    ? List.of(new Half(type, type.lower(), type.upper(), Optional.empty()))
                    : List.of(of(type, type.lower(), middle), of(type, middle, type.upper()));
        }

        private static Half of(ValueDistribution type, double from, double to) {
            if (Double.isFinite(type.density(from)) && Double.isFinite(type.density(to))) {
                return new Half(type, from, to, Optional.empty());
            }
            List<Double> ranks = type.kinks().stream().map(type::cdf).toList();
            double[] pieces = Kinks.between(type.cdf(from), type.cdf(to), ranks);
            return new Half(type, from, to, Optional.of(Interpolant.of(type::quantile, ACCURACY, pieces)));
        }

        /** The integral of {@code f}, not smooth at {@code ends}, against the distribution. */
        double integral(double first, double last, List<Double> ends, DoubleUnaryOperator f) {
            if (first >= last) {
                return 0;
            }
            if (quantile.isEmpty()) {
                return Quadrature.integrateWithin(
                        ACCURACY / 4, x -> type.density(x) * f.applyAsDouble(x), Kinks.between(first, last, ends));
            }
            List<Double> ranks = ends.stream().map(type::cdf).toList();
            return Quadrature.integrateWithin(
                    ACCURACY / 4,
                    rank -> f.applyAsDouble(quantile.get().applyAsDouble(rank)),
                    Kinks.between(type.cdf(first), type.cdf(last), ranks));
        }
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
