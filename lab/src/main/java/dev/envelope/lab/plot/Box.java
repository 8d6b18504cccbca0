package dev.envelope.lab.plot;

import java.util.List;

/**
 * A frame around lines of text, in a picture without axes.
 *
 * @param from its lower left corner
 * @param to its upper right corner
 * @param isDashed whether its frame is dashed: a box around boxes
 * @param text its lines; in the middle, or at the top where it is dashed
 */
public record Box(Point from, Point to, boolean isDashed, List<String> text) implements Mark {

    /** Copies the list. */
    public Box {
        text = List.copyOf(text);
    }

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
        pencil.box(this);
    }
}
