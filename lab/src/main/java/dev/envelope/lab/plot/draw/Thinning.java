package dev.envelope.lab.plot.draw;

import dev.envelope.lab.plot.Point;
import java.util.ArrayList;
import java.util.List;

/** Leaves out the points of a line without which it looks the same (Ramer 1972; Douglas &amp; Peucker 1973). */
final class Thinning {

    /** How far from the line a point may be that is left out, in units of the canvas. */
    private static final double INVISIBLE = 0.03;

    private Thinning() {}

    /** {@code points} without those that lie on the line through the others. */
    static List<Point> of(List<Point> points) {
        List<Point> kept = new ArrayList<>(points.subList(0, 1));
        keep(points, 0, points.size() - 1, kept);
        return kept;
    }

    /** Adds what is needed after {@code first} up to {@code last}. */
    private static void keep(List<Point> points, int first, int last, List<Point> kept) {
        int furthest = last;
        double distance = INVISIBLE;
        for (int i = first + 1; i < last; i++) {
            double here = distance(points.get(i), points.get(first), points.get(last));
            if (here > distance) {
                furthest = i;
                distance = here;
            }
        }
        if (furthest < last) {
            keep(points, first, furthest, kept);
            keep(points, furthest, last, kept);
        } else if (last > first) {
            kept.add(points.get(last));
        }
    }

    /** From {@code point} to the straight piece from {@code from} to {@code to}. */
    private static double distance(Point point, Point from, Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : ((point.x() - from.x()) * dx + (point.y() - from.y()) * dy) / length;
        double share = Math.max(0, Math.min(1, along));
        return Math.hypot(point.x() - from.x() - share * dx, point.y() - from.y() - share * dy);
    }
}
