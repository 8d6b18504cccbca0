package dev.envelope.lab.plot.draw;

import dev.envelope.lab.plot.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A canvas of dots, twice as many each way as the units of the layout; texts are in the machine's sans-serif font. */
final class ImageCanvas implements Canvas {

    private static final double DOTS_PER_UNIT = 2;
    private static final float EDGE = 3;

    private final BufferedImage image;
    private final Graphics2D graphics;
    private @Nullable Shape whole;

    ImageCanvas(double width, double height) {
        System.setProperty("java.awt.headless", System.getProperty("java.awt.headless", "true"));
        this.image = new BufferedImage(
                (int) Math.ceil(width * DOTS_PER_UNIT),
                (int) Math.ceil(height * DOTS_PER_UNIT),
                BufferedImage.TYPE_INT_RGB);
        this.graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(DOTS_PER_UNIT, DOTS_PER_UNIT);
    }

    /** What has been drawn. */
    BufferedImage image() {
        return image;
    }

    @Override
    public void fill(List<Point> corners, int colour) {
        Path2D path = path(corners);
        path.closePath();
        graphics.setColor(new Color(colour));
        graphics.fill(path);
    }

    @Override
    public void stroke(List<Point> points, Pen pen) {
        use(pen);
        graphics.draw(path(points));
    }

    @Override
    public void circle(Point centre, double radius, int fill, Pen edge) {
        Shape circle = new Ellipse2D.Double(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
        graphics.setColor(new Color(fill));
        graphics.fill(circle);
        use(edge);
        graphics.draw(circle);
    }

    @Override
    public void text(Point at, String text, Type type) {
        if (text.isEmpty()) {
            return;
        }
        Font font =
                new Font(Font.SANS_SERIF, type.isBold() ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) type.size());
        TextLayout layout = new TextLayout(text, font, graphics.getFontRenderContext());
        AffineTransform place = AffineTransform.getTranslateInstance(at.x(), at.y());
        if (type.isUpright()) {
            place.quadrantRotate(-1);
        }
        place.translate(-layout.getAdvance() * before(type.align()), 0);
        Shape outline = layout.getOutline(place);
        if (type.hasEdge()) {
            graphics.setColor(Color.WHITE);
            graphics.setStroke(new BasicStroke(EDGE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(outline);
        }
        graphics.setColor(new Color(type.colour()));
        graphics.fill(outline);
    }

    @Override
    public void clip(double left, double top, double right, double bottom) {
        whole = graphics.getClip();
        graphics.clip(new Rectangle2D.Double(left, top, right - left, bottom - top));
    }

    @Override
    public void unclip() {
        graphics.setClip(whole);
    }

    /** The share of a text that is before its place. */
    private static double before(Type.Align align) {
        return switch (align) {
            case START -> 0;
            case MIDDLE -> 0.5;
            case END -> 1;
        };
    }

    private void use(Pen pen) {
        float[] dashes = new float[pen.dashes().size()];
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] = pen.dashes().get(i).floatValue();
        }
        graphics.setColor(new Color(pen.colour()));
        graphics.setStroke(new BasicStroke(
                (float) pen.width(),
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                1,
                dashes.length == 0 ? null : dashes,
                0));
    }

    private static Path2D path(List<Point> points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0).x(), points.get(0).y());
        for (Point point : points.subList(1, points.size())) {
            path.lineTo(point.x(), point.y());
        }
        return path;
    }
}
