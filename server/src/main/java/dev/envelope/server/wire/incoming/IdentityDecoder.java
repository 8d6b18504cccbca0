package dev.envelope.server.wire.incoming;

import com.google.protobuf.ByteString;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.proto.v1.Hello;
import dev.envelope.proto.v1.Participant;
import dev.envelope.server.request.Identity;
import dev.envelope.server.request.Request;
import java.util.HexFormat;

/** From a hello of the right version to a request, or to BAD_IDENTITY with what is missing. */
final class IdentityDecoder {

    private static final int SEAT_KEY_BYTES = 16;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_CLIENT = 100;
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_TOKEN = 200;

    private IdentityDecoder() {}

    static Decoded decode(long id, Hello hello) {
        try {
            String client = text("hello.client", hello.getClient(), 0, LONGEST_CLIENT);
            return new Decoded.Asked(new Request.Hello(id, hello.getProtocolVersion(), client, identity(hello)));
        } catch (IllegalArgumentException e) {
            return Decoded.Problem.last(id, RefusalCode.BAD_IDENTITY, String.valueOf(e.getMessage()));
        }
    }

    private static Identity identity(Hello hello) {
        return switch (hello.getIdentityCase()) {
            case PARTICIPANT -> participant(hello.getParticipant());
            case INSTRUCTOR ->
                new Identity.Instructor(
                        joinCode(hello.getInstructor().getJoinCode()),
                        text("token", hello.getInstructor().getToken(), 1, LONGEST_TOKEN));
            case SPECTATOR ->
                new Identity.Spectator(joinCode(hello.getSpectator().getJoinCode()));
            case IDENTITY_NOT_SET ->
                throw new IllegalArgumentException(
                        "hello.identity: none (expected: participant, instructor or spectator)");
        };
    }

    private static Identity participant(Participant participant) {
        return new Identity.Participant(
                joinCode(participant.getJoinCode()),
                text("name", participant.getName().strip(), 1, LONGEST_NAME),
                seatKey(participant.getSeatKey()),
                participant.getKind() != Participant.Kind.KIND_PROGRAM);
    }

    private static String joinCode(String code) {
        return text("join_code", code.strip(), 1, LONGEST_CODE);
    }

    private static String seatKey(ByteString key) {
        if (key.size() != SEAT_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "seat_key: " + key.size() + " bytes (expected: " + SEAT_KEY_BYTES + " random bytes)");
        }
        return HexFormat.of().formatHex(key.toByteArray());
    }

    private static String text(String name, String value, int shortest, int longest) {
        int length = value.codePointCount(0, value.length());
        if (length < shortest || length > longest) {
            throw new IllegalArgumentException(
                    name + ": " + length + " characters (expected: " + shortest + " to " + longest + ")");
        }
        if (value.codePoints().anyMatch(IdentityDecoder::isUnprintable)) {
            throw new IllegalArgumentException(name + ": with control characters (expected: printable ones)");
        }
        return value;
    }

    private static boolean isUnprintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> isBidirectionalControl(codePoint);
        };
    }

    private static boolean isBidirectionalControl(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
