package dev.envelope.lab.plot.draw;

import java.util.List;

/**
 * How a line is drawn.
 *
 * @param colour as 0xRRGGBB
 * @param width in units of the canvas
 * @param dashes the lengths of dashes and of the gaps between them, in turn; none for an unbroken line
 */
record Pen(int colour, double width, List<Double> dashes) {

    /** Copies the list. */
    Pen {
        dashes = List.copyOf(dashes);
    }

    static Pen unbroken(int colour, double width) {
        return new Pen(colour, width, List.of());
    }

    static Pen dashed(int colour, double width, double... dashes) {
        return new Pen(colour, width, java.util.Arrays.stream(dashes).boxed().toList());
    }
}
