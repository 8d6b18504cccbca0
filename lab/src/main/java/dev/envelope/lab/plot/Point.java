package dev.envelope.lab.plot;

/**
 * A place in a picture, in the units of its axes.
 *
 * @param x to the right
 * @param y upwards; NaN in a {@link Line} where the line is interrupted
 */
public record Point(double x, double y) {

    /** The point where a line is interrupted at {@code x}. */
    public static Point gapAt(double x) {
        return new Point(x, Double.NaN);
    }

    /** Whether a line is interrupted here. */
    public boolean isGap() {
        return Double.isNaN(y);
    }
}
