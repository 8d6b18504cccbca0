package dev.envelope.theory.distribution.composite;

import dev.envelope.theory.distribution.NumericDistribution;
import dev.envelope.theory.numeric.PlainNumber;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The distribution whose F joins given points by lines, so that its density is a staircase; where two points have the same F
 * there is a gap without types.
 *
 * <p>Regular iff no stair is lower than the one before: on a stair of height f, ψ' = 2, and ψ jumps by (1−F)·(1/f_before −
 * 1/f_after) between two.
 *
 * @param points the values, finite and increasing; the first and the last are the ends of the support
 * @param probabilities F at each, not decreasing, from 0 to 1, the first two and the last two different
 */
public record PiecewiseLinearDistribution(List<Double> points, List<Double> probabilities)
        implements NumericDistribution {

    private static final String FAMILY = "piecewise_linear";

    /** Copies the lists and checks them. */
    public PiecewiseLinearDistribution {
        points = List.copyOf(points);
        probabilities = List.copyOf(probabilities);
        int last = points.size() - 1;
        require(last >= 1, "x", points, "at least two values");
        require(probabilities.size() == points.size(), "p", probabilities, "one per value of x, " + points.size());
        for (int i = 0; i <= last; i++) {
            require(Double.isFinite(points.get(i)), "x", points.get(i), "a finite number");
            require(i == 0 || points.get(i) > points.get(i - 1), "x", points.get(i), "above the value before it");
            boolean rises = i == 0 || probabilities.get(i) >= probabilities.get(i - 1);
            require(rises, "p", probabilities.get(i), "not below the probability before it");
        }
        require(Double.isFinite(points.get(last) - points.get(0)), "x", points.get(last), "a finite width");
        require(probabilities.get(0) == 0, "p", probabilities.get(0), "0 at the first value");
        require(probabilities.get(last) == 1, "p", probabilities.get(last), "1 at the last value");
        require(probabilities.get(1) > 0, "p", probabilities.get(1), "above 0 at the second value");
        require(probabilities.get(last - 1) < 1, "p", probabilities.get(last - 1), "below 1 before the last value");
    }

    @Override
    public double lower() {
        return points.get(0);
    }

    @Override
    public double upper() {
        return points.get(points.size() - 1);
    }

    @Override
    public double cdfInside(double x) {
        int i = piece(points, x);
        return probabilities.get(i) + (x - points.get(i)) * height(i);
    }

    @Override
    public double survivalInside(double x) {
        int i = piece(points, x);
        return 1 - probabilities.get(i + 1) + (points.get(i + 1) - x) * height(i);
    }

    @Override
    public double densityInside(double x) {
        return height(piece(points, x));
    }

    @Override
    public double leastDensity(double from, double to) {
        return IntStream.rangeClosed(piece(points, from), piece(points, to))
                .mapToDouble(this::height)
                .min()
                .orElseThrow();
    }

    @Override
    public double mostDensity(double from, double to) {
        return IntStream.rangeClosed(piece(points, from), piece(points, to))
                .mapToDouble(this::height)
                .max()
                .orElseThrow();
    }

    @Override
    public double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p: " + p + " (expected: 0 to 1)");
        }
        int i = 0;
        while (i < points.size() - 2 && probabilities.get(i + 1) < p) {
            i++;
        }
        double share = (p - probabilities.get(i)) / (probabilities.get(i + 1) - probabilities.get(i));
        return share >= 1 ? points.get(i + 1) : points.get(i) + share * (points.get(i + 1) - points.get(i));
    }

    @Override
    public double mean() {
        double mean = 0;
        for (int i = 0; i < points.size() - 1; i++) {
            mean += (probabilities.get(i + 1) - probabilities.get(i)) * (points.get(i) + points.get(i + 1)) / 2;
        }
        return mean;
    }

    @Override
    public boolean isRegular() {
        for (int i = 1; i < points.size() - 1; i++) {
            if (height(i) < height(i - 1)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<Double> kinks() {
        return points.subList(1, points.size() - 1);
    }

    /** The piece that begins at or before {@code x}; the last one for its upper end. */
    private static int piece(List<Double> points, double x) {
        int found = Collections.binarySearch(points, x);
        int piece = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(points.size() - 2, piece));
    }

    private double height(int piece) {
        return (probabilities.get(piece + 1) - probabilities.get(piece)) / (points.get(piece + 1) - points.get(piece));
    }

    private static void require(boolean holds, String field, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(FAMILY + " " + field + ": " + value + " (expected: " + expected + ")");
        }
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "piecewise_linear of " + points.size() + " points on " + PlainNumber.range(lower(), upper());
    }
}
