package dev.envelope.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.session.command.ControlDetails;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.view.Phase;
import dev.envelope.server.journal.MemoryJournal;
import dev.envelope.server.request.Identity;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import dev.envelope.server.settings.Limits;
import java.util.List;
import java.util.Optional;
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

    private int receipts(FakeConnection connection) {
        long id = hall.nextRequest();
        hall.registry.request(connection, new Request.GetSnapshot(id));
        return ((Response.Current) connection.awaitAnswer(id)).snapshot().receipts();
    }

    @Test
    void noOutputOfASubmissionLeavesWhileItsCommitIsNotComplete() {
        OpenedSession session = hall.open(2, 1);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        seats.get(0).awaitSent(Response.RoundOpened.class);
        int before = seats.get(0).sent().size() + seats.get(1).sent().size();
        int commits = hall.journal.groups().size();
        hall.journal.hold();
        hall.send(seats.get(0), 1, 10);
        await().until(() -> hall.journal.groups().size() > commits);
        hall.send(seats.get(1), 1, 20);
        await().until(() -> hall.registry.waitingCommits() == 1);
        long snapshot = hall.nextRequest();
        hall.registry.request(seats.get(0), new Request.GetSnapshot(snapshot));
        await().until(() -> hall.registry.waitingCommits() == 2);
        hall.registry.drained(seats.get(0));
        await().until(() -> hall.registry.waitingCommits() == 3);
        hall.clock.addAndGet(60_000);
        await().until(() -> hall.registry.waitingCommits() == 4);
        assertThat(seats.get(0).sent().size() + seats.get(1).sent().size()).isEqualTo(before);
        hall.journal.letGo();
        assertThat(seats.get(0).awaitAnswer(snapshot)).isInstanceOf(Response.Current.class);
    }

    @Test
    void aFailedCommitIsAnsweredUnavailableAndTheSessionGoesOnAsIfNothingHadBeenAsked() {
        OpenedSession session = hall.open(2, 1);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        hall.bid(seats.get(0), 1, 10);
        hall.journal.fail(1);
        Response answer = hall.bid(seats.get(1), 1, 20);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Response.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.UNAVAILABLE));
        await().until(() -> hall.bid(seats.get(1), 1, 30) instanceof Response.Receipt);
        assertThat(((Response.Receipt) hall.bid(seats.get(1), 1, 40)).number()).isEqualTo(2);
        assertThat(seats.get(1).awaitSent(Response.Current.class).snapshot().phase())
                .isEqualTo(Phase.OPEN);
    }

    @Test
    void aJournalThatFailsForAWhileOnlyDelays() {
        OpenedSession session = hall.open(2, 1);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        hall.journal.fail(4);
        await().until(() -> hall.bid(seats.get(0), 1, 30) instanceof Response.Receipt);
    }

    /** The second failure in a row is followed by a wait, in which the working state still has what was not stored. */
    @Test
    void nothingThatRestsOnAFailedCommitLeavesBeforeTheSessionIsRestored() {
        OpenedSession session = hall.open(2, 1);
        FakeConnection seat = hall.seat(session.joinCode(), 1).get(0);
        FakeConnection other = new FakeConnection();
        hall.hello(other, Hall.person(session.joinCode(), 0));
        hall.seat(session.joinCode(), 2);
        int commits = hall.journal.groups().size();
        hall.journal.fail(2);
        hall.bid(seat, 1, 10);
        await().until(() -> hall.journal.groups().size() == commits + 2);
        long id = hall.send(seat, 1, 20);
        assertThat(seat.awaitAnswer(id)).isInstanceOf(Response.Refused.class);
        for (int i = 0; i < 20; i++) {
            long snapshot = hall.nextRequest();
            hall.registry.request(seat, new Request.GetSnapshot(snapshot));
            if (seat.awaitAnswer(snapshot) instanceof Response.Current current) {
                assertThat(current.snapshot().view().orElseThrow().standing()).isEmpty();
            }
        }
        hall.registry.request(other, new Request.Submit(id, 1, new Amount(20)));
        if (other.awaitAnswer(id) instanceof Response.Receipt) {
            assertThat(hall.registry.state(session.joinCode()).orElseThrow().sealedCount())
                    .isOne();
        }
    }

    @Test
    void aSeatTakenInAFailedCommitCanBeTakenAgain() {
        OpenedSession session = hall.open(2, 1);
        FakeConnection connection = new FakeConnection();
        hall.journal.fail(1);
        assertThat(hall.hello(connection, Hall.person(session.joinCode(), 0))).isInstanceOf(Response.Refused.class);
        await().until(() -> hall.hello(connection, Hall.person(session.joinCode(), 0)) instanceof Response.Welcome);
    }

    @Test
    void oneCommitTakesSeveralSessions() {
        FakeConnection first = hall.seat(hall.open(2, 1).joinCode(), 2).get(0);
        FakeConnection second = hall.seat(hall.open(2, 1).joinCode(), 2).get(0);
        FakeConnection third = hall.seat(hall.open(2, 1).joinCode(), 2).get(0);
        int commits = hall.journal.groups().size();
        hall.journal.hold();
        long a = hall.send(first, 1, 10);
        await().until(() -> hall.journal.groups().size() == commits + 1);
        long b = hall.send(second, 1, 10);
        long c = hall.send(third, 1, 10);
        await().until(() -> hall.registry.all().size() == 3 && hall.registry.waitingCommits() == 2);
        hall.journal.letGo();
        first.awaitAnswer(a);
        second.awaitAnswer(b);
        third.awaitAnswer(c);
        assertThat(hall.journal.groups().subList(commits, commits + 2)).containsExactly(1, 2);
    }

    @Test
    void aSeatsOtherConnectionsAreShownTheMessageThatStandsOnceItIsDurable() {
        OpenedSession session = hall.open(2, 1);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        FakeConnection second = new FakeConnection();
        hall.hello(second, Hall.person(session.joinCode(), 0));
        int commits = hall.journal.groups().size();
        hall.journal.hold();
        long id = hall.send(seats.get(0), 1, 10);
        await().until(() -> hall.journal.groups().size() == commits + 1);
        assertThat(second.sent(Response.Current.class)).isEmpty();
        hall.journal.letGo();
        assertThat(shown(second)).contains(new Amount(10));
        seats.get(0).awaitAnswer(id);
        hall.registry.request(seats.get(0), new Request.Submit(id, 1, new Amount(10)));
        hall.registry.request(seats.get(0), new Request.Submit(id, 1, new Amount(11)));
        hall.bid(seats.get(0), 1, 20_000_000);
        hall.send(second, 1, new Abstain());
        assertThat(shown(seats.get(0))).contains(new Abstain());
        assertThat(second.sent(Response.Current.class))
                .as("what stands was told once")
                .hasSize(1);
        assertThat(seats.get(1).sent(Response.Current.class)).isEmpty();
    }

    /** The seat's message that stands, as it is pushed. */
    private static Optional<Message> shown(FakeConnection connection) {
        return connection
                .awaitSent(Response.Current.class)
                .snapshot()
                .view()
                .orElseThrow()
                .standing();
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
    void aSeatsOldestConnectionMakesWayAndIsToldWhy() {
        OpenedSession session = hall.open(2, 1);
        FakeConnection oldest = hall.seat(session.joinCode(), 1).get(0);
        for (int i = 0; i < 4; i++) {
            assertThat(oldest.isClosed()).isFalse();
            hall.hello(new FakeConnection(), Hall.person(session.joinCode(), 0));
        }
        await().until(oldest::isClosed);
        assertThat(oldest.sent(Response.Refused.class))
                .extracting(Response.Refused::refusal)
                .containsExactly(new Refusal(
                        RefusalCode.TOO_MANY_CONNECTIONS,
                        "connections of this seat: 5 (expected: at most 4); the newest stay"));
    }

    /** The one for whom it made way was not welcomed, so it is not told to stay away. */
    @Test
    void aConnectionThatMadeWayForNobodyMayComeBack() {
        OpenedSession session = hall.open(2, 1);
        FakeConnection oldest = hall.seat(session.joinCode(), 1).get(0);
        for (int i = 0; i < 3; i++) {
            hall.hello(new FakeConnection(), Hall.person(session.joinCode(), 0));
        }
        hall.journal.fail(1);
        assertThat(hall.hello(new FakeConnection(), Hall.person(session.joinCode(), 0)))
                .isInstanceOf(Response.Refused.class);
        await().until(oldest::isClosed);
        assertThat(oldest.sent(Response.Refused.class))
                .extracting(refused -> refused.refusal().code())
                .containsExactly(RefusalCode.UNAVAILABLE);
    }

    @Test
    void onlyTheInstructorControls() {
        OpenedSession session = hall.open(2, 1);
        FakeConnection seat = hall.seat(session.joinCode(), 1).get(0);
        FakeConnection instructor = new FakeConnection();
        assertThat(hall.hello(instructor, new Identity.Instructor(session.joinCode(), "guess")))
                .isInstanceOf(Response.Refused.class);
        assertThat(hall.hello(instructor, new Identity.Instructor(session.joinCode(), session.instructorToken())))
                .isInstanceOf(Response.Welcome.class);
        assertThat(control(seat, Request.Action.PAUSE)).isInstanceOf(Response.Refused.class);
        assertThat(control(instructor, Request.Action.PAUSE)).isEqualTo(new Response.Done());
        assertThat(seat.awaitSent(Response.SessionChanged.class).paused()).isTrue();
    }

    private Response control(FakeConnection connection, Request.Action action) {
        long id = hall.nextRequest();
        hall.registry.request(connection, new Request.Control(id, action, ControlDetails.NONE));
        return connection.awaitAnswer(id);
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

    @Test
    void aNameMayHave40CharactersOfAnyScript() {
        String joinCode = hall.open(2, 1).joinCode();
        String key = "0".repeat(32);
        Identity longest = new Identity.Participant(joinCode, "\uD83D\uDE00".repeat(40), key, true);
        Identity longer = new Identity.Participant(joinCode, "\uD83D\uDE00".repeat(41), key, true);
        assertThat(hall.hello(new FakeConnection(), longest)).isInstanceOf(Response.Welcome.class);
        assertThat(hall.hello(new FakeConnection(), longer)).isInstanceOf(Response.Refused.class);
    }

    @Test
    void whatNobodyCanAnswerIsRefusedAtTheDoor() {
        FakeConnection stranger = new FakeConnection();
        assertThat(hall.hello(stranger, Hall.person("AAAAA", 0)))
                .isInstanceOfSatisfying(
                        Response.Refused.class,
                        r -> assertThat(r.refusal().code()).isEqualTo(RefusalCode.UNKNOWN_SESSION));
        assertThat(hall.bid(stranger, 1, 1))
                .isInstanceOfSatisfying(
                        Response.Refused.class,
                        r -> assertThat(r.refusal().code()).isEqualTo(RefusalCode.HELLO_EXPECTED));
    }
}
