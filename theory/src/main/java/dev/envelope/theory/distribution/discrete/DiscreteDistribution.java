package dev.envelope.theory.distribution.discrete;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.special.Beta;

/**
 * A distribution on finitely many types, each with its probability; it has no density and is no {@code ValueDistribution}.
 *
 * @param points the types, finite and increasing, at least one, in the caller's unit of money
 * @param probabilities the probability of each, above 0, together 1
 */
public record DiscreteDistribution(List<Double> points, List<Double> probabilities) {

    private static final String FAMILY = "discrete";
    private static final double RELATIVE_ERROR = 1e-15;
    private static final int MAX_TERMS = 10_000;

    /** How far the probabilities may be from 1 together before they are scaled to it. */
    private static final double ROUNDING = 1e-9;

    /** Copies the lists, checks them and scales away rounding. */
    public DiscreteDistribution {
        points = List.copyOf(points);
        require(!points.isEmpty(), "x", points, "at least one value");
        require(probabilities.size() == points.size(), "p", probabilities, "one per value of x, " + points.size());
        for (int k = 0; k < points.size(); k++) {
            require(Double.isFinite(points.get(k)), "x", points.get(k), "a finite number");
            boolean rises = k == 0 || points.get(k) > points.get(k - 1);
            require(rises, "x", points.get(k), "above the value before it");
            require(probabilities.get(k) > 0, "p", probabilities.get(k), "above 0");
        }
        double total = probabilities.stream().mapToDouble(Double::doubleValue).sum();
        require(Math.abs(total - 1) <= ROUNDING, "p", total + " in total", "1");
        probabilities = total == 1
                ? List.copyOf(probabilities)
                : probabilities.stream().map(p -> p / total).toList();
    }

    /** The type {@code point} for certain. */
    public static DiscreteDistribution point(double point) {
        return new DiscreteDistribution(List.of(point), List.of(1.0));
    }

    /** Types {@code points}, all equally likely, in any order; one that is there twice is twice as likely: data as they are. */
    public static DiscreteDistribution ofData(List<Double> points) {
        List<Double> values = points.stream().sorted().distinct().toList();
        List<Double> shares = values.stream()
                .map(value -> Collections.frequency(points, value) / (double) points.size())
                .toList();
        return new DiscreteDistribution(values, shares);
    }

    /** How many types there are. */
    public int size() {
        return points.size();
    }

    /** The lowest type. */
    public double lower() {
        return points.get(0);
    }

    /** The highest type. */
    public double upper() {
        return points.get(size() - 1);
    }

    /** P(X = x). */
    public double mass(double x) {
        int k = Collections.binarySearch(points, x);
        return k < 0 ? 0 : probabilities.get(k);
    }

    /** P(X ≤ x). */
    public double cdf(double x) {
        int k = 0;
        double total = 0;
        while (k < size() && points.get(k) <= x) {
            total += probabilities.get(k);
            k++;
        }
        return k == size() ? 1 : total;
    }

    /**
     * The smallest type x with P(X ≤ x) ≥ p.
     *
     * @throws IllegalArgumentException unless 0 ≤ p ≤ 1
     */
    public double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p: " + p + " (expected: 0 to 1)");
        }
        int k = 0;
        double below = probabilities.get(0);
        while (k < size() - 1 && below < p) {
            k++;
            below += probabilities.get(k);
        }
        return points.get(k);
    }

    /** E[X]. */
    public double mean() {
        double mean = 0;
        for (int k = 0; k < size(); k++) {
            mean += probabilities.get(k) * points.get(k);
        }
        return mean;
    }

    /** The distribution of the {@code rank}-th highest of {@code draws} independent draws, 1 being the highest. */
    public DiscreteDistribution orderStatistic(int draws, int rank) {
        require(draws >= 1, "draws", draws, "at least 1");
        require(rank >= 1 && rank <= draws, "rank", rank, "1 to " + draws);
        List<Double> likely = new ArrayList<>();
        List<Double> masses = new ArrayList<>();
        double before = 0;
        for (double point : points) {
            double below = Beta.regularizedBeta(cdf(point), draws - rank + 1.0, rank, RELATIVE_ERROR, MAX_TERMS);
            if (below > before) {
                likely.add(point);
                masses.add(below - before);
            }
            before = Math.max(before, below);
        }
        return new DiscreteDistribution(likely, masses);
    }

    /** The distribution of scale · X + shift, {@code scale} being above 0. */
    public DiscreteDistribution affine(double scale, double shift) {
        require(scale > 0 && !Double.isInfinite(scale), "scale", scale, "a number above 0");
        return new DiscreteDistribution(
                points.stream().map(x -> scale * x + shift).toList(), probabilities);
    }

    /** ψ of these types. */
    public DiscreteVirtualValues virtualValues() {
        return new DiscreteVirtualValues(this);
    }

    private static void require(boolean holds, String field, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(FAMILY + " " + field + ": " + value + " (expected: " + expected + ")");
        }
    }
}
