package dev.envelope.theory.efficient;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Interpolant;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.PlainNumber;
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
 * its kinks at sums of the types' own. An error of about 1e-14 a convolution, and next to where the sum's density is infinite of what rounding
 * s by some units in its last place makes of it. Checked by {@code PublicProjectTest} against
 * the closed forms for uniform types and for arcsine types, whose density is infinite at both ends.
 */
final class IndependentSum {

    private static final double ACCURACY = 2e-15;
    private static final int MOST_KINKS = 256;

    /** The most probability next to a point that sums cannot tell from it, and how many units in its last place that is. */
    private static final double MOST_UNSEEN = 1e-5;

    private static final int UNSEEN = 4;

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

    /** Whether the sum's density may be infinite somewhere. */
    private final boolean isSingular;

    private final Map<Double, Double> excesses = new ConcurrentHashMap<>();

    private IndependentSum(
            double lower,
            double upper,
            double mean,
            List<Double> kinks,
            DoubleUnaryOperator inside,
            DoubleUnaryOperator kept,
            boolean isSingular) {
        this.lower = lower;
        this.upper = upper;
        this.mean = mean;
        this.kinks = kinks;
        this.inside = inside;
        this.kept = kept;
        this.isSingular = isSingular;
        this.above = kept instanceof Interpolant series
                ? Optional.of(RunningIntegral.ofComplement(series))
                : Optional.empty();
    }

    /**
     * The sum of one draw of each of {@code types}; 0 of none.
     *
     * @throws IllegalArgumentException when a density is so infinite next to a point that what is likely there is lost in rounding
     */
    static IndependentSum of(List<ValueDistribution> types) {
        IndependentSum sum = new IndependentSum(0, 0, 0, List.of(0.0), s -> 1, s -> 1, false);
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
        requireSeen(type);
        if (lower == upper) {
            boolean isEverywhereFinite = type.singularities().isEmpty();
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
                    isEverywhereFinite
                            ? shifted
                            : Interpolant.asExactAsArguments(shifted, ACCURACY, pieces(type, lower)),
                    !isEverywhereFinite);
        }
        double least = lower + type.lower();
        double most = upper + type.upper();
        List<Double> all = sums(OneDimensionalChoice.kinksOf(List.of(type)), most - least);
        List<Half> halves = Half.of(type);
        DoubleUnaryOperator exact = s -> convolved(type, halves, s);
        double[] pieces = all.stream().mapToDouble(Double::doubleValue).toArray();
        boolean isAnySingular = isSingular || !type.singularities().isEmpty();
        Interpolant series = isAnySingular
                ? Interpolant.asExactAsArguments(exact, ACCURACY, pieces)
                : Interpolant.of(exact, ACCURACY, pieces);
        return new IndependentSum(least, most, mean + type.mean(), all, series, series, isAnySingular);
    }

    private static void requireSeen(ValueDistribution type) {
        for (double point : type.singularities()) {
            double near = UNSEEN * Math.ulp(point);
            double unseen = type.cdf(point + near) - type.cdf(point - near);
            if (unseen > MOST_UNSEEN) {
                throw new IllegalArgumentException("types: " + type + " with probability " + PlainNumber.of(unseen)
                        + " within rounding of " + PlainNumber.of(point) + " (expected: at most "
                        + PlainNumber.of(MOST_UNSEEN) + ", so that sums can be told apart)");
            }
        }
    }

    /** P(X + S ≤ s) = F(s − upper) + ∫ P(S ≤ s − x) dF(x) over the x at which S is uncertain. */
    private double convolved(ValueDistribution type, List<Half> halves, double s) {
        double from = Math.max(type.lower(), s - upper);
        double to = Math.min(type.upper(), s - lower);
        List<Double> ends = new ArrayList<>(type.kinks());
        ends.addAll(type.singularities());
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

    /**
     * A part of a type's support, over which is integrated by values, or by ranks where the density is infinite at an end of it.
     *
     * @param quantile F^{-1}, kept, where ranks are needed
     */
    private record Half(ValueDistribution type, double from, double to, Optional<DoubleUnaryOperator> quantile) {

        /** The support as a whole where no density is infinite, otherwise the halves of what lies between where it is, and the ends. */
        static List<Half> of(ValueDistribution type) {
            List<Double> singular = type.singularities();
            if (singular.isEmpty()) {
                return List.of(new Half(type, type.lower(), type.upper(), Optional.empty()));
            }
            List<Half> halves = new ArrayList<>();
            double[] points = Kinks.between(type.lower(), type.upper(), singular);
            for (int i = 1; i < points.length; i++) {
                double middle = points[i - 1] + (points[i] - points[i - 1]) / 2;
                of(type, points[i - 1], middle, singular.contains(points[i - 1]))
                        .ifPresent(halves::add);
                of(type, middle, points[i], singular.contains(points[i])).ifPresent(halves::add);
            }
            return halves;
        }

        /** What is between {@code from} and {@code to}; empty where no types are. */
        private static Optional<Half> of(ValueDistribution type, double from, double to, boolean isSingular) {
            double[] pieces = Kinks.between(
                    type.cdf(from),
                    type.cdf(to),
                    type.kinks().stream().map(type::cdf).toList());
            if (pieces[0] == pieces[pieces.length - 1]) {
                return Optional.empty();
            }
            return Optional.of(new Half(
                    type,
                    from,
                    to,
                    isSingular ? Optional.of(Interpolant.of(type::quantile, ACCURACY, pieces)) : Optional.empty()));
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
            return Quadrature.integrateBetweenSingularities(
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
