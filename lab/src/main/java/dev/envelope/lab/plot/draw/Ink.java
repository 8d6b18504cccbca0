package dev.envelope.lab.plot.draw;

import dev.envelope.lab.plot.Area;
import dev.envelope.lab.plot.Look;

/**
 * The colours, dashes and dots of a {@link Look}: series differ in colour for people who see colours, also those with a common
 * colour blindness (Okabe &amp; Ito), and in dashes for those who do not and on grey paper.
 */
final class Ink {

    static final int TEXT = 0x222222;
    static final int WHITE = 0xFFFFFF;
    static final Pen FRAME = Pen.unbroken(0x555555, 1);
    static final Pen GRID = Pen.unbroken(0xE6E6E6, 1);

    private static final double THICK = 2.2;
    private static final int LIGHT = 0xDCE8F2;
    private static final int DARK = 0x9DBBD6;

    private Ink() {}

    static Pen pen(Look look) {
        return switch (look) {
            case FIRST -> Pen.unbroken(0x0072B2, THICK);
            case SECOND -> Pen.dashed(0xD55E00, THICK, 9, 4);
            case THIRD -> Pen.dashed(0x007A5A, THICK, 2.5, 3.5);
            case FOURTH -> Pen.dashed(0x8F3F78, THICK, 12, 4, 2.5, 4);
            case FIFTH -> Pen.dashed(0x222222, THICK, 5, 3, 5, 8);
            case SIXTH -> Pen.dashed(0x9A6A00, THICK, 16, 4);
            case REFERENCE -> Pen.dashed(0x777777, 1.2, 5, 4);
            case GUIDE -> Pen.dashed(0x555555, 1.1, 1.5, 3);
            case FINE -> Pen.unbroken(0xA9A9A9, 0.8);
        };
    }

    /** Whether a dot is filled rather than a ring. */
    static boolean isFilled(Look look) {
        return switch (look) {
            case FIRST, THIRD, FIFTH, REFERENCE -> true;
            case SECOND, FOURTH, SIXTH, GUIDE, FINE -> false;
        };
    }

    static int fill(Area.Shade shade) {
        return switch (shade) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
        };
    }
}
