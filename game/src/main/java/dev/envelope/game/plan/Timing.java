package dev.envelope.game.plan;

import java.util.OptionalLong;

/**
 * How long a round stays open, and what comes between rounds. All in milliseconds.
 *
 * @param openMillis when the round closes at the latest, absent for no deadline
 * @param graceMillis how long a round with a person in it stays open after everyone has sealed
 * @param resultMillis how long results are shown before the next round begins, when a person is seated
 */
public record Timing(OptionalLong openMillis, long graceMillis, long resultMillis) {

    /** The default: a minute to decide, five seconds of grace, five seconds to read the result. */
    public static final Timing DEFAULT = new Timing(OptionalLong.of(60_000), 5_000, 5_000);
}
