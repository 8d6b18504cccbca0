package dev.envelope.server.secrecy;

import com.google.protobuf.ByteString;
import dev.envelope.game.message.MessageKind;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.proto.v1.Abstain;
import dev.envelope.proto.v1.Amount;
import dev.envelope.proto.v1.ClientMessage;
import dev.envelope.proto.v1.GetSnapshot;
import dev.envelope.proto.v1.Hello;
import dev.envelope.proto.v1.Message;
import dev.envelope.proto.v1.Participant;
import dev.envelope.proto.v1.Report;
import dev.envelope.proto.v1.ServerMessage;
import dev.envelope.proto.v1.Spectator;
import dev.envelope.proto.v1.Submit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A session of two seats, A on two connections and B, a screen, and bystanders who hold seats and are silent: A does as it likes, B and the
 * screen are listened to.
 */
final class Table implements AutoCloseable {

    private final MechanismType mechanism;
    private final Wire a;
    private final Wire secondOfA;
    private final Wire b;
    private final Wire screen;
    private final List<Wire> bystanders = new ArrayList<>();

    private Table(MechanismType mechanism, Wire a, Wire secondOfA, Wire b, Wire screen) {
        this.mechanism = mechanism;
        this.a = a;
        this.secondOfA = secondOfA;
        this.b = b;
        this.screen = screen;
    }

    /** Seats A, {@code bystanders}, then B, which starts the first round, and then switches the screen on. */
    static Table seat(int port, String joinCode, Wire.Speech speech, MechanismType mechanism, int bystanders)
            throws IOException {
        Wire a = Wire.connect(port, Wire.Speech.FRAMES);
        Wire secondOfA = Wire.connect(port, Wire.Speech.FRAMES);
        Table table = new Table(mechanism, a, secondOfA, Wire.connect(port, speech), Wire.connect(port, speech));
        a.ask(ClientMessage.newBuilder().setHello(hello().setParticipant(person(joinCode, 1))));
        secondOfA.ask(ClientMessage.newBuilder().setHello(hello().setParticipant(person(joinCode, 1))));
        for (int i = 0; i < bystanders; i++) {
            Wire bystander = Wire.connect(port, Wire.Speech.FRAMES);
            table.bystanders.add(bystander);
            bystander.ask(ClientMessage.newBuilder().setHello(hello().setParticipant(person(joinCode, 3 + i))));
        }
        table.b.ask(ClientMessage.newBuilder().setHello(hello().setParticipant(person(joinCode, 2))));
        table.screen.ask(ClientMessage.newBuilder()
                .setHello(hello().setSpectator(Spectator.newBuilder().setJoinCode(joinCode))));
        return table;
    }

    private static Hello.Builder hello() {
        return Hello.newBuilder().setProtocolVersion(1);
    }

    private static Participant person(String joinCode, int number) {
        byte[] key = new byte[16];
        key[0] = (byte) number;
        return Participant.newBuilder()
                .setJoinCode(joinCode)
                .setName("Person " + number)
                .setSeatKey(ByteString.copyFrom(key))
                .setKind(Participant.Kind.KIND_PERSON)
                .build();
    }

    /** A submits {@code ticks}, or nothing for 0, or abstains for a negative number, and waits for the answer. */
    void act(long ticks) throws IOException {
        if (ticks != 0) {
            Message message = ticks > 0
                    ? message(ticks)
                    : Message.newBuilder().setAbstain(Abstain.newBuilder()).build();
            ServerMessage answer = a.ask(submit(1, message));
            boolean refused = ticks < 0 && !mechanism.mayAbstain();
            if (answer.hasReceipt() == refused) {
                throw new IllegalStateException("A: " + answer + " (expected: a receipt, if it may say so)");
            }
        }
    }

    /** B bids, bids wrongly, and asks where it stands; so does the screen. */
    void answerB(int step) throws IOException {
        b.ask(submit(1, message(6_000 + 100L * step)));
        b.ask(submit(2, message(6_000)));
        b.ask(submit(1, message(-5)));
        b.ask(ClientMessage.newBuilder().setGetSnapshot(GetSnapshot.newBuilder()));
        screen.ask(ClientMessage.newBuilder().setGetSnapshot(GetSnapshot.newBuilder()));
    }

    private static ClientMessage.Builder submit(int round, Message message) {
        return ClientMessage.newBuilder()
                .setSubmit(Submit.newBuilder().setRound(round).setMessage(message));
    }

    private Message message(long ticks) {
        return mechanism.messageKind() == MessageKind.REPORT
                ? Message.newBuilder()
                        .setReport(Report.newBuilder().addTicks(ticks))
                        .build()
                : Message.newBuilder()
                        .setAmount(Amount.newBuilder().setTicks(ticks))
                        .build();
    }

    /** Every byte that B and the screen were sent so far. */
    List<List<String>> heard() {
        return List.of(b.heard(), screen.heard());
    }

    /** Waits until the round is settled and says what B is told of it. */
    String settled() throws IOException {
        ServerMessage next = b.next();
        while (!next.hasRoundResult()) {
            next = b.next();
        }
        return next.getRoundResult().toString();
    }

    @Override
    public void close() throws IOException {
        a.close();
        secondOfA.close();
        b.close();
        screen.close();
        for (Wire bystander : bystanders) {
            bystander.close();
        }
    }
}
