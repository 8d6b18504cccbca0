package dev.envelope.server.wire.incoming;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.proto.v1.ClientMessage;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * From JSON text to a request. What is JSON but no {@code ClientMessage} is refused with its request id, so that a
 * program's author learns which of its messages is wrong; unknown fields are refused too, because most are misspelt.
 */
final class JsonRequests {

    private static final int LONGEST_REASON = 200;

    private JsonRequests() {}

    static Decoded decode(ByteBuffer message) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(message).toString();
        } catch (CharacterCodingException e) {
            return Decoded.Problem.last(0, RefusalCode.MALFORMED, "the text is not UTF-8");
        }
        JsonSyntax.Found found = JsonSyntax.find(text, ClientMessage.getDescriptor());
        if (found.fault().isPresent()) {
            return wrong(found.requestId(), found.fault().get());
        }
        ClientMessage.Builder builder = ClientMessage.newBuilder();
        try {
            JsonFormat.parser().merge(text, builder);
        } catch (InvalidProtocolBufferException e) {
            return wrong(
                    found.requestId(),
                    new JsonSyntax.Fault(RefusalCode.INVALID_MESSAGE, oneLine(String.valueOf(e.getMessage()))));
        }
        return RequestDecoder.decode(builder.build());
    }

    private static Decoded wrong(long id, JsonSyntax.Fault fault) {
        if (fault.code() == RefusalCode.MALFORMED) {
            return Decoded.Problem.last(0, RefusalCode.MALFORMED, fault.reason());
        }
        return id == 0 && !fault.reason().startsWith("request")
                ? Decoded.Problem.of(
                        0,
                        RefusalCode.MISSING_REQUEST_ID,
                        "requestId: 0 or none; no ClientMessage either: " + fault.reason())
                : Decoded.Problem.of(id, fault.code(), fault.reason());
    }

    /** The parser's own words, without what it quotes at length. */
    private static String oneLine(String message) {
        String line = message.lines().findFirst().orElse("no reason given");
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    }
}
