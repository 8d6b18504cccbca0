package dev.envelope.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.game.message.Amount;
import dev.envelope.game.session.RefusalCode;
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
        public void close() {
            answers.close();
        }
    }
}
