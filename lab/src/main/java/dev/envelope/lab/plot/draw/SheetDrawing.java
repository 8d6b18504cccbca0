package dev.envelope.lab.plot.draw;

import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Point;
import dev.envelope.lab.plot.Sheet;
import java.util.List;
import java.util.function.BiFunction;

/** The layout of a sheet: per section a heading, then its pictures in a grid, each with a title above and a legend below. */
final class SheetDrawing {

    /** What is to the left of a frame: the numbers of an axis and its label. */
    static final double LEFT = 76;

    private static final double RIGHT = 22;
    private static final double INSIDE_WIDTH = 372;
    private static final double INSIDE_HEIGHT = 300;
    private static final double PANEL = LEFT + INSIDE_WIDTH + RIGHT;
    private static final double TITLE_LINE = 18;
    private static final double TITLE_SIZE = 13.5;
    private static final double HEADING_LINE = 21;
    private static final double HEADING_SIZE = 15;
    private static final double BELOW = 46;
    private static final double MARGIN = 14;
    private static final int MOST_COLUMNS = 3;

    private final int columns;

    private SheetDrawing(Sheet sheet) {
        this.columns = sheet.sections().stream()
                .mapToInt(section -> columns(section.pictures().size()))
                .max()
                .orElse(1);
    }

    /** Draws {@code sheet} on the canvas that {@code canvas} makes of a width and a height. */
    static <C extends Canvas> C draw(Sheet sheet, BiFunction<Double, Double, C> canvas) {
        SheetDrawing drawing = new SheetDrawing(sheet);
        double height = MARGIN;
        for (Sheet.Section section : sheet.sections()) {
            height += drawing.height(section);
        }
        C drawn = canvas.apply(drawing.width(), height);
        double top = MARGIN;
        for (Sheet.Section section : sheet.sections()) {
            drawing.draw(drawn, section, top);
            top += drawing.height(section);
        }
        return drawn;
    }

    /** Two by two rather than three and one. */
    private static int columns(int pictures) {
        return pictures <= MOST_COLUMNS ? pictures : pictures == 4 ? 2 : MOST_COLUMNS;
    }

    private double width() {
        return columns * PANEL + 2 * MARGIN;
    }

    private double height(Sheet.Section section) {
        double height = HEADING_LINE * heading(section).size() + MARGIN;
        for (int first = 0; first < section.pictures().size(); first += columns) {
            height += height(row(section, first));
        }
        return height;
    }

    private List<String> heading(Sheet.Section section) {
        return Words.lines(section.heading(), HEADING_SIZE, (width() - 3 * MARGIN) / TextWidth.BOLD);
    }

    private List<Picture> row(Sheet.Section section, int first) {
        return section.pictures()
                .subList(first, Math.min(first + columns, section.pictures().size()));
    }

    private static double height(List<Picture> row) {
        return titleHeight(row) + INSIDE_HEIGHT + BELOW + legendHeight(row) + MARGIN;
    }

    private static double titleHeight(List<Picture> row) {
        return row.stream().mapToDouble(p -> TITLE_LINE * title(p).size()).max().orElse(0) + 6;
    }

    private static double legendHeight(List<Picture> row) {
        return row.stream()
                .mapToDouble(p -> Legend.of(p, legendWidth()).height())
                .max()
                .orElse(0);
    }

    private static List<String> title(Picture picture) {
        return Words.lines(picture.title(), TITLE_SIZE, (INSIDE_WIDTH + RIGHT) / TextWidth.BOLD);
    }

    private static double legendWidth() {
        return PANEL - 40;
    }

    private void draw(Canvas canvas, Sheet.Section section, double top) {
        double y = top;
        for (String line : heading(section)) {
            y += HEADING_LINE;
            canvas.text(
                    new Point(MARGIN + 8, y - 5),
                    line,
                    Type.plain(HEADING_SIZE, Type.Align.START).bold());
        }
        y += MARGIN;
        for (int first = 0; first < section.pictures().size(); first += columns) {
            List<Picture> row = row(section, first);
            for (int i = 0; i < row.size(); i++) {
                draw(canvas, row.get(i), MARGIN + i * PANEL, y, titleHeight(row));
            }
            y += height(row);
        }
    }

    private static void draw(Canvas canvas, Picture picture, double left, double top, double titleHeight) {
        List<String> title = title(picture);
        double inside = top + titleHeight;
        for (int i = 0; i < title.size(); i++) {
            double y = inside - 10 - TITLE_LINE * (title.size() - 1 - i);
            canvas.text(
                    new Point(left + LEFT, y),
                    title.get(i),
                    Type.plain(TITLE_SIZE, Type.Align.START).bold());
        }
        boolean isDiagram = picture.axes().isEmpty();
        double inset = isDiagram ? LEFT - 12 : 0;
        double bottom = inside + INSIDE_HEIGHT;
        PanelDrawing.draw(canvas, picture, left + LEFT - inset, inside, left + LEFT + INSIDE_WIDTH, bottom);
        Legend.of(picture, legendWidth()).draw(canvas, left + 34, bottom + BELOW, legendWidth());
    }
}
