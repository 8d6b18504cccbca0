package dev.envelope.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.message.MessageKind;
import dev.envelope.game.plan.AbsentRule;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.view.Phase;
import dev.envelope.proto.v1.ServerMessage;
import dev.envelope.server.request.ReceiptHash;
import dev.envelope.server.request.Response;
import dev.envelope.server.settings.Limits;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResponseEncoderTest {

    private final ResponseEncoder encoder = new ResponseEncoder(Limits.DEFAULT, "envelope", treatment -> "");

    private static byte[] bytes(Encoded encoded) {
        ByteBuffer out = ByteBuffer.allocate(encoded.size());
        encoded.writeTo(out);
        return out.array();
    }

    @Test
    void everyKindOfResponseCanBeWritten() {
        assertThat(new ResponseBodies(Limits.DEFAULT, "envelope", new TreatmentCodec(treatment -> "")).kinds())
                .isEqualTo(Set.of(Response.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalHasItsCode(RefusalCode code) throws Exception {
        Response refused = new Response.Refused(new Refusal(code, "why"));
        ServerMessage message = ServerMessage.parseFrom(bytes(encoder.answer(3, refused, Format.PROTOBUF)));
        assertThat(message.getRefusal().getCode().name()).isEqualTo("ERROR_CODE_" + code.name());
    }

    @Test
    void everyConstantOfTheGameHasItsOwn() {
        assertThat(Matching.values()).allSatisfy(TreatmentCodec::matching);
        assertThat(AbsentRule.Kind.values()).allSatisfy(TreatmentCodec::absent);
        assertThat(MessageKind.values()).allSatisfy(TreatmentCodec::kind);
        assertThat(Phase.values()).allSatisfy(SnapshotCodec::encode);
    }

    @Test
    void newsAreWrittenOnceForEverybody() {
        Response news = new Response.News(1, 2, OptionalInt.of(0));
        for (Format format : Format.values()) {
            assertThat(encoder.push(7, news, format)).isSameAs(encoder.push(8, news, format));
        }
        assertThat(encoder.push(7, news, Format.JSON)).isNotSameAs(encoder.push(7, news, Format.PROTOBUF));
    }

    @Test
    void longReasonIsCut() throws Exception {
        Response refused = new Response.Refused(new Refusal(RefusalCode.UNKNOWN_SESSION, "x".repeat(70_000)));
        ServerMessage message = ServerMessage.parseFrom(bytes(encoder.answer(3, refused, Format.PROTOBUF)));
        assertThat(message.getRefusal().getReason()).hasSize(500).endsWith("…");
    }

    @Test
    void longReasonIsNotCutThroughACharacter() throws Exception {
        Response refused = new Response.Refused(
                new Refusal(RefusalCode.UNKNOWN_SESSION, "x".repeat(498) + "\uD83D\uDE00".repeat(9)));
        ServerMessage message = ServerMessage.parseFrom(bytes(encoder.answer(3, refused, Format.PROTOBUF)));
        assertThat(message.getRefusal().getReason()).isEqualTo("x".repeat(498) + "…");
    }

    @Test
    void jsonHasEveryFieldThatIsNotOptional() {
        String json = new String(
                bytes(encoder.answer(3, new Response.Receipt(1, 2, ReceiptHash.parse("ab")), Format.JSON)),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(json)
                .isEqualTo("{\"requestId\":\"3\",\"pushSequence\":\"0\","
                        + "\"receipt\":{\"round\":1,\"number\":2,\"hash\":\"qw==\"}}");
    }
}
