package dev.envelope.lab.plot;

import java.util.List;
import java.util.Optional;

/**
 * One picture: what is on it, in the units of its axes.
 *
 * @param name what kind of picture it is, in a word
 * @param title what it shows
 * @param axes its axes; none for a diagram, which fills the unit square
 * @param marks what is drawn, from back to front
 */
public record Picture(String name, String title, Optional<Axes> axes, List<Mark> marks) {

    /**
     * Both axes.
     *
     * @param x the horizontal one
     * @param y the vertical one
     */
    public record Axes(Axis x, Axis y) {}

    /** Copies the list. */
    public Picture {
        marks = List.copyOf(marks);
    }

    /** A picture with axes. */
    public static Picture of(String name, String title, Axis x, Axis y, List<Mark> marks) {
        return new Picture(name, title, Optional.of(new Axes(x, y)), marks);
    }

    /** A picture without axes. */
    public static Picture diagram(String name, String title, List<Mark> marks) {
        return new Picture(name, title, Optional.empty(), marks);
    }

    /** The marks that the legend names. */
    public List<Mark> named() {
        return marks.stream().filter(mark -> !mark.name().isEmpty()).toList();
    }

    /** The line with the name {@code name}. */
    public Optional<Line> line(String name) {
        return marks.stream()
                .filter(mark -> mark instanceof Line && mark.name().equals(name))
                .map(Line.class::cast)
                .findFirst();
    }
}
