package dev.envelope.theory.deviation;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.Support;
import dev.envelope.theory.numeric.Kinks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The highest point found of a function: of a grid, and of golden sections around the best points of it.
 *
 * @param at where it is
 * @param height the function there
 */
public record Summit(double at, double height) {

    private static final int TYPES = 128;
    private static final int PEAKS = 2;
    private static final int GOLDEN_STEPS = 32;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double STEP = 1e-3;
    private static final double AGREED = 1e-7;

    /** The ends, the kinks between them, and evenly spaced points, in order. */
    public static double[] grid(double from, double to, int cells, List<Double> kinks) {
        List<Double> points = new ArrayList<>(kinks);
        for (int i = 1; i < cells; i++) {
            points.add(from + i * (to - from) / cells);
        }
        return Kinks.between(from, to, points);
    }

    /** The highest point of {@code f} over the support of {@code type}, with kinks there and at {@code kinks}. */
    static Summit overTypes(ValueDistribution type, List<Double> kinks, DoubleUnaryOperator f) {
        List<Double> all = new ArrayList<>(kinks);
        all.addAll(type.kinks());
        return Support.of(type).pieces().stream()
                .map(piece -> grid(piece.from(), piece.to(), TYPES, all))
                .map(grid -> highest(f, grid, Arrays.stream(grid).map(f).toArray()))
                .reduce(Summit::orHigher)
                .orElseThrow();
    }

    /** The highest point of {@code f}, whose {@code heights} on {@code grid} are known. */
    public static Summit highest(DoubleUnaryOperator f, double[] grid, double[] heights) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < grid.length; i++) {
            order.add(i);
        }
        order.sort((i, j) -> Double.compare(heights[j], heights[i]));
        Summit best = new Summit(grid[order.get(0)], heights[order.get(0)]);
        for (int peak : order.subList(0, Math.min(PEAKS, order.size()))) {
            best = best.orHigher(climb(f, grid[Math.max(0, peak - 1)], grid[Math.min(grid.length - 1, peak + 1)]));
        }
        return best;
    }

    private static Summit climb(DoubleUnaryOperator f, double from, double to) {
        double left = from;
        double right = to;
        Summit low = point(f, right - GOLDEN * (right - left));
        Summit high = point(f, left + GOLDEN * (right - left));
        for (int i = 0; i < GOLDEN_STEPS; i++) {
            if (low.height >= high.height) {
                right = high.at;
                high = low;
                low = point(f, right - GOLDEN * (right - left));
            } else {
                left = low.at;
                low = high;
                high = point(f, left + GOLDEN * (right - left));
            }
        }
        return low.orHigher(high);
    }

    /**
     * The same point more exactly where {@code f} is smooth around it: golden sections see the place of a maximum to half
     * the digits, the zero of the slope shows it to nearly all. Taken where two widths of the difference agree.
     */
    Summit polished(DoubleUnaryOperator f, double scale) {
        double wide = zeroSlope(f, STEP * scale);
        double narrow = zeroSlope(f, STEP / 2 * scale);
        boolean isSmooth = Math.abs(wide - narrow) <= AGREED * scale / 100 && Math.abs(narrow - at) <= AGREED * scale;
        return isSmooth ? new Summit(narrow, height) : this;
    }

    /** One step of Newton's method from here, with slope and curvature from five points. */
    private double zeroSlope(DoubleUnaryOperator f, double step) {
        double farLeft = f.applyAsDouble(at - 2 * step);
        double left = f.applyAsDouble(at - step);
        double here = f.applyAsDouble(at);
        double right = f.applyAsDouble(at + step);
        double farRight = f.applyAsDouble(at + 2 * step);
        double slope = (farLeft - 8 * left + 8 * right - farRight) / (12 * step);
        double curvature = (-farLeft + 16 * left - 30 * here + 16 * right - farRight) / (12 * step * step);
        return curvature < 0 ? at - slope / curvature : Double.NaN;
    }

    private Summit orHigher(Summit other) {
        return other.height > height ? other : this;
    }

    private static Summit point(DoubleUnaryOperator f, double x) {
        return new Summit(x, f.applyAsDouble(x));
    }
}
