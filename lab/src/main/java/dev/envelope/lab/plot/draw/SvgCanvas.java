package dev.envelope.lab.plot.draw;

import dev.envelope.lab.plot.Point;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A canvas that becomes an SVG document (SVG 1.1; W3C 2011), with texts as texts. */
final class SvgCanvas implements Canvas {

    private static final String FONTS = "'DejaVu Sans', Verdana, Arial, Helvetica, sans-serif";

    private final double width;
    private final double height;
    private final StringBuilder body = new StringBuilder();
    private int clips;

    SvgCanvas(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** The document, entitled {@code title}. */
    String document(String title) {
        String size = number(width) + " " + number(height);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + "\" width=\"" + number(width)
                + "\" height=\"" + number(height) + "\" font-family=\"" + FONTS + "\">\n<title>" + escaped(title)
                + "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" + body + "</svg>\n";
    }

    @Override
    public void fill(List<Point> corners, int colour) {
        body.append("<path d=\"")
                .append(path(corners))
                .append("Z\" fill=\"")
                .append(colour(colour))
                .append("\"/>\n");
    }

    @Override
    public void stroke(List<Point> points, Pen pen) {
        body.append("<path d=\"")
                .append(path(points))
                .append("\" fill=\"none\"")
                .append(stroke(pen))
                .append("/>\n");
    }

    @Override
    public void circle(Point centre, double radius, int fill, Pen edge) {
        body.append("<circle cx=\"")
                .append(number(centre.x()))
                .append("\" cy=\"")
                .append(number(centre.y()))
                .append("\" r=\"")
                .append(number(radius))
                .append("\" fill=\"")
                .append(colour(fill))
                .append("\"")
                .append(stroke(edge))
                .append("/>\n");
    }

    @Override
    public void text(Point at, String text, Type type) {
        body.append("<text x=\"")
                .append(number(at.x()))
                .append("\" y=\"")
                .append(number(at.y()))
                .append("\" font-size=\"")
                .append(number(type.size()))
                .append("\" fill=\"")
                .append(colour(type.colour()))
                .append("\"")
                .append(type.isBold() ? " font-weight=\"bold\"" : "")
                .append(anchor(type.align()))
                .append(
                        type.isUpright()
                                ? " transform=\"rotate(-90 " + number(at.x()) + " " + number(at.y()) + ")\""
                                : "")
                .append(
                        type.hasEdge()
                                ? " stroke=\"#ffffff\" stroke-width=\"3\" stroke-linejoin=\"round\""
                                        + " paint-order=\"stroke\""
                                : "")
                .append(">")
                .append(escaped(text))
                .append("</text>\n");
    }

    @Override
    public void clip(double left, double top, double right, double bottom) {
        clips++;
        body.append(String.format(
                        Locale.ROOT,
                        "<clipPath id=\"c%d\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/></clipPath>%n",
                        clips,
                        number(left),
                        number(top),
                        number(right - left),
                        number(bottom - top))
                .replace(System.lineSeparator(), "\n"));
        body.append("<g clip-path=\"url(#c").append(clips).append(")\">\n");
    }

    @Override
    public void unclip() {
        body.append("</g>\n");
    }

    private static String path(List<Point> points) {
        return points.stream()
                .map(point -> number(point.x()) + " " + number(point.y()))
                .collect(Collectors.joining("L", "M", ""));
    }

    private static String stroke(Pen pen) {
        String dashes = pen.dashes().isEmpty()
                ? ""
                : " stroke-dasharray=\""
                        + pen.dashes().stream().map(SvgCanvas::number).collect(Collectors.joining(" ")) + "\"";
        return " stroke=\"" + colour(pen.colour()) + "\" stroke-width=\"" + number(pen.width())
                + "\" stroke-linejoin=\"round\"" + dashes;
    }

    private static String anchor(Type.Align align) {
        return switch (align) {
            case START -> "";
            case MIDDLE -> " text-anchor=\"middle\"";
            case END -> " text-anchor=\"end\"";
        };
    }

    private static String colour(int colour) {
        return String.format(Locale.ROOT, "#%06x", colour);
    }

    /** To a hundredth, as short as it can be. */
    private static String number(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** The text with what XML gives a meaning written out, and without what XML has no room for. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (letter >= ' ' && letter != 0xFFFE && letter != 0xFFFF && !isHalfALetter(letter)) {
                        escaped.appendCodePoint(letter);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isHalfALetter(int letter) {
        return letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
    }
}
