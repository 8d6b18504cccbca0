package dev.envelope.benchmarks.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.envelope.proto.v1.Amount;
import dev.envelope.proto.v1.ClientMessage;
import dev.envelope.proto.v1.Hello;
import dev.envelope.proto.v1.Message;
import dev.envelope.proto.v1.Participant;
import dev.envelope.proto.v1.Receipt;
import dev.envelope.proto.v1.ServerMessage;
import dev.envelope.proto.v1.Submit;
import java.nio.ByteBuffer;

/** Protocol messages as bytes: what a load generator sends, and what it must tell apart in the answers. */
public final class Frames {

    private static final ByteString HASH = ByteString.copyFrom(new byte[32]);

    /** What an answer or push means to a load run. */
    public enum Heard {
        /** The hello was accepted. */
        WELCOME,
        /** A round is open. */
        ROUND_OPENED,
        /** A submission was acknowledged. */
        RECEIPT,
        /** Something was refused. */
        REFUSAL,
        /** Anything else. */
        OTHER
    }

    private Frames() {}

    /** A program's hello with a key of its own number. */
    public static byte[] hello(String joinCode, int number) {
        byte[] key =
                ByteBuffer.allocate(16).putLong(0x62656e6368L).putLong(number).array();
        return ClientMessage.newBuilder()
                .setRequestId(1)
                .setHello(Hello.newBuilder()
                        .setProtocolVersion(1)
                        .setClient("load")
                        .setParticipant(Participant.newBuilder()
                                .setJoinCode(joinCode)
                                .setName("load-" + number)
                                .setSeatKey(ByteString.copyFrom(key))
                                .setKind(Participant.Kind.KIND_PROGRAM)))
                .build()
                .toByteArray();
    }

    /** A bid of {@code ticks} for round 1. */
    public static byte[] bid(long requestId, long ticks) {
        return ClientMessage.newBuilder()
                .setRequestId(requestId)
                .setSubmit(Submit.newBuilder()
                        .setRound(1)
                        .setMessage(Message.newBuilder()
                                .setAmount(Amount.newBuilder().setTicks(ticks))))
                .build()
                .toByteArray();
    }

    /** The echo's answer: decodes the request and answers with a receipt of the size a real one has. */
    public static byte[] echo(ByteBuffer request) {
        long requestId;
        try {
            requestId = ClientMessage.parseFrom(request).getRequestId();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("request: no ClientMessage", e);
        }
        return ServerMessage.newBuilder()
                .setRequestId(requestId)
                .setReceipt(Receipt.newBuilder().setRound(1).setNumber(1_000).setHash(HASH))
                .build()
                .toByteArray();
    }

    /**
     * Decodes what the server says.
     *
     * @throws IllegalArgumentException when the bytes are no message of the protocol
     */
    public static Answer parse(ByteBuffer frame) {
        try {
            ServerMessage message = ServerMessage.parseFrom(frame);
            return new Answer(
                    heard(message.getBodyCase()),
                    message.getRequestId(),
                    message.getRefusal().getReason());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("frame: no ServerMessage", e);
        }
    }

    /**
     * A server's message, as far as a load run cares.
     *
     * @param heard what it means
     * @param requestId the request it answers, 0 for a push
     * @param reason why something was refused
     */
    public record Answer(Heard heard, long requestId, String reason) {}

    private static Heard heard(ServerMessage.BodyCase body) {
        return switch (body) {
            case WELCOME -> Heard.WELCOME;
            case ROUND_OPENED -> Heard.ROUND_OPENED;
            case RECEIPT -> Heard.RECEIPT;
            case REFUSAL -> Heard.REFUSAL;
            default -> Heard.OTHER;
        };
    }
}
