package dev.envelope.lab.plot;

import java.util.List;

/** One thing in a picture; later ones lie above earlier ones. */
public sealed interface Mark permits Line, Area, Dots, Box, Arrow {

    /** What the legend calls it; empty where it is not in the legend. */
    String name();

    /** The places it takes up, those of a gap among them. */
    List<Point> extent();

    /** Has {@code pencil} draw it. */
    void drawWith(Pencil pencil);
}
