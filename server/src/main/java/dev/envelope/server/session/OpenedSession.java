package dev.envelope.server.session;

/**
 * What the one who opened a session needs.
 *
 * @param joinCode what participants type: five letters that are not easily mistaken
 * @param instructorToken the instructor's secret; shown once, only its hash is stored
 * @param commitment SHA-256(seed ‖ nonce), lower-case hexadecimal
 */
public record OpenedSession(String joinCode, String instructorToken, String commitment) {}
