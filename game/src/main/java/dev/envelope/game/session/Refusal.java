package dev.envelope.game.session;

/**
 * The answer to something that was refused; nothing was changed.
 *
 * @param code why
 * @param reason the same for a person, in English: what was found and what was expected
 */
public record Refusal(RefusalCode code, String reason) {}
