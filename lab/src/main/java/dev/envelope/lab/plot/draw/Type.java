package dev.envelope.lab.plot.draw;

/**
 * How a text is set.
 *
 * @param size the height of its letters' body, in units of the canvas
 * @param isBold whether it is bold
 * @param colour as 0xRRGGBB
 * @param align which part of it is at the given place
 * @param isUpright whether it is turned a quarter, to be read from below
 * @param hasEdge whether a white edge keeps it apart from what is behind
 */
record Type(double size, boolean isBold, int colour, Align align, boolean isUpright, boolean hasEdge) {

    /** Which part of a text is at its place. */
    enum Align {
        /** Its beginning. */
        START,
        /** Its middle. */
        MIDDLE,
        /** Its end. */
        END
    }

    static Type plain(double size, Align align) {
        return new Type(size, false, Ink.TEXT, align, false, false);
    }

    Type bold() {
        return new Type(size, true, colour, align, isUpright, hasEdge);
    }

    Type upright() {
        return new Type(size, isBold, colour, align, true, hasEdge);
    }

    Type onEdge() {
        return new Type(size, isBold, colour, align, isUpright, true);
    }
}
