package dev.envelope.game.session.command;

/**
 * The answer to something that was refused; nothing was changed.
 *
 * @param code why
 * @param reason the same for a person, in English: what was found and what was expected
 */
public record Refusal(RefusalCode code, String reason) {

    /** The refusal of {@code found} for {@code what}, where {@code expected} would have done. */
    public static Refusal of(RefusalCode code, String what, Object found, String expected) {
        return new Refusal(code, what + ": " + found + " (expected: " + expected + ")");
    }
}
