package dev.envelope.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.MessageKind;
import dev.envelope.game.message.Report;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.server.request.Identity;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Until a round closes, what seat B is sent does not depend on whether, when or what seat A submits. */
final class SecrecyTest {

    /** What A does at each of four moments; B acts in between. */
    private static final List<List<Integer>> CONDUCTS = List.of(
            List.of(0, 0, 0, 0),
            List.of(50, 0, 0, 0),
            List.of(7, 0, 0, 0),
            List.of(0, 0, 50, 0),
            List.of(10, 20, 30, 40),
            List.of(0, 0, 0, 99),
            List.of(-1, -1, 0, 0));

    static Stream<MechanismType> playable() {
        return Stream.of(MechanismType.values()).filter(MechanismType::isPlayable);
    }

    @ParameterizedTest
    @MethodSource("playable")
    void whatAnotherSeatSubmitsDoesNotShowBeforeTheClose(MechanismType mechanism) {
        List<FakeConnection.Sent> reference = run(mechanism, CONDUCTS.get(0));
        assertThat(reference).hasSizeGreaterThan(10);
        for (List<Integer> conduct : CONDUCTS) {
            assertThat(run(mechanism, conduct)).as("A does %s", conduct).isEqualTo(reference);
        }
    }

    private static List<FakeConnection.Sent> run(MechanismType mechanism, List<Integer> conduct) {
        try (Hall hall = new Hall()) {
            return play(hall, mechanism, conduct);
        }
    }

    /** Two seats, and a third that is silent where the mechanism needs it; the round closes for nobody before the clock moves far enough. Everything that B was sent. */
    private static List<FakeConnection.Sent> play(Hall hall, MechanismType mechanism, List<Integer> conduct) {
        int market = mechanism == MechanismType.THIRD_PRICE ? 3 : 2;
        OpenedSession session =
                hall.registry.open(Hall.plan(mechanism.planName(), market, 2), OpenOptions.REPRODUCIBLE);
        List<FakeConnection> seats = hall.seat(session.joinCode(), market);
        FakeConnection a = seats.get(0);
        FakeConnection b = seats.get(1);
        hall.hello(new FakeConnection(), Hall.person(session.joinCode(), 0)); // A is told of its messages, B is not
        FakeConnection screen = new FakeConnection();
        hall.hello(screen, new Identity.Spectator(session.joinCode()));
        long id = 1_000;
        for (int step = 0; step < conduct.size(); step++) {
            act(hall, a, mechanism, conduct.get(step));
            hall.clock.addAndGet(300);
            for (Request request : requestsOfB(mechanism, step, id)) {
                hall.registry.request(b, request);
                b.awaitAnswer(request.id());
            }
            hall.registry.drained(b);
            id += 10;
        }
        hall.registry.request(b, new Request.GetSnapshot(id));
        b.awaitAnswer(id);
        List<FakeConnection.Sent> all = new ArrayList<>(b.sent());
        hall.registry.request(screen, new Request.GetSnapshot(id));
        screen.awaitAnswer(id);
        all.addAll(screen.sent());
        return all;
    }

    private static void act(Hall hall, FakeConnection a, MechanismType mechanism, int ticks) {
        if (ticks != 0) {
            Message message = ticks < 0 ? new Abstain() : message(mechanism, ticks);
            boolean refused = ticks < 0 && !mechanism.mayAbstain();
            assertThat(a.awaitAnswer(hall.send(a, 1, message)))
                    .isInstanceOf(refused ? Response.Refused.class : Response.Receipt.class);
        }
    }

    private static Message message(MechanismType mechanism, long ticks) {
        return mechanism.messageKind() == MessageKind.REPORT ? Report.of(ticks) : new Amount(ticks);
    }

    private static List<Request> requestsOfB(MechanismType mechanism, int step, long id) {
        return List.of(
                new Request.Submit(id, 1, message(mechanism, 10 + step)),
                new Request.Submit(id + 1, 2, message(mechanism, 10)),
                new Request.Submit(id + 2, 1, message(mechanism, -5)),
                new Request.GetSnapshot(id + 3));
    }
}
