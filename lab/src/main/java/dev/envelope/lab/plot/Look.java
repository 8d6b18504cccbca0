package dev.envelope.lab.plot;

/** What tells the lines and dots of a picture apart; how each looks is up to who draws it. */
public enum Look {
    /** The first series. */
    FIRST,
    /** The second series. */
    SECOND,
    /** The third series. */
    THIRD,
    /** The fourth series. */
    FOURTH,
    /** The fifth series. */
    FIFTH,
    /** The sixth series. */
    SIXTH,
    /** What others are compared with, such as the diagonal. */
    REFERENCE,
    /** A projection onto an axis, or a border. */
    GUIDE,
    /** One of many that are to be seen as a whole. */
    FINE;

    private static final int SERIES = 6;

    /** The look of the series with index {@code index}, from 0; the seventh is as the first. */
    public static Look series(int index) {
        return values()[index % SERIES];
    }
}
