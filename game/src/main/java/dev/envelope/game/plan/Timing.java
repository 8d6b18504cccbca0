package dev.envelope.game.plan;

import java.util.OptionalLong;

/**
 * How long a round stays open, and what comes between rounds. All in milliseconds.
 *
 * @param openMillis when the round closes at the latest, absent for no deadline
 * @param graceMillis how long a round with a person in it stays open after everyone has sealed
 * @param resultMillis how long results are shown before the next round begins, when a person is seated
 * @param closing what closes a round before its deadline
 */
public record Timing(OptionalLong openMillis, long graceMillis, long resultMillis, Closing closing) {

    /** What closes a round before its deadline. The instructor always can. */
    public enum Closing {
        /** Everyone has sealed, and the grace is over. */
        ALL_SEALED,
        /** Nothing: every round is as long as the others. */
        DEADLINE,
        /** Nothing, and there is no deadline: the instructor closes each round. */
        INSTRUCTOR
    }

    /** Rounds that close once everyone has sealed. */
    public Timing(OptionalLong openMillis, long graceMillis, long resultMillis) {
        this(openMillis, graceMillis, resultMillis, Closing.ALL_SEALED);
    }

    /** Checks that what only a deadline closes has one, and what the instructor closes has none. */
    public Timing {
        if (closing != Closing.ALL_SEALED && openMillis.isPresent() != (closing == Closing.DEADLINE)) {
            throw new IllegalArgumentException("openMillis: " + openMillis + " with closing " + closing
                    + " (expected: a time with DEADLINE, none with INSTRUCTOR)");
        }
    }

    /** The default: a minute to decide, five seconds of grace, five seconds to read the result. */
    public static final Timing DEFAULT = new Timing(OptionalLong.of(60_000), 5_000, 5_000);
}
