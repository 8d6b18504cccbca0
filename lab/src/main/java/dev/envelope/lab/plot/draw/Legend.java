package dev.envelope.lab.plot.draw;

import dev.envelope.lab.plot.Area;
import dev.envelope.lab.plot.Arrow;
import dev.envelope.lab.plot.Box;
import dev.envelope.lab.plot.Dots;
import dev.envelope.lab.plot.Line;
import dev.envelope.lab.plot.Mark;
import dev.envelope.lab.plot.Pencil;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * The names of what is in a picture, each behind a sample of how it looks, in rows of a width.
 *
 * @param rows the named marks, row by row
 */
record Legend(List<List<Mark>> rows) {

    static final double ROW = 18;

    private static final double SIZE = 11.5;
    private static final double SAMPLE = 34;
    private static final double BETWEEN = 16;

    /** The legend of {@code picture} that is at most {@code width} wide. */
    static Legend of(Picture picture, double width) {
        List<List<Mark>> rows = new ArrayList<>();
        double used = Double.POSITIVE_INFINITY;
        for (Mark mark : picture.named()) {
            double needed = SAMPLE + TextWidth.of(mark.name(), SIZE) + BETWEEN;
            if (used + needed > width + BETWEEN) {
                rows.add(new ArrayList<>());
                used = 0;
            }
            rows.get(rows.size() - 1).add(mark);
            used += needed;
        }
        return new Legend(rows);
    }

    /** How high it is. */
    double height() {
        return ROW * rows.size();
    }

    /** Draws it below and to the right of a corner. */
    void draw(Canvas canvas, double left, double top, double width) {
        double y = top + ROW / 2;
        for (List<Mark> row : rows) {
            double x = left;
            for (Mark mark : row) {
                mark.drawWith(new Sample(canvas, x, y));
                String name = Words.cut(mark.name(), SIZE, width - SAMPLE);
                canvas.text(new Point(x + SAMPLE, y + 4), name, Type.plain(SIZE, Type.Align.START));
                x += SAMPLE + TextWidth.of(name, SIZE) + BETWEEN;
            }
            y += ROW;
        }
    }

    /** A short piece of a mark, in the middle of the left side of its name. */
    private record Sample(Canvas canvas, double x, double y) implements Pencil {

        private static final double LENGTH = 28;
        private static final double HALF_HIGH = 5;

        @Override
        public void line(Line line) {
            canvas.stroke(List.of(new Point(x, y), new Point(x + LENGTH, y)), Ink.pen(line.look()));
        }

        @Override
        public void area(Area area) {
            List<Point> corners = List.of(
                    new Point(x, y - HALF_HIGH),
                    new Point(x + LENGTH, y - HALF_HIGH),
                    new Point(x + LENGTH, y + HALF_HIGH),
                    new Point(x, y + HALF_HIGH));
            canvas.fill(corners, Ink.fill(area.shade()));
        }

        @Override
        public void dots(Dots dots) {
            PanelDrawing.dot(canvas, new Point(x + LENGTH / 2, y), dots.look());
        }

        @Override
        public void box(Box box) {
            // a box has no name
        }

        @Override
        public void arrow(Arrow arrow) {
            // an arrow has no name
        }
    }
}
