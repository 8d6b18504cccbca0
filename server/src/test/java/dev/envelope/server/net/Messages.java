package dev.envelope.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import dev.envelope.proto.v1.Amount;
import dev.envelope.proto.v1.ClientMessage;
import dev.envelope.proto.v1.Hello;
import dev.envelope.proto.v1.Message;
import dev.envelope.proto.v1.Participant;
import dev.envelope.proto.v1.Ping;
import dev.envelope.proto.v1.Submit;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Messages of a client, and their frames. */
final class Messages {

    static final byte[] OPENING = {0x00, 0x45, 0x4E, 0x56};

    private Messages() {}

    static ClientMessage hello(long id) {
        return hello(id, 1, "ABCDE");
    }

    static ClientMessage hello(long id, int version, String joinCode) {
        Participant participant = Participant.newBuilder()
                .setJoinCode(joinCode)
                .setName("Ann")
                .setSeatKey(ByteString.copyFrom(new byte[16]))
                .build();
        return ClientMessage.newBuilder()
                .setRequestId(id)
                .setHello(Hello.newBuilder()
                        .setProtocolVersion(version)
                        .setClient("test")
                        .setParticipant(participant))
                .build();
    }

    static ClientMessage ping(long id) {
        return ClientMessage.newBuilder()
                .setRequestId(id)
                .setPing(Ping.newBuilder().setNonce(id))
                .build();
    }

    static ClientMessage submit(long id, long ticks) {
        Amount amount = Amount.newBuilder().setTicks(ticks).build();
        return ClientMessage.newBuilder()
                .setRequestId(id)
                .setSubmit(Submit.newBuilder()
                        .setRound(1)
                        .setMessage(Message.newBuilder().setAmount(amount)))
                .build();
    }

    static byte[] frame(ClientMessage message) {
        return frame(message.toByteArray());
    }

    static byte[] frame(byte[] message) {
        return ByteBuffer.allocate(4 + message.length)
                .putInt(message.length)
                .put(message)
                .array();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** A ping of {@code bytes} bytes, most of them in a field that nobody knows. */
    static ClientMessage padded(int bytes) {
        ClientMessage ping = ping(2);
        int overhead = 2 + 3;
        UnknownFieldSet.Field filling = UnknownFieldSet.Field.newBuilder()
                .addLengthDelimited(ByteString.copyFrom(new byte[bytes - ping.getSerializedSize() - overhead]))
                .build();
        ClientMessage padded = ping.toBuilder()
                .setUnknownFields(
                        UnknownFieldSet.newBuilder().addField(1_000, filling).build())
                .build();
        assertThat(padded.getSerializedSize()).isEqualTo(bytes);
        return padded;
    }
}
