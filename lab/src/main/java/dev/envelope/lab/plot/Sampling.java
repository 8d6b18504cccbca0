package dev.envelope.lab.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A function as points: evenly spaced ones, and both sides of every jump and of every end of where it is defined, found by
 * bisection between them.
 *
 * <p>NaN is "not defined here". A jump that is smaller than {@value #VISIBLE} of the range of the function, or undone before the
 * next of the even points, may be drawn as a slope.
 */
public final class Sampling {

    /** Into how many parts the interval is divided. */
    private static final int PARTS = 240;

    private static final int HALVINGS = 46;
    private static final double VISIBLE = 0.02;

    private Sampling() {}

    /** The points of {@code f} on [{@code from}, {@code to}], with a gap in every jump. */
    public static List<Point> of(DoubleUnaryOperator f, double from, double to) {
        List<Point> even = new ArrayList<>();
        for (int i = 0; i <= PARTS; i++) {
            double share = i / (double) PARTS;
            even.add(at(f, (1 - share) * from + share * to));
        }
        double visible = VISIBLE * range(even);
        List<Point> points = new ArrayList<>(even.subList(0, 1));
        for (int i = 1; i <= PARTS; i++) {
            if (isApart(even.get(i - 1), even.get(i), visible)) {
                points.addAll(step(f, even.get(i - 1), even.get(i), visible));
            }
            points.add(even.get(i));
        }
        return points;
    }

    /** What lies between two neighbours that are apart: nothing where the function only rises steeply. */
    private static List<Point> step(DoubleUnaryOperator f, Point before, Point after, double visible) {
        Point left = before;
        Point right = after;
        for (int i = 0; i < HALVINGS; i++) {
            Point middle = at(f, left.x() + (right.x() - left.x()) / 2);
            if (isFurther(left, middle, right)) {
                right = middle;
            } else {
                left = middle;
            }
        }
        return isApart(left, right, visible) ? List.of(left, Point.gapAt(right.x()), right) : List.of();
    }

    /** Whether the jump is to the left of {@code middle}. */
    private static boolean isFurther(Point left, Point middle, Point right) {
        if (left.isGap() != right.isGap()) {
            return middle.isGap() != left.isGap();
        }
        return Math.abs(middle.y() - left.y()) > Math.abs(right.y() - middle.y());
    }

    private static boolean isApart(Point one, Point other, double visible) {
        return one.isGap() != other.isGap() || Math.abs(one.y() - other.y()) > visible;
    }

    private static double range(List<Point> points) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Point point : points) {
            if (Double.isFinite(point.y())) {
                low = Math.min(low, point.y());
                high = Math.max(high, point.y());
            }
        }
        return high > low ? high - low : 0;
    }

    private static Point at(DoubleUnaryOperator f, double x) {
        return new Point(x, f.applyAsDouble(x));
    }
}
