package dev.envelope.client.wire;

import com.google.protobuf.ByteString;
import dev.envelope.proto.v1.AbsentRule;
import dev.envelope.proto.v1.Amount;
import dev.envelope.proto.v1.Distribution;
import dev.envelope.proto.v1.Limits;
import dev.envelope.proto.v1.Matching;
import dev.envelope.proto.v1.Mechanism;
import dev.envelope.proto.v1.Message;
import dev.envelope.proto.v1.Parameter;
import dev.envelope.proto.v1.Phase;
import dev.envelope.proto.v1.Receipt;
import dev.envelope.proto.v1.Reveal;
import dev.envelope.proto.v1.Role;
import dev.envelope.proto.v1.RoundOpened;
import dev.envelope.proto.v1.ServerMessage;
import dev.envelope.proto.v1.Side;
import dev.envelope.proto.v1.Snapshot;
import dev.envelope.proto.v1.Ticks;
import dev.envelope.proto.v1.Treatment;
import dev.envelope.proto.v1.Welcome;

/** What a server would send, as protobuf. */
public final class WireScene {

    private WireScene() {}

    static Snapshot.Builder snapshot() {
        return Snapshot.newBuilder()
                .setPhase(Phase.PHASE_OPEN)
                .setRounds(3)
                .addTreatments(Treatment.newBuilder()
                        .setId("fp")
                        .setMechanism(
                                Mechanism.newBuilder().setType("first_price").addParameters(parameter("reserve", 10)))
                        .addRoles(Role.newBuilder()
                                .setName("bidder")
                                .setSide(Side.SIDE_BIDDER)
                                .setCount(4)
                                .setValues(Distribution.newBuilder()
                                        .setType("uniform")
                                        .addParameters(parameter("hi", 100))
                                        .addParameters(parameter("lo", 0))))
                        .setTicks(Ticks.newBuilder().setSize("0.01").setMaximum(10_000))
                        .setMatching(Matching.MATCHING_RANDOM_STRANGERS)
                        .setReveal(Reveal.newBuilder().setAfter(Reveal.After.AFTER_PRICE))
                        .setAbsent(AbsentRule.ABSENT_RULE_ABSTAIN))
                .setRound(
                        RoundOpened.newBuilder().setRound(1).setTreatment("fp").setValueTicks(-7))
                .setReceipts(3)
                .setStanding(Message.newBuilder().setAmount(Amount.newBuilder().setTicks(5)))
                .setSeedCommitment(ByteString.copyFrom(new byte[] {(byte) 0xab}));
    }

    /** The answer to {@code request} of a server that welcomes everyone to seat 3 and takes every message. */
    public static byte[] answer(byte[] request) throws java.io.IOException {
        dev.envelope.proto.v1.ClientMessage asked = dev.envelope.proto.v1.ClientMessage.parseFrom(request);
        ServerMessage.Builder answer = ServerMessage.newBuilder().setRequestId(asked.getRequestId());
        if (asked.hasHello()) {
            answer.setWelcome(Welcome.newBuilder()
                    .setSeat(3)
                    .setLimits(Limits.newBuilder().setMaxOutstanding(8).setIdleTimeoutMillis(30_000))
                    .setSnapshot(snapshot()));
        } else {
            answer.setReceipt(Receipt.newBuilder().setRound(1).setNumber(1));
        }
        return answer.build().toByteArray();
    }

    private static Parameter parameter(String name, double value) {
        return Parameter.newBuilder().setName(name).setValue(value).build();
    }
}
