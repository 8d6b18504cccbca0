package dev.envelope.lab.plot.draw;

import dev.envelope.lab.plot.Area;
import dev.envelope.lab.plot.Arrow;
import dev.envelope.lab.plot.Axis;
import dev.envelope.lab.plot.Box;
import dev.envelope.lab.plot.Dots;
import dev.envelope.lab.plot.Line;
import dev.envelope.lab.plot.Look;
import dev.envelope.lab.plot.Mark;
import dev.envelope.lab.plot.Pencil;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Point;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** One picture inside its frame: axes where it has them, then its marks. */
final class PanelDrawing implements Pencil {

    private static final double TICK_SIZE = 11;
    private static final double LABEL_SIZE = 12;
    private static final double BOX_SIZE = 12;
    private static final double BOX_LINE = 16;
    private static final double DOT = 3.6;
    private static final int PARTS_ACROSS = 6;
    private static final int PARTS_UP = 7;
    private static final double HEAD = 9;

    private final Canvas canvas;
    private final Frame frame;
    private final LabelPlaces labels;

    private PanelDrawing(Canvas canvas, Frame frame, Picture picture) {
        this.canvas = canvas;
        this.frame = frame;
        this.labels = new LabelPlaces(picture, frame);
    }

    /** Draws {@code picture} with the inside of its axes in the rectangle; numbers and labels are to the left and below. */
    static void draw(Canvas canvas, Picture picture, double left, double top, double right, double bottom) {
        Axis unit = new Axis("", 0, 1);
        Picture.Axes axes = picture.axes().orElse(new Picture.Axes(unit, unit));
        PanelDrawing panel = new PanelDrawing(canvas, new Frame(axes.x(), axes.y(), left, top, right, bottom), picture);
        if (picture.axes().isPresent()) {
            panel.grid();
        }
        canvas.clip(left, top, right, bottom);
        for (Mark mark : picture.marks()) {
            mark.drawWith(panel);
        }
        canvas.unclip();
        if (picture.axes().isPresent()) {
            panel.border();
        }
    }

    @Override
    public void line(Line line) {
        List<Point> run = new ArrayList<>();
        for (Point point : line.points()) {
            if (point.isGap()) {
                stroke(run, line.look());
                run.clear();
            } else {
                run.add(frame.place(point));
            }
        }
        stroke(run, line.look());
    }

    private void stroke(List<Point> run, Look look) {
        if (run.size() > 1) {
            canvas.stroke(Thinning.of(run), Ink.pen(look));
        }
    }

    @Override
    public void area(Area area) {
        if (area.corners().size() > 2) {
            canvas.fill(Thinning.of(area.corners().stream().map(frame::place).toList()), Ink.fill(area.shade()));
        }
    }

    @Override
    public void dots(Dots dots) {
        for (Dots.Dot dot : dots.dots()) {
            Point at = frame.place(dot.at());
            dot(canvas, at, dots.look());
            if (!dot.label().isEmpty()) {
                label(at, dot);
            }
        }
    }

    static void dot(Canvas canvas, Point at, Look look) {
        Pen pen = Ink.pen(look);
        int fill = Ink.isFilled(look) ? pen.colour() : Ink.WHITE;
        canvas.circle(at, DOT, fill, Pen.unbroken(pen.colour(), 1.6));
    }

    private void label(Point at, Dots.Dot dot) {
        double width = TextWidth.of(dot.label(), TICK_SIZE);
        LabelPlaces.Place place = labels.take(at, dot.beside(), width, TICK_SIZE);
        Type type = Type.plain(TICK_SIZE, place.isRight() ? Type.Align.START : Type.Align.END);
        canvas.text(place.at(), dot.label(), type.onEdge());
    }

    @Override
    public void box(Box box) {
        Point low = frame.place(box.from());
        Point high = frame.place(box.to());
        List<Point> corners = List.of(low, new Point(high.x(), low.y()), high, new Point(low.x(), high.y()), low);
        if (!box.isDashed()) {
            canvas.fill(corners, Ink.fill(Area.Shade.LIGHT));
        }
        canvas.stroke(corners, box.isDashed() ? Ink.pen(Look.REFERENCE) : Ink.FRAME);
        double middle = (low.x() + high.x()) / 2;
        double y = box.isDashed()
                ? high.y() + BOX_LINE
                : (low.y() + high.y()) / 2
                        + BOX_SIZE * 0.35
                        - BOX_LINE * (box.text().size() - 1) / 2.0;
        for (String text : box.text()) {
            canvas.text(new Point(middle, y), text, Type.plain(BOX_SIZE, Type.Align.MIDDLE));
            y += BOX_LINE;
        }
    }

    @Override
    public void arrow(Arrow arrow) {
        Point from = frame.place(arrow.from());
        Point to = frame.place(arrow.to());
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        double dx = (to.x() - from.x()) / length;
        double dy = (to.y() - from.y()) / length;
        Point neck = new Point(to.x() - HEAD * dx, to.y() - HEAD * dy);
        canvas.stroke(List.of(from, neck), Pen.unbroken(Ink.TEXT, 1.4));
        canvas.fill(
                List.of(
                        to,
                        new Point(neck.x() - HEAD / 2.5 * dy, neck.y() + HEAD / 2.5 * dx),
                        new Point(neck.x() + HEAD / 2.5 * dy, neck.y() - HEAD / 2.5 * dx)),
                Ink.TEXT);
        boolean isLevel = from.y() == to.y();
        Point middle =
                new Point((from.x() + to.x()) / 2 - (isLevel ? 0 : 10), (from.y() + to.y()) / 2 + (isLevel ? -6 : 4));
        canvas.text(middle, arrow.label(), Type.plain(BOX_SIZE, isLevel ? Type.Align.MIDDLE : Type.Align.END));
    }

    private void grid() {
        Type below = Type.plain(TICK_SIZE, Type.Align.MIDDLE);
        for (BigDecimal tick : Ticks.of(frame.lowestX(), frame.highestX(), PARTS_ACROSS)) {
            double x = frame.place(new Point(tick.doubleValue(), 0)).x();
            canvas.stroke(List.of(new Point(x, frame.top()), new Point(x, frame.bottom())), Ink.GRID);
            canvas.text(new Point(x, frame.bottom() + 15), Ticks.text(tick), below);
        }
        Type beside = Type.plain(TICK_SIZE, Type.Align.END);
        for (BigDecimal tick : Ticks.of(frame.lowestY(), frame.highestY(), PARTS_UP)) {
            double y = frame.place(new Point(0, tick.doubleValue())).y();
            canvas.stroke(List.of(new Point(frame.left(), y), new Point(frame.right(), y)), Ink.GRID);
            canvas.text(new Point(frame.left() - 6, y + 4), Ticks.text(tick), beside);
        }
    }

    private void border() {
        canvas.stroke(
                List.of(
                        new Point(frame.left(), frame.top()),
                        new Point(frame.left(), frame.bottom()),
                        new Point(frame.right(), frame.bottom())),
                Ink.FRAME);
        double middle = (frame.left() + frame.right()) / 2;
        Type label = Type.plain(LABEL_SIZE, Type.Align.MIDDLE);
        canvas.text(new Point(middle, frame.bottom() + 34), frame.x().label(), label);
        double centre = (frame.top() + frame.bottom()) / 2;
        double widest = Ticks.of(frame.lowestY(), frame.highestY(), PARTS_UP).stream()
                .mapToDouble(tick -> TextWidth.of(Ticks.text(tick), TICK_SIZE))
                .max()
                .orElse(0);
        canvas.text(new Point(frame.left() - widest - 14, centre), frame.y().label(), label.upright());
    }
}
