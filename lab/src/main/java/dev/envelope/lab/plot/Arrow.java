package dev.envelope.lab.plot;

import java.util.List;

/**
 * An arrow, in a picture without axes.
 *
 * @param from where it starts
 * @param to where its head is
 * @param label the text above its middle; may be empty
 */
public record Arrow(Point from, Point to, String label) implements Mark {

    @Override
    public String name() {
        return "";
    }

    @Override
    public List<Point> extent() {
        return List.of(from, to);
    }

    @Override
    public void drawWith(Pencil pencil) {
        pencil.arrow(this);
    }
}
