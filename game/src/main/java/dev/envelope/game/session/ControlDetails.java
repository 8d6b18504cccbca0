package dev.envelope.game.session;

import java.util.OptionalInt;

/**
 * What an instructor's command is about, beside its kind; what a kind does not need is left empty.
 *
 * @param seat the seat
 * @param millis how much time, in milliseconds
 * @param text what is said
 * @param strategy what acts for the seat; empty for nothing
 */
public record ControlDetails(OptionalInt seat, long millis, String text, String strategy) {

    /** Nothing more to say. */
    public static final ControlDetails NONE = new ControlDetails(OptionalInt.empty(), 0, "", "");

    /** About {@code seat}. */
    public static ControlDetails of(int seat) {
        return new ControlDetails(OptionalInt.of(seat), 0, "", "");
    }

    /** So much time. */
    public static ControlDetails time(long millis) {
        return new ControlDetails(OptionalInt.empty(), millis, "", "");
    }

    /** {@code text}, to {@code seat} or to everybody. */
    public static ControlDetails note(OptionalInt seat, String text) {
        return new ControlDetails(seat, 0, text, "");
    }

    /** {@code strategy} for {@code seat}. */
    public static ControlDetails strategy(int seat, String strategy) {
        return new ControlDetails(OptionalInt.of(seat), 0, "", strategy);
    }
}
