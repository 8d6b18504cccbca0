package dev.envelope.lab.plot.draw;

import dev.envelope.lab.plot.Dots;
import dev.envelope.lab.plot.Dots.Beside;
import dev.envelope.lab.plot.Line;
import dev.envelope.lab.plot.Look;
import dev.envelope.lab.plot.Mark;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Point;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the texts beside the dots of a picture stand: on the side that was asked for where that is inside the frame, on no other text or
 * dot and on no curve; otherwise on the side, or so many lines further away, where least is in the way.
 */
final class LabelPlaces {

    private static final double ASIDE = 7;
    private static final double ABOVE = -6;
    private static final double BELOW = 15;
    private static final double MARGIN = 9.6;
    private static final double ROOM = 24;
    private static final double LINE = 13;
    private static final int LINES = 3;
    private static final double DOT = 4;
    private static final double ON_A_CURVE = 20;
    private static final double ON_A_TEXT = 1e3;
    private static final double OUTSIDE = 1e6;

    private final Frame frame;
    private final List<Line2D> curves = new ArrayList<>();
    private final List<Rectangle2D> taken = new ArrayList<>();

    /** The places in {@code picture} drawn in {@code frame}. */
    LabelPlaces(Picture picture, Frame frame) {
        this.frame = frame;
        for (Mark mark : picture.marks()) {
            if (mark instanceof Line line && line.look() != Look.REFERENCE && line.look() != Look.GUIDE) {
                add(line);
            } else if (mark instanceof Dots dots) {
                for (Point dot : dots.extent()) {
                    Point at = frame.place(dot);
                    taken.add(new Rectangle2D.Double(at.x() - DOT, at.y() - DOT, 2 * DOT, 2 * DOT));
                }
            }
        }
    }

    /**
     * Where a text starts, or ends.
     *
     * @param at the place, on the text's baseline
     * @param isRight whether it starts there
     */
    record Place(Point at, boolean isRight) {}

    /** The place of a text of {@code width} and {@code size} beside a dot at {@code dot}, which is taken from then on. */
    Place take(Point dot, Beside beside, double width, double size) {
        boolean wantsRight = beside == Beside.ABOVE_RIGHT || beside == Beside.BELOW_RIGHT;
        boolean wantsAbove = beside == Beside.ABOVE_RIGHT || beside == Beside.ABOVE_LEFT;
        Place best = new Place(dot, wantsRight);
        Rectangle2D covered = new Rectangle2D.Double();
        double least = Double.POSITIVE_INFINITY;
        int order = 0;
        for (int lines = 0; lines < LINES; lines++) {
            for (int corner = 0; corner < 4; corner++) {
                boolean isRight = (corner & 1) == 0 ? wantsRight : !wantsRight;
                boolean isAbove = (corner & 2) == 0 ? wantsAbove : !wantsAbove;
                double away = lines * LINE;
                Point at = new Point(
                        dot.x() + (isRight ? ASIDE : -ASIDE), dot.y() + (isAbove ? ABOVE - away : BELOW + away));
                Rectangle2D box = new Rectangle2D.Double(isRight ? at.x() : at.x() - width, at.y() - size, width, size);
                double cost = order++ + inTheWay(box) + (fits(dot, isRight, isAbove, width, away) ? 0 : OUTSIDE);
                if (cost < least) {
                    least = cost;
                    best = new Place(at, isRight);
                    covered = box;
                }
            }
        }
        taken.add(covered);
        return best;
    }

    private boolean fits(Point dot, boolean isRight, boolean isAbove, double width, double away) {
        boolean across = isRight ? dot.x() + MARGIN + width <= frame.right() : dot.x() - MARGIN - width >= frame.left();
        boolean along = isAbove ? dot.y() - ROOM - away >= frame.top() : dot.y() + ROOM + away <= frame.bottom();
        return across && along;
    }

    private double inTheWay(Rectangle2D box) {
        double cost = 0;
        for (Rectangle2D other : taken) {
            cost += other.intersects(box) ? ON_A_TEXT : 0;
        }
        return cost + (curves.stream().anyMatch(box::intersectsLine) ? ON_A_CURVE : 0);
    }

    private void add(Line line) {
        List<Point> points = line.points();
        for (int i = 1; i < points.size(); i++) {
            if (!points.get(i - 1).isGap() && !points.get(i).isGap()) {
                Point from = frame.place(points.get(i - 1));
                Point to = frame.place(points.get(i));
                curves.add(new Line2D.Double(from.x(), from.y(), to.x(), to.y()));
            }
        }
    }
}
