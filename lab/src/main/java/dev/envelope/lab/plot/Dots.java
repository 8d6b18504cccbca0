package dev.envelope.lab.plot;

import java.util.List;

/**
 * Single points, with or without a text beside them.
 *
 * @param name what the legend calls them; may be empty
 * @param look how they are told from others
 * @param dots at least one
 */
public record Dots(String name, Look look, List<Dot> dots) implements Mark {

    /** On which side of a dot its text stands. */
    public enum Beside {
        /** To the right and above. */
        ABOVE_RIGHT,
        /** To the right and below. */
        BELOW_RIGHT,
        /** To the left and above. */
        ABOVE_LEFT,
        /** To the left and below. */
        BELOW_LEFT
    }

    /**
     * A point with a text.
     *
     * @param at where
     * @param label the text; may be empty
     * @param beside where the text stands
     */
    public record Dot(Point at, String label, Beside beside) {

        /** A dot without a text. */
        public static Dot plain(double x, double y) {
            return new Dot(new Point(x, y), "", Beside.ABOVE_RIGHT);
        }
    }

    /** Copies the list. */
    public Dots {
        dots = List.copyOf(dots);
        if (dots.isEmpty()) {
            throw new IllegalArgumentException("dots: [] (expected: at least one)");
        }
    }

    /** One dot with a text, without a name. */
    public static Dots one(Look look, double x, double y, String label, Beside beside) {
        return new Dots("", look, List.of(new Dot(new Point(x, y), label, beside)));
    }

    @Override
    public List<Point> extent() {
        return dots.stream().map(Dot::at).toList();
    }

    @Override
    public void drawWith(Pencil pencil) {
        pencil.dots(this);
    }
}
