package dev.envelope.game.session.command;

import java.util.List;
import java.util.OptionalInt;

/**
 * What an instructor's command is about, beside its kind; what a kind does not need is left empty.
 *
 * @param seat the seat
 * @param millis how much time, in milliseconds
 * @param text what is said
 * @param strategy what acts for the seat; empty for nothing
 * @param keyHashes SHA-256 of the keys of links, in lower-case hexadecimal
 */
public record ControlDetails(OptionalInt seat, long millis, String text, String strategy, List<String> keyHashes) {

    /** Copies the list. */
    public ControlDetails {
        keyHashes = List.copyOf(keyHashes);
    }

    /** Nothing more to say. */
    public static final ControlDetails NONE = new ControlDetails(OptionalInt.empty(), 0, "", "", List.of());

    /** Links for keys with these hashes. */
    public static ControlDetails links(List<String> keyHashes) {
        return new ControlDetails(OptionalInt.empty(), 0, "", "", keyHashes);
    }

    /** About {@code seat}. */
    public static ControlDetails of(int seat) {
        return new ControlDetails(OptionalInt.of(seat), 0, "", "", List.of());
    }

    /** So much time. */
    public static ControlDetails time(long millis) {
        return new ControlDetails(OptionalInt.empty(), millis, "", "", List.of());
    }

    /** {@code text}, to {@code seat} or to everybody. */
    public static ControlDetails note(OptionalInt seat, String text) {
        return new ControlDetails(seat, 0, text, "", List.of());
    }

    /** {@code strategy} for {@code seat}. */
    public static ControlDetails strategy(int seat, String strategy) {
        return new ControlDetails(OptionalInt.of(seat), 0, "", strategy, List.of());
    }
}
