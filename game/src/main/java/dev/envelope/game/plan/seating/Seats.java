package dev.envelope.game.plan.seating;

/**
 * How many take part, and when the first round begins.
 *
 * @param wanted how many seats the session has
 * @param minimum with how many of them it can begin, at least 1
 * @param start what begins the first round
 * @param entry who may take a seat
 */
public record Seats(int wanted, int minimum, Start start, Entry entry) {

    /** Seats that everybody with the join code may take. */
    public Seats(int wanted, int minimum, Start start) {
        this(wanted, minimum, start, Entry.CODE);
    }

    /** Who may take a seat. */
    public enum Entry {
        /** Everybody with the join code. */
        CODE,
        /** Whoever has a link of one's own, which is for one seat. */
        LINKS
    }

    /** What begins the first round. */
    public enum Start {
        /** All wanted seats are taken. */
        WHEN_FULL,
        /** The instructor says so, once the minimum of seats is taken. */
        INSTRUCTOR
    }

    /** Checks that the minimum is from 1 to the wanted number. */
    public Seats {
        if (minimum < 1 || minimum > wanted) {
            throw new IllegalArgumentException(
                    "minimum: " + minimum + " (expected: from 1 to the wanted seats, " + wanted + ")");
        }
    }
}
