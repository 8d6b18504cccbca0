package dev.envelope.lab.plot;

import java.util.List;

/**
 * Points joined by straight lines, interrupted at gaps.
 *
 * @param name what the legend calls it; may be empty
 * @param look how it is told from others
 * @param points at least one, in the order in which they are joined
 */
public record Line(String name, Look look, List<Point> points) implements Mark {

    /** Copies the list. */
    public Line {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("points: [] (expected: at least one)");
        }
    }

    /** The line between two points, without a name. */
    public static Line between(Look look, double fromX, double fromY, double toX, double toY) {
        return new Line("", look, List.of(new Point(fromX, fromY), new Point(toX, toY)));
    }

    /** The same, with a name. */
    public Line named(String other) {
        return new Line(other, look, points);
    }

    @Override
    public List<Point> extent() {
        return points;
    }

    @Override
    public void drawWith(Pencil pencil) {
        pencil.line(this);
    }
}
