package dev.envelope.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.util.JsonFormat;
import dev.envelope.game.message.Amount;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.proto.v1.ClientMessage;
import dev.envelope.proto.v1.ErrorCode;
import dev.envelope.proto.v1.ServerMessage;
import dev.envelope.server.request.Identity;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import dev.envelope.server.settings.Limits;
import dev.envelope.server.wire.incoming.Decoded;
import dev.envelope.server.wire.incoming.RequestDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtocolDocumentTest {

    @Test
    void clientBytesAreTheRequestsTheyAreSaidToBe() {
        ByteBuffer bytes = ByteBuffer.wrap(
                ProtocolDocument.bytes(ProtocolDocument.blocks("client").get(0)));
        assertThat(bytes.getInt()).isEqualTo(0x00454E56);
        assertThat(RequestDecoder.decode(frame(bytes)))
                .isEqualTo(new Decoded.Asked(new Request.Hello(
                        1,
                        1,
                        "bot",
                        new Identity.Participant("KQXWZ", "Ann", "000102030405060708090a0b0c0d0e0f", false))));
        assertThat(RequestDecoder.decode(frame(bytes)))
                .isEqualTo(new Decoded.Asked(new Request.Submit(2, 1, new Amount(4250))));
        assertThat(bytes.hasRemaining()).isFalse();
    }

    private static ByteBuffer frame(ByteBuffer bytes) {
        int length = bytes.getInt();
        ByteBuffer frame = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return frame;
    }

    @Test
    void serverBytesAreWhatTheServerWrites() {
        byte[] documented =
                ProtocolDocument.bytes(ProtocolDocument.blocks("server").get(0));
        Encoded answer = new ResponseEncoder(Limits.DEFAULT, "envelope", treatment -> "")
                .answer(2, new Response.Refused(new Refusal(RefusalCode.LATE, "late")), Format.PROTOBUF);
        ByteBuffer written = ByteBuffer.allocate(4 + answer.size());
        written.putInt(answer.size());
        answer.writeTo(written);
        assertThat(documented).isEqualTo(written.array());
    }

    @Test
    void everyJsonRequestIsUnderstood() {
        List<String> requests = ProtocolDocument.blocks("json client");
        assertThat(requests)
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(json -> assertThat(
                                RequestDecoder.decodeJson(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8))))
                        .isInstanceOf(Decoded.Asked.class));
    }

    @Test
    void everyJsonAnswerIsOne() {
        List<String> answers = ProtocolDocument.blocks("json server");
        assertThat(answers).hasSizeGreaterThanOrEqualTo(4).allSatisfy(json -> {
            ServerMessage.Builder message = ServerMessage.newBuilder();
            JsonFormat.parser().merge(json, message);
            assertThat(message.getBodyCase()).isNotEqualTo(ServerMessage.BodyCase.BODY_NOT_SET);
        });
    }

    @Test
    void everyCodeAndEveryMessageIsExplained() {
        String text = ProtocolDocument.text();
        assertThat(Arrays.stream(ErrorCode.values()).filter(code -> code != ErrorCode.UNRECOGNIZED))
                .allMatch(code -> text.contains("`" + code.name() + "`"));
        assertThat(ClientMessage.getDescriptor().getFields())
                .map(FieldDescriptor::getName)
                .allMatch(name -> text.contains("`" + name + "`"));
        assertThat(ServerMessage.getDescriptor().getFields())
                .map(FieldDescriptor::getName)
                .allMatch(name -> text.contains("`" + name + "`"));
    }
}
