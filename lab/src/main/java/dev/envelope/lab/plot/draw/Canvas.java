package dev.envelope.lab.plot.draw;

import dev.envelope.lab.plot.Point;
import java.util.List;

/** Where shapes and texts are put, in units of about 1/100 inch from the upper left corner, y downwards. */
interface Canvas {

    /** Fills the polygon with corners {@code corners}. */
    void fill(List<Point> corners, int colour);

    /** Joins {@code points}, at least two of them. */
    void stroke(List<Point> points, Pen pen);

    /** Fills a circle and draws its edge. */
    void circle(Point centre, double radius, int fill, Pen edge);

    /** Writes one line of text, on a white edge where {@code type} has one. */
    void text(Point at, String text, Type type);

    /** From now on, only what is within the rectangle appears; until {@link #unclip}. */
    void clip(double left, double top, double right, double bottom);

    /** Ends a {@link #clip}. */
    void unclip();
}
