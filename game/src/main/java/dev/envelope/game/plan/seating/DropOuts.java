package dev.envelope.game.plan.seating;

import java.util.OptionalInt;

/**
 * When a seat whose owner has left is given to a stand-in, until the owner is back.
 *
 * @param afterMillis after so many milliseconds without a connection, while the session goes on
 * @param missedRounds after so many rounds in a row without a message, though connected; at least 1; absent for never
 * @param standIn what acts for it then
 */
public record DropOuts(long afterMillis, OptionalInt missedRounds, StandIn standIn) {

    /** A minute without a connection; then the seat counts as missing, and rounds no longer wait for it. */
    public static final DropOuts DEFAULT = new DropOuts(60_000, OptionalInt.empty(), StandIn.NONE);

    /** Checks that both are positive. */
    public DropOuts {
        if (afterMillis < 1) {
            throw new IllegalArgumentException("afterMillis: " + afterMillis + " (expected: at least 1)");
        }
        if (missedRounds.isPresent() && missedRounds.getAsInt() < 1) {
            throw new IllegalArgumentException("missedRounds: " + missedRounds.getAsInt() + " (expected: at least 1)");
        }
    }
}
