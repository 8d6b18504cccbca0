package dev.envelope.lab.plot.draw;

import dev.envelope.lab.plot.Axis;
import dev.envelope.lab.plot.Point;

/**
 * The rectangle inside the axes of a picture, with some room around what they span.
 *
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param left its left side, in units of the canvas
 * @param top its upper side
 * @param right its right side
 * @param bottom its lower side
 */
record Frame(Axis x, Axis y, double left, double top, double right, double bottom) {

    private static final double ROOM = 0.04;

    /** Further off than anything that can be seen, but not so far that numbers get unwieldy. */
    private static final double FAR = 1e5;

    /** Where a point of the picture is on the canvas. */
    Point place(Point point) {
        double across = share(x, point.x());
        double up = share(y, point.y());
        return new Point(within(left + across * (right - left)), within(bottom - up * (bottom - top)));
    }

    double lowestX() {
        return x.from() - ROOM * (x.to() - x.from());
    }

    double highestX() {
        return x.to() + ROOM * (x.to() - x.from());
    }

    double lowestY() {
        return y.from() - ROOM * (y.to() - y.from());
    }

    double highestY() {
        return y.to() + ROOM * (y.to() - y.from());
    }

    private static double share(Axis axis, double value) {
        double room = ROOM * (axis.to() - axis.from());
        return (value - axis.from() + room) / (axis.to() - axis.from() + 2 * room);
    }

    private static double within(double coordinate) {
        return Math.max(-FAR, Math.min(FAR, coordinate));
    }
}
