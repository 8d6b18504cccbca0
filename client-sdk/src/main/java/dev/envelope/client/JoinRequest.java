package dev.envelope.client;

/**
 * What a participant says to take a seat, or to go on in it.
 *
 * @param code the session's join code
 * @param name shown to the instructor, never to other seats; at most {@value #MAX_NAME} characters
 * @param key the same key always gets the same seat
 * @param kind who decides in this seat
 */
public record JoinRequest(String code, String name, SeatKey key, Kind kind) {

    /** The longest name, in characters. */
    public static final int MAX_NAME = 40;

    /** Checks the forms; whether the session exists is the server's to say. */
    public JoinRequest {
        if (code.isBlank()) {
            throw new IllegalArgumentException("code: \"" + code + "\" (expected: the session's join code)");
        }
        if (name.codePointCount(0, name.length()) > MAX_NAME) {
            throw new IllegalArgumentException("name: \"" + name + "\" (expected: at most 40 characters)");
        }
    }

    /** Who decides. A round with a person in it stays open for a short grace after everyone has sealed. */
    public enum Kind {
        /** A person. */
        PERSON,
        /** A program. */
        PROGRAM
    }

    /** A person's request. */
    public static JoinRequest person(String code, String name, SeatKey key) {
        return new JoinRequest(code, name, key, Kind.PERSON);
    }

    /** A program's request, with a fresh key. */
    public static JoinRequest program(String code, String name) {
        return new JoinRequest(code, name, SeatKey.random(), Kind.PROGRAM);
    }
}
