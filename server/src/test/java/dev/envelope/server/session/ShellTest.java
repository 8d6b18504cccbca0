package dev.envelope.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.game.message.Amount;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.view.Phase;
import dev.envelope.server.journal.MemoryJournal;
import dev.envelope.server.request.Identity;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import dev.envelope.server.settings.Limits;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ShellTest {

    private final Hall hall = new Hall();

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void aRoundIsPlayedFromTheDoorToTheResult() {
        OpenedSession session = hall.open(2, 1);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        assertThat(seats.get(0).awaitSent(Response.RoundOpened.class).view().round())
                .isEqualTo(1);
        assertThat(hall.bid(seats.get(0), 1, 10)).isInstanceOf(Response.Receipt.class);
        assertThat(hall.bid(seats.get(1), 1, 20)).isInstanceOf(Response.Receipt.class);
        hall.clock.addAndGet(5_000);
        assertThat(seats.get(0).awaitSent(Response.RoundSettled.class).result().units())
                .isZero();
        Response.RoundSettled won = seats.get(1).awaitSent(Response.RoundSettled.class);
        assertThat(won.result().units()).isOne();
        assertThat(won.result().paymentTicks()).isEqualTo(20);
        assertThat(hall.registry.find(session.joinCode()).orElseThrow().phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void theSeedIsRevealedAtTheEndAndNotBefore() {
        OpenedSession session = hall.open(2, 1);
        FakeConnection seat = hall.seat(session.joinCode(), 2).get(0);
        assertThat(seat.awaitSent(Response.Welcome.class).snapshot().proof().commitment())
                .isEqualTo(session.commitment());
        assertThat(seat.awaitSent(Response.Welcome.class).snapshot().proof().revealed())
                .isEmpty();
        hall.clock.addAndGet(60_000);
        await().until(() -> seat.sent(Response.SessionChanged.class).stream()
                .anyMatch(changed -> changed.revealed().isPresent()));
    }

    @Test
    void aPushThatFollowsFromABidComesAfterItsReceipt() {
        OpenedSession session = hall.open(2, 1);
        FakeConnection seat = hall.seat(session.joinCode(), 2).get(0);
        long id = hall.send(seat, 1, 10);
        hall.clock.addAndGet(60_000);
        seat.awaitSent(Response.RoundSettled.class);
        List<FakeConnection.Sent> sent = seat.sent();
        int receipt = sent.stream().map(FakeConnection.Sent::requestId).toList().indexOf(id);
        assertThat(sent.subList(receipt, sent.size()))
                .extracting(FakeConnection.Sent::response)
                .anyMatch(Response.RoundSettled.class::isInstance);
    }

    @Test
    void snapshotNumbersTheLastReceiptOfItsOwnSeatAlone() {
        OpenedSession session = hall.open(2, 1);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        FakeConnection spectator = new FakeConnection();
        hall.hello(spectator, new Identity.Spectator(session.joinCode()));
        hall.bid(seats.get(0), 1, 10);
        hall.bid(seats.get(0), 1, 20);

        assertThat(receipts(seats.get(0))).isEqualTo(2);
        assertThat(receipts(seats.get(1))).isZero();
        assertThat(receipts(spectator)).isZero();
    }

    @Test
    void aBidStampedAtTheDeadlineIsLateAndOneBeforeItCounts() {
        OpenedSession session = hall.open(2, 1);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        hall.clock.set(Hall.START + 59_999);
        assertThat(hall.bid(seats.get(0), 1, 10)).isInstanceOf(Response.Receipt.class);
        hall.clock.set(Hall.START + 60_000);
        assertThat(hall.bid(seats.get(1), 1, 20))
                .isInstanceOfSatisfying(
                        Response.Refused.class,
                        refused ->
                                assertThat(refused.refusal().code()).isIn(RefusalCode.LATE, RefusalCode.WRONG_PHASE));
    }

    @Test
    void theSameRequestGetsTheSameReceipt() {
        FakeConnection seat = hall.seat(hall.open(2, 1).joinCode(), 1).get(0);
        hall.clock.addAndGet(1);
        FakeConnection other = new FakeConnection();
        hall.hello(other, Hall.person(hall.registry.all().get(0).joinCode(), 1));
        long id = hall.send(seat, 1, 10);
        Response first = seat.awaitAnswer(id);
        FakeConnection again = new FakeConnection();
        hall.hello(again, Hall.person(hall.registry.all().get(0).joinCode(), 0));
        hall.registry.request(again, new Request.Submit(id, 1, new Amount(10)));
        assertThat(again.awaitAnswer(id)).isEqualTo(first);
    }

    @Test
    void aSeatMaySendSoManyMessagesInARoundAndNoMoreAlsoAfterARestart() {
        try (Hall strict = new Hall(new MemoryJournal(), Limits.DEFAULT.withMaxMessagesPerRound(3))) {
            OpenedSession session = strict.open(2, 2);
            List<FakeConnection> seats = strict.seat(session.joinCode(), 2);
            long last = 0;
            for (int i = 1; i <= 3; i++) {
                last = strict.send(seats.get(0), 1, i);
                assertThat(seats.get(0).awaitAnswer(last)).isInstanceOf(Response.Receipt.class);
            }
            Response receipt = seats.get(0).awaitAnswer(last);
            assertThat(strict.bid(seats.get(0), 1, 4))
                    .isEqualTo(new Response.Refused(new Refusal(
                            RefusalCode.TOO_MANY_MESSAGES,
                            "messages in round 1: 4 (expected: at most 3); the last one stands")));
            assertThat(strict.bid(seats.get(1), 1, 9)).isInstanceOf(Response.Receipt.class);
            strict.restart(0);

            FakeConnection back = new FakeConnection();
            strict.hello(back, Hall.person(session.joinCode(), 0));
            assertThat(strict.bid(back, 1, 5))
                    .isInstanceOfSatisfying(
                            Response.Refused.class,
                            r -> assertThat(r.refusal().code()).isEqualTo(RefusalCode.TOO_MANY_MESSAGES));
            strict.registry.request(back, new Request.Submit(last, 1, new Amount(3)));
            assertThat(back.awaitAnswer(last)).isEqualTo(receipt);
            strict.clock.addAndGet(60_000);
            assertThat(back.awaitSent(Response.RoundSettled.class).result().played())
                    .contains(new Amount(3));
            strict.clock.addAndGet(4_000);
            await().until(() -> strict.bid(back, 2, 6) instanceof Response.Receipt);
        }
    }

    @Test
    void newsIsToldAtMostTenTimesASecond() {
        OpenedSession session = hall.open(9, 1);
        FakeConnection watcher = new FakeConnection();
        hall.hello(watcher, new Identity.Spectator(session.joinCode()));
        hall.seat(session.joinCode(), 8);
        assertThat(watcher.sent(Response.News.class)).hasSize(1);
        hall.clock.addAndGet(100);
        await().until(() -> watcher.sent(Response.News.class).size() == 2);
        assertThat(watcher.awaitSent(Response.News.class).seatsTaken()).isEqualTo(8);
    }

    private int receipts(FakeConnection connection) {
        long id = hall.nextRequest();
        hall.registry.request(connection, new Request.GetSnapshot(id));
        return ((Response.Current) connection.awaitAnswer(id)).snapshot().receipts();
    }
}
