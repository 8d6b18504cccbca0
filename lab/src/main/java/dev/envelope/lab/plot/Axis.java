package dev.envelope.lab.plot;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One axis of a picture.
 *
 * @param label what it measures
 * @param from its lower end
 * @param to its upper end, above {@code from}
 */
public record Axis(String label, double from, double to) {

    /** Checks the ends. */
    public Axis {
        if (!(from < to) || Double.isInfinite(to - from)) {
            throw new IllegalArgumentException(
                    label + ": from " + from + " to " + to + " (expected: finite ends, the second above the first)");
        }
    }

    /** The axis that is as long as {@code marks} are wide. */
    public static Axis wide(String label, List<Mark> marks) {
        return over(label, marks, Point::x);
    }

    /** The axis that is as long as {@code marks} are high. */
    public static Axis high(String label, List<Mark> marks) {
        return over(label, marks, Point::y);
    }

    /** The same axis, reaching at least as far as {@code value}. */
    public Axis reaching(double value) {
        return new Axis(label, Math.min(from, value), Math.max(to, value));
    }

    private static Axis over(String label, List<Mark> marks, ToDoubleFunction<Point> coordinate) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (Mark mark : marks) {
            for (Point point : mark.extent()) {
                double value = coordinate.applyAsDouble(point);
                if (Double.isFinite(value)) {
                    from = Math.min(from, value);
                    to = Math.max(to, value);
                }
            }
        }
        return spanning(label, from, to);
    }

    /** An axis of some length also where there is only one number, or none. */
    private static Axis spanning(String label, double from, double to) {
        if (from > to) {
            return new Axis(label, 0, 1);
        }
        double room = from < to ? 0 : Math.max(Math.abs(from) / 2, Double.MIN_NORMAL * 1e20);
        return new Axis(label, from - room, to + room);
    }
}
