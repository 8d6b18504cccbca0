package dev.envelope.server.net;

import static dev.envelope.proto.v1.ErrorCode.ERROR_CODE_ABOVE_MAXIMUM;
import static dev.envelope.proto.v1.ErrorCode.ERROR_CODE_BELOW_MINIMUM;
import static dev.envelope.proto.v1.ErrorCode.ERROR_CODE_INVALID_MESSAGE;
import static dev.envelope.proto.v1.ErrorCode.ERROR_CODE_KIND_NOT_PLAYED;
import static dev.envelope.proto.v1.ErrorCode.ERROR_CODE_NOT_ALLOWED;
import static dev.envelope.proto.v1.ErrorCode.ERROR_CODE_REQUEST_ID_REUSED;
import static dev.envelope.proto.v1.ErrorCode.ERROR_CODE_WRONG_KIND;
import static dev.envelope.proto.v1.ErrorCode.ERROR_CODE_WRONG_ROUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.JsonFormat;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.event.Event;
import dev.envelope.proto.v1.ClientMessage;
import dev.envelope.proto.v1.Control;
import dev.envelope.proto.v1.DemandSchedule;
import dev.envelope.proto.v1.ErrorCode;
import dev.envelope.proto.v1.Message;
import dev.envelope.proto.v1.PackageBid;
import dev.envelope.proto.v1.PackageBids;
import dev.envelope.proto.v1.Report;
import dev.envelope.proto.v1.Response;
import dev.envelope.proto.v1.ServerMessage;
import dev.envelope.proto.v1.Submit;
import dev.envelope.server.EnvelopeServer;
import dev.envelope.server.session.OpenOptions;
import dev.envelope.server.settings.ServerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every wrong submission gets exactly one typed answer and changes nothing, on everything a real server speaks. */
class WrongInputIT {

    private static final String PLAN = """
            envelope: 1
            seats: 2
            tick: 0.01
            timing: none
            treatments:
              only: {mechanism: second_price, bidders: 2, values: [0, 100]}
            blocks:
              - {treatment: only, rounds: 2}
            """;
    private static final long VALID = 100;
    private static final long LAST = 999;

    private final EnvelopeServer server = EnvelopeServer.start(
            ServerSettings.DEFAULT.inMemory().withBind("127.0.0.1").withPort(0));
    private final String joinCode = server.sessions()
            .open(PlanReader.read(PLAN).orElseThrow(), OpenOptions.RANDOM)
            .joinCode();

    @BeforeAll
    static void watch() {
        Leaks.watch();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** A connection's two directions. */
    private interface Wire {
        void send(ClientMessage message) throws Exception;

        ServerMessage receive() throws Exception;
    }

    private static Message amount(long ticks) {
        return Messages.submit(1, ticks).getSubmit().getMessage();
    }

    private static ClientMessage submit(long id, int round, Message message) {
        return ClientMessage.newBuilder()
                .setRequestId(id)
                .setSubmit(Submit.newBuilder().setRound(round).setMessage(message))
                .build();
    }

    /** What is sent, each under an id of its own but for the one that reuses another's. */
    private static Map<ClientMessage, ErrorCode> wrong() {
        DemandSchedule schedule = DemandSchedule.newBuilder()
                .addAllMarginalTicks(Collections.nCopies(6_000, 1L))
                .build();
        PackageBid bid = PackageBid.newBuilder().addItems("a").setTicks(5).build();
        PackageBids bids = PackageBids.newBuilder()
                .addAllBids(Collections.nCopies(1_000, bid))
                .build();
        Map<ClientMessage, ErrorCode> wrong = new LinkedHashMap<>();
        wrong.put(submit(2, 1, amount(-1)), ERROR_CODE_BELOW_MINIMUM);
        wrong.put(submit(3, 1, amount(Long.MIN_VALUE)), ERROR_CODE_BELOW_MINIMUM);
        wrong.put(submit(4, 1, amount(10_001)), ERROR_CODE_ABOVE_MAXIMUM);
        wrong.put(submit(5, 1, amount(Long.MAX_VALUE)), ERROR_CODE_ABOVE_MAXIMUM);
        wrong.put(submit(6, 2, amount(1)), ERROR_CODE_WRONG_ROUND);
        wrong.put(submit(7, Integer.MAX_VALUE, amount(1)), ERROR_CODE_WRONG_ROUND);
        wrong.put(submit(8, 0, amount(1)), ERROR_CODE_INVALID_MESSAGE);
        wrong.put(submit(9, -1, amount(1)), ERROR_CODE_INVALID_MESSAGE);
        wrong.put(submit(10, 1, Message.getDefaultInstance()), ERROR_CODE_INVALID_MESSAGE);
        wrong.put(
                submit(
                        11,
                        1,
                        Message.newBuilder()
                                .setReport(Report.newBuilder().addTicks(Long.MIN_VALUE))
                                .build()),
                ERROR_CODE_WRONG_KIND);
        wrong.put(submit(12, 1, Message.newBuilder().setDemandSchedule(schedule).build()), ERROR_CODE_KIND_NOT_PLAYED);
        wrong.put(submit(13, 1, Message.newBuilder().setPackageBids(bids).build()), ERROR_CODE_KIND_NOT_PLAYED);
        wrong.put(
                submit(
                        14,
                        1,
                        Message.newBuilder()
                                .setResponse(Response.newBuilder().setAccepted(true))
                                .build()),
                ERROR_CODE_KIND_NOT_PLAYED);
        wrong.put(
                ClientMessage.newBuilder()
                        .setRequestId(15)
                        .setControl(Control.newBuilder().setAction(Control.Action.ACTION_END))
                        .build(),
                ERROR_CODE_NOT_ALLOWED);
        wrong.put(ClientMessage.newBuilder().setRequestId(16).build(), ERROR_CODE_INVALID_MESSAGE);
        return wrong;
    }

    private ClientMessage hello(int key) {
        ClientMessage.Builder hello = Messages.hello(1, 1, joinCode).toBuilder();
        byte[] bytes = new byte[16];
        bytes[0] = (byte) key;
        hello.getHelloBuilder().getParticipantBuilder().setSeatKey(ByteString.copyFrom(bytes));
        return hello.build();
    }

    private RawClient raw() throws IOException {
        return new RawClient(new Socket(InetAddress.getLoopbackAddress(), server.port())).send(Messages.OPENING);
    }

    @Test
    void framesAreAnsweredOneByOne() throws Exception {
        try (RawClient client = raw()) {
            check(new Wire() {
                @Override
                public void send(ClientMessage message) throws IOException {
                    client.send(Messages.frame(message));
                }

                @Override
                public ServerMessage receive() throws IOException {
                    return client.receive();
                }
            });
        }
    }

    @Test
    void binaryWebSocketMessagesAreAnsweredOneByOne() throws Exception {
        try (WebSocketClient client = new WebSocketClient(server.port())) {
            check(new Wire() {
                @Override
                public void send(ClientMessage message) {
                    client.send(message.toByteArray());
                }

                @Override
                public ServerMessage receive() throws Exception {
                    return client.message();
                }
            });
        }
    }

    @Test
    void jsonMessagesAreAnsweredOneByOne() throws Exception {
        try (WebSocketClient client = new WebSocketClient(server.port())) {
            check(new Wire() {
                @Override
                public void send(ClientMessage message) throws Exception {
                    client.send(JsonFormat.printer()
                            .omittingInsignificantWhitespace()
                            .print(message));
                }

                @Override
                public ServerMessage receive() throws Exception {
                    return client.json();
                }
            });
        }
    }

    private void check(Wire wire) throws Exception {
        try (RawClient other = raw().send(Messages.frame(hello(1)))) {
            assertThat(other.receive().hasWelcome()).isTrue();
            wire.send(hello(2));
            ServerMessage next = wire.receive();
            while (!next.hasRoundOpened()) {
                next = wire.receive();
            }
            wire.send(submit(VALID, 1, amount(50)));
            for (ClientMessage message : wrong().keySet()) {
                wire.send(message);
            }
            wire.send(submit(VALID, 1, amount(51)));
            wire.send(Messages.ping(LAST));
            checkAnswers(answers(wire));
            checkJournal();
        }
    }

    private static List<ServerMessage> answers(Wire wire) throws Exception {
        List<ServerMessage> answers = new ArrayList<>();
        int expected = wrong().size() + 3;
        while (answers.size() < expected) {
            ServerMessage next = wire.receive();
            if (next.getRequestId() != 0) {
                answers.add(next);
            }
        }
        return answers;
    }

    private static void checkAnswers(List<ServerMessage> answers) {
        List<ServerMessage> refusals =
                answers.stream().filter(ServerMessage::hasRefusal).toList();
        Map<Long, ErrorCode> found = new LinkedHashMap<>();
        refusals.forEach(
                answer -> found.put(answer.getRequestId(), answer.getRefusal().getCode()));
        Map<Long, ErrorCode> expected = new LinkedHashMap<>();
        wrong().forEach((message, code) -> expected.put(message.getRequestId(), code));
        expected.put(VALID, ERROR_CODE_REQUEST_ID_REUSED);
        assertThat(found).isEqualTo(expected);
        assertThat(refusals).hasSameSizeAs(expected.keySet());
        assertThat(answers).anyMatch(ServerMessage::hasReceipt).anyMatch(ServerMessage::hasPong);
    }

    private void checkJournal() {
        List<Event> events = new ArrayList<>();
        server.sessions().events(joinCode, events::add);
        assertThat(events).filteredOn(Event.MessageSealed.class::isInstance).hasSize(1);
        assertThat(events.get(events.size() - 1)).isInstanceOf(Event.MessageSealed.class);
    }

    @Test
    void aPlanThatNobodyCouldBeToldIsNotOpened() {
        StringBuilder bidders = new StringBuilder("{name: bidder}");
        for (int i = 1; i < 100; i++) {
            bidders.append(", {name: bidder").append(i).append('}');
        }
        StringBuilder treatments = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            treatments
                    .append("  more")
                    .append(i)
                    .append(": {mechanism: vcg, values: [0, 100], bidders: [")
                    .append(bidders)
                    .append("]}\n");
        }
        String text = PLAN.replace("seats: 2", "seats: 100").split("blocks:", 2)[0] + treatments;
        assertThatThrownBy(() -> server.sessions().open(PlanReader.read(text).orElseThrow(), OpenOptions.RANDOM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("treatments: up to ");
        assertThat(server.sessions().all()).hasSize(1);
    }

    @Test
    void aFrameAtTheLimitIsReadAndOneByteMoreIsNot() throws Exception {
        try (RawClient client = raw().send(Messages.frame(hello(1)))) {
            assertThat(client.receive().hasWelcome()).isTrue();
            client.send(Messages.frame(Messages.padded(65_536)));
            ServerMessage answer = client.receive();
            while (answer.getRequestId() == 0) {
                answer = client.receive();
            }
            assertThat(answer.hasPong()).isTrue();
            client.send(Messages.frame(Messages.padded(65_537)));
            assertThat(client.lastRefusal()).isEqualTo(ErrorCode.ERROR_CODE_FRAME_TOO_LARGE);
        }
    }
}
