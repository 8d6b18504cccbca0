package dev.envelope.server.net;

import com.google.protobuf.ByteString;
import dev.envelope.game.message.MessageKind;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.proto.v1.Abstain;
import dev.envelope.proto.v1.Amount;
import dev.envelope.proto.v1.ClientMessage;
import dev.envelope.proto.v1.Control;
import dev.envelope.proto.v1.GetSnapshot;
import dev.envelope.proto.v1.Hello;
import dev.envelope.proto.v1.Instructor;
import dev.envelope.proto.v1.Message;
import dev.envelope.proto.v1.Participant;
import dev.envelope.proto.v1.Phase;
import dev.envelope.proto.v1.Report;
import dev.envelope.proto.v1.ServerMessage;
import dev.envelope.proto.v1.Submit;
import dev.envelope.server.session.OpenOptions;
import dev.envelope.server.session.OpenedSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A session of four seats and three rounds, message by message: a round that closes after its grace, with a replacement,
 * a repeated request and a refusal; one with a pause that closes at its deadline; one that the instructor closes.
 */
final class Script implements AutoCloseable {

    static final long START = 1_700_000_000_000L;
    static final OpenOptions OPTIONS = OpenOptions.seeded("same journal");
    private static final int SEATS = 4;

    private final OpenedSession session;
    private final boolean reports;
    private final LongConsumer wait;
    private final List<Line> seats = new ArrayList<>();
    private final Line instructor;
    private long lastRequest;

    /** A script that has every line from {@code lines} and lets time go by with {@code wait}. */
    Script(MechanismType mechanism, OpenedSession session, Line.Source lines, LongConsumer wait) throws IOException {
        this.session = session;
        this.reports = mechanism.messageKind() == MessageKind.REPORT;
        this.wait = wait;
        instructor = lines.connect();
        for (int seat = 0; seat < SEATS; seat++) {
            seats.add(lines.connect());
        }
    }

    static Plan plan(MechanismType mechanism) {
        String roles = mechanism == MechanismType.K_DOUBLE_AUCTION
                ? "buyer: [0, 100], seller: [0, 100]"
                : "bidders: " + (mechanism == MechanismType.THIRD_PRICE ? 4 : 2) + ", values: [0, 100]";
        return PlanReader.read("""
                        envelope: 1
                        title: Same journal
                        tick: 0.01
                        seats: %d
                        timing: {seconds: 60, grace: 5, result: 4}
                        treatments:
                          only: {mechanism: %s, %s}
                        rounds: 3
                        """.formatted(SEATS, mechanism.planName(), roles))
                .orElseThrow();
    }

    void play() throws IOException, InterruptedException {
        takeSeats();
        graceRound();
        pausedRound();
        closedRound();
    }

    private void takeSeats() throws IOException, InterruptedException {
        Instructor identity = Instructor.newBuilder()
                .setJoinCode(session.joinCode())
                .setToken(session.instructorToken())
                .build();
        ask(instructor, ClientMessage.newBuilder().setHello(hello().setInstructor(identity)));
        for (int seat = 0; seat < SEATS; seat++) {
            byte[] key = new byte[16];
            key[0] = (byte) seat;
            Participant person = Participant.newBuilder()
                    .setJoinCode(session.joinCode())
                    .setName("Seat " + seat)
                    .setSeatKey(ByteString.copyFrom(key))
                    .build();
            ask(seats.get(seat), ClientMessage.newBuilder().setHello(hello().setParticipant(person)));
        }
    }

    private void graceRound() throws IOException, InterruptedException {
        for (int seat = 0; seat < SEATS; seat++) {
            bid(seat, 1, 3_000 + 1_111L * seat);
        }
        bid(0, 1, 6_543);
        lastRequest--;
        bid(0, 1, 6_543);
        bid(1, 1, -1);
        pass(5_000 + 4_000);
    }

    private void pausedRound() throws IOException, InterruptedException {
        bid(0, 2, 5_000);
        bid(1, 2, 5_000);
        control(Control.Action.ACTION_PAUSE);
        pass(3_000);
        control(Control.Action.ACTION_RESUME);
        submit(2, 2, Message.newBuilder().setAbstain(Abstain.newBuilder()).build());
        pass(66_000);
    }

    private void closedRound() throws IOException, InterruptedException {
        bid(3, 3, 9_999);
        control(Control.Action.ACTION_CLOSE_ROUND);
        pass(10_000);
        ServerMessage end = ask(instructor, ClientMessage.newBuilder().setGetSnapshot(GetSnapshot.newBuilder()));
        if (end.getSnapshot().getPhase() != Phase.PHASE_FINISHED) {
            throw new IllegalStateException("session: " + end.getSnapshot().getPhase() + " (expected: finished)");
        }
    }

    private static Hello.Builder hello() {
        return Hello.newBuilder().setProtocolVersion(1);
    }

    private void bid(int seat, int round, long ticks) throws IOException, InterruptedException {
        submit(
                seat,
                round,
                reports
                        ? Message.newBuilder()
                                .setReport(Report.newBuilder().addTicks(ticks))
                                .build()
                        : Message.newBuilder()
                                .setAmount(Amount.newBuilder().setTicks(ticks))
                                .build());
    }

    private void submit(int seat, int round, Message message) throws IOException, InterruptedException {
        ask(
                seats.get(seat),
                ClientMessage.newBuilder()
                        .setSubmit(Submit.newBuilder().setRound(round).setMessage(message)));
    }

    private void control(Control.Action action) throws IOException, InterruptedException {
        ask(
                instructor,
                ClientMessage.newBuilder().setControl(Control.newBuilder().setAction(action)));
    }

    private ServerMessage ask(Line line, ClientMessage.Builder request) throws IOException, InterruptedException {
        wait.accept(250);
        return line.ask(request.setRequestId(++lastRequest).build());
    }

    /** Lets time go by. */
    private void pass(long millis) {
        wait.accept(millis);
    }

    @Override
    public void close() throws IOException {
        instructor.close();
        for (Line seat : seats) {
            seat.close();
        }
    }
}
