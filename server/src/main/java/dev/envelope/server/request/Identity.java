package dev.envelope.server.request;

/** Who a connection speaks for. */
public sealed interface Identity {

    /** The session's join code. */
    String joinCode();

    /**
     * Someone who has, or wants, a seat.
     *
     * @param joinCode the session's join code
     * @param name shown to the instructor only
     * @param seatKey 16 bytes in lower-case hexadecimal, invented by the client; the same key gets the same seat
     * @param person whether a person decides
     */
    record Participant(String joinCode, String name, String seatKey, boolean person) implements Identity {}

    /**
     * The instructor.
     *
     * @param joinCode the session's join code
     * @param token the secret given out when the session was opened
     */
    record Instructor(String joinCode, String token) implements Identity {}

    /** Someone who watches what is public. */
    record Spectator(String joinCode) implements Identity {}
}
