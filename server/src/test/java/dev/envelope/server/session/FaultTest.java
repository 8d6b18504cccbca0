package dev.envelope.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.game.message.Amount;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.server.request.Connection;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What nobody foresaw, errors of the Java platform too, is answered, and the session goes on from its journal. */
final class FaultTest {

    private final Hall hall = new Hall();

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void anErrorOnASessionsThreadIsAnsweredAndTheSessionGoesOn() {
        OpenedSession session = hall.open(2, 1);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        hall.bid(seats.get(0), 1, 10);
        Fragile fragile = new Fragile();
        hall.registry.request(fragile, new Request.Hello(1, 1, "test", Hall.person(session.joinCode(), 0)));
        assertThat(fragile.answers.awaitAnswer(1)).isInstanceOf(Response.Welcome.class);
        fragile.deep = "envelope-sessions";
        hall.registry.request(fragile, new Request.Submit(2, 1, new Amount(20)));
        assertUnavailable(fragile.answers.awaitAnswer(2));
        fragile.deep = "none";
        await().until(() -> hall.bid(seats.get(1), 1, 30) instanceof Response.Receipt);
        hall.clock.addAndGet(60_000);
        assertThat(seats.get(1).awaitSent(Response.RoundSettled.class).result().paymentTicks())
                .isEqualTo(30);
    }

    @Test
    void anErrorOfTheJournalIsAnsweredAndLaterCommitsAreMade() {
        OpenedSession session = hall.open(2, 1);
        FakeConnection seat = hall.seat(session.joinCode(), 2).get(0);
        hall.journal.breakDown(1);
        assertUnavailable(hall.bid(seat, 1, 10));
        await().until(() -> hall.bid(seat, 1, 20) instanceof Response.Receipt);
    }

    @Test
    void anErrorOfOneConnectionKeepsNothingFromTheOthers() {
        OpenedSession session = hall.open(2, 1);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 1);
        Fragile fragile = new Fragile();
        hall.registry.request(fragile, new Request.Hello(1, 1, "test", Hall.person(session.joinCode(), 0)));
        fragile.answers.awaitAnswer(1);
        fragile.breaks = true;
        FakeConnection other = new FakeConnection();
        hall.hello(other, Hall.person(session.joinCode(), 1));
        assertThat(other.awaitSent(Response.RoundOpened.class).view().round()).isOne();
        assertThat(hall.bid(seats.get(0), 1, 10)).isInstanceOf(Response.Receipt.class);
    }

    /** The third seat's hello is handed over before the fault, but not yet stored when the session is restored. */
    @Test
    void whatWasHandedOverBeforeAFaultIsStoredBeforeTheSessionIsRestored() {
        OpenedSession session = hall.open(3, 1);
        FakeConnection seat = hall.seat(session.joinCode(), 2).get(0);
        Fragile fragile = new Fragile();
        hall.registry.request(fragile, new Request.Hello(1, 1, "test", Hall.person(session.joinCode(), 0)));
        fragile.answers.awaitAnswer(1);
        int commits = hall.journal.groups().size();
        hall.journal.hold();
        hall.hello(new FakeConnection(), Hall.person(session.joinCode(), 1), 100);
        await().until(() -> hall.journal.groups().size() == commits + 1);
        FakeConnection third = new FakeConnection();
        hall.hello(third, Hall.person(session.joinCode(), 2), 101);
        await().until(() -> hall.registry.waitingCommits() == 1);
        fragile.deep = "envelope-sessions";
        hall.registry.request(fragile, new Request.GetSnapshot(2));
        await().until(() -> hall.registry.waitingCommits() == 2);
        fragile.deep = "none";
        hall.journal.letGo(1);
        await().until(() -> hall.journal.groups().size() == commits + 2);
        // Answered by the session's thread, so a restoration that had been asked for before is over then.
        hall.registry.request(seat, new Request.GetSnapshot(102));
        await().until(() -> seat.answerTo(102).isPresent() || hall.registry.waitingCommits() > 0);
        hall.journal.letGo();
        assertThat(third.awaitAnswer(101)).isInstanceOf(Response.Welcome.class);
        assertUnavailable(fragile.answers.awaitAnswer(2));
        await().until(() -> !isUnavailable(hall.bid(third, 1, 30)));
        assertThat(hall.bid(third, 1, 40)).isInstanceOf(Response.Receipt.class);
    }

    private static boolean isUnavailable(Response answer) {
        return answer instanceof Response.Refused refused && refused.refusal().code() == RefusalCode.UNAVAILABLE;
    }

    /** The second failure in a row is to be tried again after a while, which a server that is going down does not have. */
    @Test
    void aServerThatGoesDownAnswersAllThoughItsJournalFails() throws InterruptedException {
        OpenedSession session = hall.open(2, 1);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        int commits = hall.journal.groups().size();
        hall.journal.hold();
        hall.journal.fail(3);
        hall.send(seats.get(0), 1, 10);
        await().until(() -> hall.journal.groups().size() == commits + 1);
        hall.journal.letGo(1);
        await().until(() -> hall.journal.groups().size() == commits + 2);
        long waits = hall.send(seats.get(1), 1, 20);
        await().until(() -> hall.registry.waitingCommits() == 1);
        Thread closing = new Thread(hall.registry::close, "closing");
        closing.start();
        await().until(() -> hall.registry.waitingCommits() == 2);
        hall.journal.letGo();
        closing.join();
        assertThat(seats.get(1).answerTo(waits)).hasValueSatisfying(FaultTest::assertUnavailable);
    }

    private static void assertUnavailable(Response answer) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Response.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.UNAVAILABLE));
    }

    /** A connection at which threads of some name, or whoever pushes, come to grief. */
    private static final class Fragile implements Connection {

        final FakeConnection answers = new FakeConnection();
        volatile String deep = "none";
        volatile boolean breaks;

        @Override
        public long id() {
            if (Thread.currentThread().getName().startsWith(deep)) {
                throw new StackOverflowError("deep");
            }
            return answers.id();
        }

        @Override
        public void answer(long requestId, Response response) {
            answers.answer(requestId, response);
        }

        @Override
        public void push(Response response) {
            if (breaks) {
                throw new InternalError("no memory left");
            }
            answers.push(response);
        }

        @Override
        public void end(Refusal reason) {
            answers.end(reason);
        }
    }
}
