package dev.envelope.server.wire.incoming;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.envelope.game.session.command.ControlDetails;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.proto.net.FrameCodec;
import dev.envelope.proto.v1.ClientMessage;
import dev.envelope.proto.v1.Control;
import dev.envelope.proto.v1.Hello;
import dev.envelope.proto.v1.Submit;
import dev.envelope.server.request.Request;
import dev.envelope.server.wire.form.FormRequests;
import dev.envelope.server.wire.message.MessageCodec;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From a client's bytes to a request, or to the refusal that answers them. Never throws for what a client sent. Safe for
 * use by several threads.
 */
public final class RequestDecoder {

    private RequestDecoder() {}

    /** What is in {@code message}, a protobuf {@code ClientMessage}. The buffer is not kept. */
    public static Decoded decode(ByteBuffer message) {
        try {
            return decode(ClientMessage.parseFrom(message));
        } catch (InvalidProtocolBufferException e) {
            return Decoded.Problem.last(0, RefusalCode.MALFORMED, "no ClientMessage: " + e.getMessage());
        }
    }

    /** What is in {@code message}, the proto3 JSON of a {@code ClientMessage} in UTF-8. The buffer is not kept. */
    public static Decoded decodeJson(ByteBuffer message) {
        return JsonRequests.decode(message);
    }

    static Decoded decode(ClientMessage message) {
        long id = message.getRequestId();
        if (id == 0) {
            return Decoded.Problem.of(0, RefusalCode.MISSING_REQUEST_ID, "request_id: 0 (expected: any other number)");
        }
        return switch (message.getBodyCase()) {
            case HELLO -> hello(id, message.getHello());
            case SUBMIT -> submit(id, message.getSubmit());
            case GET_SNAPSHOT -> new Decoded.Asked(new Request.GetSnapshot(id));
            case PING ->
                new Decoded.Asked(new Request.Ping(id, message.getPing().getNonce()));
            case CONTROL -> control(id, message.getControl());
            case GET_ROSTER -> new Decoded.Asked(new Request.GetRoster(id));
            case GET_FORM -> form(id, () -> FormRequests.decode(id, message.getGetForm()));
            case FILL_FORM -> form(id, () -> FormRequests.decode(id, message.getFillForm()));
            case BODY_NOT_SET ->
                invalid(
                        id,
                        "body: none (expected: hello, submit, get_snapshot, ping, control, get_roster, get_form or"
                                + " fill_form)");
        };
    }

    private static Decoded form(long id, Supplier<Request> request) {
        try {
            return new Decoded.Asked(request.get());
        } catch (IllegalArgumentException e) {
            return invalid(id, String.valueOf(e.getMessage()));
        }
    }

    private static Decoded hello(long id, Hello hello) {
        if (hello.getProtocolVersion() != FrameCodec.PROTOCOL_VERSION) {
            return Decoded.Problem.last(
                    id,
                    RefusalCode.UNSUPPORTED_VERSION,
                    "protocol_version: " + Integer.toUnsignedString(hello.getProtocolVersion()) + " (expected: "
                            + FrameCodec.PROTOCOL_VERSION + ")");
        }
        return IdentityDecoder.decode(id, hello);
    }

    private static Decoded submit(long id, Submit submit) {
        if (submit.getRound() < 1) {
            return invalid(
                    id,
                    "submit.round: " + Integer.toUnsignedString(submit.getRound())
                            + " (expected: the open round's number, from 1)");
        }
        try {
            return new Decoded.Asked(
                    new Request.Submit(id, submit.getRound(), MessageCodec.decode(submit.getMessage())));
        } catch (IllegalArgumentException e) {
            return invalid(id, "submit.message: " + e.getMessage());
        }
    }

    private static Decoded control(long id, Control control) {
        Optional<Request.Action> action = action(control.getAction());
        if (action.isEmpty()) {
            return invalid(
                    id,
                    "control.action: " + control.getActionValue() + " (expected: one of "
                            + Stream.of(Request.Action.values()).map(Enum::name).collect(Collectors.joining(", "))
                            + ")");
        }
        OptionalInt seat = control.hasSeat() ? OptionalInt.of(control.getSeat()) : OptionalInt.empty();
        ControlDetails details = new ControlDetails(
                seat,
                control.getMillis(),
                control.getText(),
                control.getStrategy(),
                control.getKeyHashesList().stream()
                        .map(hash -> HexFormat.of().formatHex(hash.toByteArray()))
                        .toList());
        return new Decoded.Asked(new Request.Control(id, action.get(), details));
    }

    /** Actions are spelled the same on the wire. */
    private static Optional<Request.Action> action(Control.Action action) {
        return Stream.of(Request.Action.values())
                .filter(known -> action.name().equals("ACTION_" + known.name()))
                .findFirst();
    }

    private static Decoded invalid(long id, String reason) {
        return Decoded.Problem.of(id, RefusalCode.INVALID_MESSAGE, reason);
    }
}
