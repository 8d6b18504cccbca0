package dev.envelope.game.plan;

/**
 * How many take part, and when the first round begins.
 *
 * @param wanted how many seats the session has
 * @param minimum with how many of them it can begin, at least 1
 * @param start what begins the first round
 */
public record Seats(int wanted, int minimum, Start start) {

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
