package dev.envelope.client.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envelope.client.link.Incoming;
import dev.envelope.client.link.Outgoing;
import dev.envelope.client.link.Unreadable;
import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.DemandSchedule;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.PackageBids;
import dev.envelope.game.message.Report;
import dev.envelope.game.message.Response;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.view.Phase;
import dev.envelope.proto.v1.ClientMessage;
import dev.envelope.proto.v1.ErrorCode;
import dev.envelope.proto.v1.Mechanism;
import dev.envelope.proto.v1.Refusal;
import dev.envelope.proto.v1.ServerMessage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    static Stream<Message> messages() {
        return Stream.of(
                new Abstain(),
                new Amount(-5),
                new DemandSchedule(List.of(9L, 7L)),
                new PackageBids(List.of(new PackageBids.PackageBid(List.of("a", "b"), 3))),
                Report.of(12),
                new Response(true));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageSurvivesTheWire(Message message) throws Exception {
        ClientMessage sent = ClientMessage.parseFrom(ClientMessages.encode(-3, new Outgoing.Submit(2, message)));

        assertThat(sent.getRequestId()).isEqualTo(-3);
        assertThat(sent.getSubmit().getRound()).isEqualTo(2);
        assertThat(MessageCodec.decode(sent.getSubmit().getMessage())).isEqualTo(message);
    }

    @Test
    void participantsHelloCarriesVersionAndKey() throws Exception {
        Outgoing hello = new Outgoing.Participant("ABCD", "Ann", "0f".repeat(16), true);
        ClientMessage sent = ClientMessage.parseFrom(ClientMessages.encode(1, hello));

        assertThat(sent.getHello().getProtocolVersion()).isEqualTo(1);
        assertThat(sent.getHello().getParticipant().getSeatKey().size()).isEqualTo(16);
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyErrorCodeOfTheProtocolIsKnown(ErrorCode code) {
        if (code == ErrorCode.UNRECOGNIZED || code == ErrorCode.ERROR_CODE_UNSPECIFIED) {
            return;
        }
        Incoming.Refused refused = (Incoming.Refused) body(ServerMessage.newBuilder()
                .setRefusal(Refusal.newBuilder().setCode(code).setReason("why"))
                .build());

        assertThat("ERROR_CODE_" + refused.refusal().code()).isEqualTo(code.name());
        assertThat(refused.refusal().reason()).isEqualTo("why");
    }

    @Test
    void errorCodeOfALaterVersionKeepsItsNumber() {
        Incoming.Refused refused = (Incoming.Refused) body(ServerMessage.newBuilder()
                .setRefusal(Refusal.newBuilder().setCodeValue(999).setReason("why"))
                .build());

        assertThat(refused.refusal().code()).isEqualTo(RefusalCode.NOT_ALLOWED);
        assertThat(refused.refusal().reason()).contains("999").contains("why");
    }

    @Test
    void snapshotBecomesTheSessionWithItsTreatments() {
        Incoming.Current current = (Incoming.Current) body(
                ServerMessage.newBuilder().setSnapshot(WireScene.snapshot()).build());
        Treatment treatment = current.base().treatments().get(0);

        assertThat(current.base().phase()).isEqualTo(Phase.OPEN);
        assertThat(treatment.mechanism().type()).isEqualTo(MechanismType.FIRST_PRICE);
        assertThat(treatment.mechanism().parameter("reserve", 0)).isEqualTo(10);
        assertThat(treatment.ticks().size()).isEqualByComparingTo("0.01");
        assertThat(current.round().map(Incoming.RoundOpened::valueTicks)).contains(-7L);
        assertThat(current.standing()).contains(new Amount(5));
        assertThat(current.base().receipts()).isEqualTo(3);
        assertThat(current.base().proof().commitment()).isEqualTo("ab");
    }

    @Test
    void theStrategyForTheMissingIsKnown() {
        dev.envelope.proto.v1.Snapshot.Builder snapshot = WireScene.snapshot();
        snapshot.getTreatmentsBuilder(0)
                .setAbsent(dev.envelope.proto.v1.AbsentRule.ABSENT_RULE_STRATEGY)
                .setAbsentStrategy("truthful");
        Incoming.Current current = (Incoming.Current)
                body(ServerMessage.newBuilder().setSnapshot(snapshot).build());

        assertThat(current.base().treatments().get(0).absent()).hasToString("STRATEGY truthful");
    }

    @Test
    void mechanismOfALaterVersionIsUnreadableByName() {
        dev.envelope.proto.v1.Snapshot.Builder snapshot = WireScene.snapshot();
        snapshot.getTreatmentsBuilder(0).setMechanism(Mechanism.newBuilder().setType("raffle"));

        assertThatThrownBy(() ->
                        body(ServerMessage.newBuilder().setSnapshot(snapshot).build()))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("raffle");
    }

    @Test
    void bytesThatAreNoMessageAreUnreadable() {
        assertThatThrownBy(() -> ServerMessages.decode(ByteBuffer.wrap(new byte[] {-1, -1, -1})))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void bodyOfALaterVersionIsPassedOver() {
        assertThat(ServerMessages.decode(ByteBuffer.wrap(new byte[0])).body()).isEmpty();
    }

    private static Incoming body(ServerMessage message) {
        return ServerMessages.decode(ByteBuffer.wrap(message.toByteArray()))
                .body()
                .orElseThrow();
    }
}
