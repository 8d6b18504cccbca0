package dev.envelope.lab.plot.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.lab.plot.Area;
import dev.envelope.lab.plot.Axis;
import dev.envelope.lab.plot.Dots;
import dev.envelope.lab.plot.Line;
import dev.envelope.lab.plot.Look;
import dev.envelope.lab.plot.Mark;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Point;
import dev.envelope.lab.plot.Sheet;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PlotFileTest {

    private static final double HUNDREDTH = 0.011;

    @TempDir
    Path folder = Path.of("");

    @Test
    void anSvgIsWellFormedAndSaysWhatThePictureSays() throws Exception {
        Document svg = svg(sheet("<b> & \"c\"\u0007 买家"));
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(texts(svg)).contains("<b> & \"c\" 买家", "Title", "across", "up", "line", "0", "0.4", "1", "here");
    }

    @Test
    void anSvgPutsALineWhereTheAxisNumbersSayItIs() throws Exception {
        Document svg = svg(sheet("game"));
        Element tickAtTwoFifths = text(svg, "0.4", true);
        Element tickAtOne = text(svg, "1", true);
        double twoFifths = Double.parseDouble(tickAtTwoFifths.getAttribute("x"));
        double one = Double.parseDouble(tickAtOne.getAttribute("x"));
        List<double[]> line = path(svg, Ink.pen(Look.FIRST));
        assertThat(line.get(0)[0]).isCloseTo(one - (one - twoFifths) / 0.6, within(2 * HUNDREDTH));
        assertThat(line.get(1)[0]).isCloseTo(twoFifths, within(HUNDREDTH));
        assertThat(line.get(2)[0]).isCloseTo(one, within(HUNDREDTH));
        double upAtOne = Double.parseDouble(text(svg, "1", false).getAttribute("y"));
        double upAtThreeFifths = Double.parseDouble(text(svg, "0.6", false).getAttribute("y"));
        assertThat(line.get(1)[1] - line.get(2)[1]).isCloseTo(upAtThreeFifths - upAtOne, within(2 * HUNDREDTH));
    }

    @Test
    void aPngIsTwiceAsLargeEachWayAndHasTheColoursOfTheSeries() throws IOException {
        BufferedImage png = ImageIO.read(written("plot.png", sheet("game")).toFile());
        Recorded size = SheetDrawing.draw(sheet("game"), Recorded::new);
        assertThat(png.getWidth()).isEqualTo((int) Math.ceil(2 * size.width()));
        assertThat(png.getHeight()).isEqualTo((int) Math.ceil(2 * size.height()));
        assertThat(count(png, Ink.pen(Look.FIRST).colour())).isGreaterThan(500);
        assertThat(count(png, Ink.fill(Area.Shade.DARK))).isGreaterThan(10_000);
        assertThat(count(png, Ink.WHITE)).isGreaterThan(png.getWidth() * png.getHeight() / 2);
    }

    @Test
    void theSameSheetGivesTheSameBytes() throws IOException {
        for (String name : List.of("a.svg", "a.png")) {
            byte[] once = Files.readAllBytes(written(name, sheet("game")));
            byte[] again = Files.readAllBytes(written(name, sheet("game")));
            assertThat(again).isEqualTo(once);
        }
    }

    @Test
    void numbersWithoutBoundDoNoHarm() throws Exception {
        List<Mark> marks = List.of(new Line(
                "line",
                Look.FIRST,
                List.of(
                        new Point(0, Double.NEGATIVE_INFINITY),
                        new Point(0.2, -1e300),
                        Point.gapAt(0.3),
                        new Point(0.4, 1),
                        new Point(1, Double.POSITIVE_INFINITY))));
        Picture picture = Picture.of("one", "Title", new Axis("x", 0, 1), new Axis("y", 0, 1), marks);
        Document svg = svg(new Sheet(List.of(new Sheet.Section("game", List.of(picture)))));
        assertThat(svg.getElementsByTagName("path").getLength()).isPositive();
        for (double[] point : path(svg, Ink.pen(Look.FIRST))) {
            assertThat(Math.max(Math.abs(point[0]), Math.abs(point[1]))).isLessThan(1e6);
        }
    }

    @Test
    void replacesWhatWasThere() throws IOException {
        Files.writeString(folder.resolve("plot.svg"), "old");
        assertThat(Files.readString(written("plot.svg", sheet("game"))))
                .startsWith("<?xml")
                .endsWith("</svg>\n");
        assertThat(list()).containsExactly("plot.svg");
    }

    @Test
    void leavesNothingBehindWhereItCannotWrite() throws IOException {
        Files.createDirectories(folder.resolve("plot.svg").resolve("full"));
        PlotFile onAFolder = PlotFile.at(folder.resolve("plot.svg")).orElseThrow();
        assertThatThrownBy(() -> onAFolder.write(sheet("game"))).isInstanceOf(IOException.class);
        assertThat(list()).containsExactly("plot.svg");
        PlotFile nowhere =
                PlotFile.at(folder.resolve("none").resolve("plot.png")).orElseThrow();
        assertThatThrownBy(() -> nowhere.write(sheet("game"))).isInstanceOf(IOException.class);
        assertThat(list()).containsExactly("plot.svg");
    }

    @Test
    void knowsItsFormatsByTheirEndings() {
        assertThat(PlotFile.at(Path.of("a.SVG")).orElseThrow().format()).isEqualTo(PlotFile.Format.SVG);
        assertThat(PlotFile.at(Path.of("x.svg/a.png")).orElseThrow().format()).isEqualTo(PlotFile.Format.PNG);
        assertThat(PlotFile.at(Path.of("a.pdf"))).isEmpty();
        assertThat(PlotFile.at(Path.of("svg"))).isEmpty();
    }

    private static Sheet sheet(String heading) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Area(
                "area",
                Area.Shade.DARK,
                List.of(new Point(0, 0.5), new Point(0.5, 0.5), new Point(0.5, 0), new Point(0, 0))));
        marks.add(new Line(
                "line", Look.FIRST, List.of(new Point(0, 0), new Point(0.4, 0.6), new Point(1, 1), new Point(0, 1))));
        marks.add(Dots.one(Look.SECOND, 0.5, 0.5, "here", Dots.Beside.ABOVE_LEFT));
        Picture picture = Picture.of("one", "Title", new Axis("across", 0, 1), new Axis("up", 0, 1), marks);
        return new Sheet(List.of(new Sheet.Section(heading, List.of(picture))));
    }

    private Path written(String name, Sheet sheet) throws IOException {
        Path path = folder.resolve(name);
        PlotFile.at(path).orElseThrow().write(sheet);
        return path;
    }

    private Document svg(Sheet sheet) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(written("plot.svg", sheet).toFile());
    }

    private List<String> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<String> texts(Document svg) {
        NodeList nodes = svg.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    /** The number {@code text} at the horizontal axis, which is centred, or at the vertical one, which is not. */
    private static Element text(Document svg, String text, boolean isHorizontal) {
        NodeList nodes = svg.getElementsByTagName("text");
        for (int i = 0; i < nodes.getLength(); i++) {
            Element element = (Element) nodes.item(i);
            boolean isCentred = element.getAttribute("text-anchor").equals("middle");
            if (element.getTextContent().equals(text) && isCentred == isHorizontal) {
                return element;
            }
        }
        throw new AssertionError(text);
    }

    /** The first path drawn with {@code pen}. */
    private static List<double[]> path(Document svg, Pen pen) {
        String colour = String.format("#%06x", pen.colour());
        NodeList nodes = svg.getElementsByTagName("path");
        for (int i = 0; i < nodes.getLength(); i++) {
            Element element = (Element) nodes.item(i);
            if (element.getAttribute("stroke").equals(colour)) {
                return Stream.of(element.getAttribute("d").substring(1).split("L"))
                        .map(pair -> Stream.of(pair.split(" "))
                                .mapToDouble(Double::parseDouble)
                                .toArray())
                        .toList();
            }
        }
        throw new AssertionError(colour);
    }

    private static long count(BufferedImage image, int colour) {
        long count = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == colour ? 1 : 0;
            }
        }
        return count;
    }

    /** A canvas that only knows how large it is. */
    private record Recorded(double width, double height) implements Canvas {

        @Override
        public void fill(List<Point> corners, int colour) {}

        @Override
        public void stroke(List<Point> points, Pen pen) {}

        @Override
        public void circle(Point centre, double radius, int fill, Pen edge) {}

        @Override
        public void text(Point at, String text, Type type) {}

        @Override
        public void clip(double left, double top, double right, double bottom) {}

        @Override
        public void unclip() {}
    }
}
