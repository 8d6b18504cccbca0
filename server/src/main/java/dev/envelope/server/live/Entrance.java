package dev.envelope.server.live;

import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.request.Identity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks who says hello: the form of names and keys, the instructor's token. */
public final class Entrance {

    private static final int MAX_NAME = 40;
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");

    private Entrance() {}

    /** Why the participant's name or key is refused, if it is. */
    static Optional<Refusal> refuse(Identity.Participant participant) {
        if (!KEY.matcher(participant.seatKey()).matches()) {
            return Optional.of(new Refusal(
                    RefusalCode.BAD_IDENTITY,
                    "seat key: " + participant.seatKey().length() / 2 + " bytes (expected: 16 random bytes)"));
        }
        int length = participant.name().codePointCount(0, participant.name().length());
        if (participant.name().isBlank() || length > MAX_NAME) {
            return Optional.of(new Refusal(
                    RefusalCode.BAD_IDENTITY,
                    "name: " + length + " characters (expected: 1 to " + MAX_NAME + ", not all blank)"));
        }
        return Optional.empty();
    }

    /** Why the instructor is refused, if it is. */
    static Optional<Refusal> refuse(Identity.Instructor instructor, String tokenHash) {
        byte[] found = hash(instructor.token().getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(found, tokenHash.getBytes(StandardCharsets.US_ASCII))
                ? Optional.empty()
                : Optional.of(new Refusal(
                        RefusalCode.BAD_IDENTITY,
                        "token: not this session's (expected: the one printed when it was opened)"));
    }

    /** What is stored of the seat key that {@code identity} comes with; empty when it comes with none. */
    public static Optional<String> keyHash(Identity identity) {
        return identity instanceof Identity.Participant participant
                        && KEY.matcher(participant.seatKey()).matches()
                ? Optional.of(keyHash(participant.seatKey()))
                : Optional.empty();
    }

    /** What is stored of a seat key. */
    static String keyHash(String seatKey) {
        return hash(HexFormat.of().parseHex(seatKey));
    }

    /** SHA-256 in lower-case hexadecimal. */
    public static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Chain.sha256().digest(bytes));
    }
}
