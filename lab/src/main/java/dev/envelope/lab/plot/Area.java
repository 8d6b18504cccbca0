package dev.envelope.lab.plot;

import java.util.List;

/**
 * The inside of a polygon.
 *
 * @param name what the legend calls it; may be empty
 * @param shade how dark it is
 * @param corners in order around it, without gaps
 */
public record Area(String name, Shade shade, List<Point> corners) implements Mark {

    /** How dark an area is; a darker one lies on a lighter one. */
    public enum Shade {
        /** Light. */
        LIGHT,
        /** Dark, but lines on it can be seen. */
        DARK
    }

    /** Copies the list. */
    public Area {
        corners = List.copyOf(corners);
    }

    @Override
    public List<Point> extent() {
        return corners;
    }

    @Override
    public void drawWith(Pencil pencil) {
        pencil.area(this);
    }
}
