package dev.envelope.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.view.Phase;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What leaves a server only when it is in the journal, and what becomes of what never is. */
final class CommitTest {

    private final Hall hall = new Hall();

    @AfterEach
    void close() {
        hall.close();
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
}
