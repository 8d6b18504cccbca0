package dev.envelope.server.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import dev.envelope.game.session.RefusalCode;
import dev.envelope.proto.v1.ClientMessage;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * From JSON text to a request. What is JSON but no {@code ClientMessage} is refused with its request id, so that a
 * program's author learns which of its messages is wrong; unknown fields are refused too, because most are misspelt.
 */
final class JsonRequests {

    private static final double EXACT_UP_TO = 0x1p53;

    private JsonRequests() {}

    static Decoded decode(ByteBuffer message) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(message).toString();
        } catch (CharacterCodingException e) {
            return Decoded.Problem.last(0, RefusalCode.MALFORMED, "the text is not UTF-8");
        }
        Optional<JsonSyntax.Fault> fault = JsonSyntax.find(text, ClientMessage.getDescriptor());
        if (fault.isPresent()) {
            String reason = fault.get().reason();
            return fault.get().code() == RefusalCode.MALFORMED
                    ? Decoded.Problem.last(0, RefusalCode.MALFORMED, reason)
                    : explain(text, reason);
        }
        ClientMessage.Builder builder = ClientMessage.newBuilder();
        try {
            JsonFormat.parser().merge(text, builder);
        } catch (InvalidProtocolBufferException e) {
            return explain(text, String.valueOf(e.getMessage()));
        }
        return RequestDecoder.decode(builder.build());
    }

    private static Decoded explain(String text, String found) {
        Struct.Builder fields = Struct.newBuilder();
        try {
            JsonFormat.parser().merge(text, fields);
        } catch (InvalidProtocolBufferException e) {
            return Decoded.Problem.last(0, RefusalCode.MALFORMED, "no JSON object: " + e.getMessage());
        }
        long id = requestId(fields);
        if (id == 0) {
            return Decoded.Problem.of(
                    0, RefusalCode.MISSING_REQUEST_ID, "requestId: 0 or none; no ClientMessage either: " + found);
        }
        Optional<JsonAmounts.Wrong> wrong = JsonAmounts.firstWrong(fields.build());
        return wrong.map(amount -> Decoded.Problem.of(id, amount.code(), amount.reason()))
                .orElseGet(() -> Decoded.Problem.of(id, RefusalCode.INVALID_MESSAGE, found));
    }

    private static long requestId(Struct.Builder fields) {
        Value none = Value.getDefaultInstance();
        Value value = fields.getFieldsOrDefault("requestId", fields.getFieldsOrDefault("request_id", none));
        return switch (value.getKindCase()) {
            case NUMBER_VALUE -> exact(value.getNumberValue());
            case STRING_VALUE -> unsigned(value.getStringValue());
            default -> 0;
        };
    }

    private static long exact(double number) {
        return number >= 1 && number <= EXACT_UP_TO && Math.rint(number) == number ? (long) number : 0;
    }

    private static long unsigned(String digits) {
        try {
            return Long.parseUnsignedLong(digits);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
