package dev.envelope.server.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.envelope.game.plan.Treatment;
import dev.envelope.proto.v1.ServerMessage;
import dev.envelope.server.request.Response;
import dev.envelope.server.settings.Limits;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** From responses to the bytes that clients are sent. Safe for use by several threads. */
public final class ResponseEncoder {

    private static final JsonFormat.Printer JSON =
            JsonFormat.printer().alwaysPrintFieldsWithNoPresence().omittingInsignificantWhitespace();

    private final ResponseBodies bodies;
    private final SharedEncodings<Response, Encoded> news = new SharedEncodings<>();
    private final SharedEncodings<Response, Encoded> newsJson = new SharedEncodings<>();

    /**
     * An encoder.
     *
     * @param limits what clients are told of them
     * @param server name and version of the server
     * @param rules the rules of a treatment in one English sentence
     */
    public ResponseEncoder(Limits limits, String server, Function<Treatment, String> rules) {
        this.bodies = new ResponseBodies(limits, server, new TreatmentCodec(rules));
    }

    /** The answer to request {@code requestId}; 0 for a refusal that answers no request. */
    public Encoded answer(long requestId, Response response, Format format) {
        return write(bodies.write(response).setRequestId(requestId).build(), format);
    }

    /** A push with number {@code sequence}, from 1. News have no number: they are the same bytes for everybody. */
    public Encoded push(long sequence, Response response, Format format) {
        if (isNumbered(response)) {
            return write(bodies.write(response).setPushSequence(sequence).build(), format);
        }
        SharedEncodings<Response, Encoded> shared = format == Format.JSON ? newsJson : news;
        return shared.of(response, one -> bytes(bodies.write(one).build(), format));
    }

    /** Whether pushes of {@code response} are numbered. */
    public static boolean isNumbered(Response response) {
        return !(response instanceof Response.News);
    }

    private static Encoded write(ServerMessage message, Format format) {
        return format == Format.JSON ? bytes(message, format) : new Encoded.Serialised(message);
    }

    private static Encoded bytes(ServerMessage message, Format format) {
        return new Encoded.Bytes(
                format == Format.JSON ? json(message).getBytes(StandardCharsets.UTF_8) : message.toByteArray());
    }

    private static String json(ServerMessage message) {
        try {
            return JSON.print(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a message without an Any always has a JSON form", e);
        }
    }
}
