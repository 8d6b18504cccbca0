package dev.envelope.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.StandIn;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.command.ControlDetails;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.view.SeatStatus;
import dev.envelope.game.view.View;
import dev.envelope.server.journal.MemoryJournal;
import dev.envelope.server.live.StandIns;
import dev.envelope.server.request.Identity;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import dev.envelope.server.settings.Limits;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People who leave, come back, come late or are sent away, and bots in their places, as a server sees them. */
class PeopleTest {

    private static final String DROP_OUTS = "drop_outs: {after: 30, plays: truthful}";

    private final Truthful truthful = new Truthful();
    private final Hall hall = new Hall(new MemoryJournal(), Limits.DEFAULT, truthful);

    /** Bids its value; knows one strategy only. */
    private static final class Truthful implements StandIns {

        private final AtomicInteger asked = new AtomicInteger();
        private Runnable whenFirstAsked = () -> {};

        @Override
        public void prepare(StandIn standIn, List<Treatment> treatments) {
            if (!standIn.strategy().equals("truthful")) {
                throw new IllegalArgumentException("no such strategy");
            }
        }

        @Override
        public Message decide(StandIn standIn, View view, RandomGenerator random) {
            prepare(standIn, List.of());
            if (asked.incrementAndGet() == 1) {
                whenFirstAsked.run();
            }
            return new Amount(view.valueTicks());
        }
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void oneWhoLeavesIsReplacedAfterTheDeclaredTimeAndGetsTheSeatBack() {
        OpenedSession session = open(2, DROP_OUTS);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        seats.get(0).awaitSent(Response.RoundOpened.class);
        hall.registry.closed(seats.get(0));
        hall.bid(seats.get(1), 1, 0);
        pass(29_999);
        assertThat(playedBy(session, 0)).isEmpty();
        pass(1);
        await().until(() -> !playedBy(session, 0).isEmpty());
        await().until(() ->
                hall.registry.state(session.joinCode()).orElseThrow().sealedCount() == 2);

        FakeConnection back = new FakeConnection();
        assertThat(hall.hello(back, Hall.person(session.joinCode(), 0)))
                .isInstanceOfSatisfying(
                        Response.Welcome.class,
                        w -> assertThat(w.snapshot().affairs().playedBy()).isEmpty());
        pass(5_000);
        Response.RoundSettled result = back.awaitSent(Response.RoundSettled.class);
        assertThat(result.result().byDefault()).isTrue();
        assertThat(result.result().played()).contains(new Amount(result.result().valueTicks()));
    }

    @Test
    void oneOfTwoDevicesMayGo() {
        OpenedSession session = open(2, DROP_OUTS);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        FakeConnection phone = new FakeConnection();
        hall.hello(phone, Hall.person(session.joinCode(), 0));
        hall.registry.closed(seats.get(0));
        pass(40_000);

        assertThat(playedBy(session, 0)).isEmpty();
    }

    @Test
    void timeDoesNotCountWhileTheClockStands() {
        OpenedSession session = open(2, DROP_OUTS);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        FakeConnection instructor = instructor(session);
        hall.registry.closed(seats.get(0));
        control(instructor, Request.Action.PAUSE, ControlDetails.NONE);
        pass(100_000);
        control(instructor, Request.Action.RESUME, ControlDetails.NONE);
        pass(29_999);
        assertThat(playedBy(session, 0)).isEmpty();
        pass(1);
        await().until(() -> !playedBy(session, 0).isEmpty());
    }

    @Test
    void afterARestartEverybodyHasTheWholeTimeToComeBack() {
        OpenedSession session = open(2, DROP_OUTS);
        hall.seat(session.joinCode(), 2);
        hall.restart(1_000_000);
        hall.hello(new FakeConnection(), Hall.person(session.joinCode(), 1));
        pass(29_999);
        assertThat(playedBy(session, 0)).isEmpty();
        pass(1);
        await().until(() -> !playedBy(session, 0).isEmpty());
        assertThat(playedBy(session, 1)).isEmpty();
    }

    @Test
    void aStandInWhoseAnswerWasLostIsAskedAgain() {
        OpenedSession session = open(2, DROP_OUTS);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        seats.get(0).awaitSent(Response.RoundOpened.class);
        truthful.whenFirstAsked = () -> {
            await().until(() -> !playedBy(session, 0).isEmpty()); // the answer is to be lost, not the order
            hall.journal.fail(1);
        };
        control(instructor(session), Request.Action.REPLACE, ControlDetails.strategy(0, "truthful"));

        await().until(() ->
                hall.registry.state(session.joinCode()).orElseThrow().sealedCount() == 1);
        assertThat(truthful.asked).hasValue(2);
    }

    @Test
    void aStrategyAnswersForWhoSaysNothing() {
        OpenedSession session = open(2, "absent: {strategy: truthful}");
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        long value = seats.get(0).awaitSent(Response.RoundOpened.class).view().valueTicks();
        await().untilAsserted(() -> assertThat(truthful.asked).hasValue(2));
        hall.bid(seats.get(1), 1, 0);
        pass(60_000);

        await().until(() ->
                hall.registry.state(session.joinCode()).orElseThrow().result(0).isPresent());
        assertThat(hall.registry
                        .state(session.joinCode())
                        .orElseThrow()
                        .result(0)
                        .orElseThrow()
                        .played())
                .contains(new Amount(value));
    }

    @Test
    void aPlanWhoseStandInCannotPlayIsNotOpened() {
        assertThatThrownBy(() -> open(2, "drop_outs: {plays: equilibrium}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such strategy");
    }

    @Test
    void botsFillEmptySeatsAndGiveThemToWhoComesLate() {
        OpenedSession session = open(4, "start: instructor\nfill: truthful\nlate_arrivals: always");
        hall.seat(session.joinCode(), 1);
        FakeConnection instructor = instructor(session);
        assertThat(control(instructor, Request.Action.START, ControlDetails.NONE))
                .isEqualTo(new Response.Done());
        await().until(() ->
                hall.registry.state(session.joinCode()).orElseThrow().sealedCount() == 3);
        FakeConnection late = new FakeConnection();
        assertThat(hall.hello(late, Hall.person(session.joinCode(), 7)))
                .isInstanceOfSatisfying(
                        Response.Welcome.class, w -> assertThat(w.seat()).hasValue(1));

        assertThat(roster(instructor))
                .containsExactly(
                        new SeatStatus(0, "Person 0", true, true, true, Optional.empty(), 0),
                        new SeatStatus(1, "Person 7", true, true, true, Optional.empty(), 0),
                        new SeatStatus(2, "", false, false, false, Optional.of("truthful"), 0),
                        new SeatStatus(3, "", false, false, false, Optional.of("truthful"), 0));
    }

    @Test
    void whoIsRemovedIsToldAndStaysOut() {
        OpenedSession session = open(2, DROP_OUTS);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        FakeConnection instructor = instructor(session);
        control(instructor, Request.Action.REMOVE, ControlDetails.of(0));

        await().until(seats.get(0)::isClosed);
        assertThat(hall.hello(new FakeConnection(), Hall.person(session.joinCode(), 0)))
                .isInstanceOfSatisfying(
                        Response.Refused.class,
                        r -> assertThat(r.refusal().code()).isEqualTo(RefusalCode.NOT_ALLOWED));
        assertThat(seats.get(1).isClosed()).isFalse();
    }

    @Test
    void notesAndTimeReachThoseTheyAreFor() {
        OpenedSession session = open(2, DROP_OUTS);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        seats.get(1).awaitSent(Response.RoundOpened.class);
        FakeConnection instructor = instructor(session);
        control(instructor, Request.Action.NOTE, ControlDetails.note(OptionalInt.of(1), "Louder, please."));
        control(instructor, Request.Action.EXTEND, ControlDetails.time(30_000));

        assertThat(seats.get(1)
                        .awaitSent(Response.Current.class)
                        .snapshot()
                        .affairs()
                        .note())
                .contains("Louder, please.");
        assertThat(seats.get(0).sent(Response.Current.class)).isEmpty();
        assertThat(seats.get(0).awaitSent(Response.SessionChanged.class).remainingMillis())
                .hasValue(90_000);
    }

    @Test
    void aBotPlaysForAPersonUntilTheInstructorSaysOtherwise() {
        OpenedSession session = open(2, DROP_OUTS);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        seats.get(0).awaitSent(Response.RoundOpened.class);
        FakeConnection instructor = instructor(session);
        control(instructor, Request.Action.REPLACE, ControlDetails.strategy(0, "truthful"));
        await().until(() ->
                hall.registry.state(session.joinCode()).orElseThrow().sealedCount() == 1);
        assertThat(hall.bid(seats.get(0), 1, 5)).isInstanceOf(Response.Refused.class);
        control(instructor, Request.Action.GIVE_BACK, ControlDetails.of(0));

        assertThat(hall.bid(seats.get(0), 1, 5)).isInstanceOf(Response.Receipt.class);
    }

    @Test
    void aStandInThatHasASeatTwiceInARoundIsAskedTwice() {
        OpenedSession session = open(2, DROP_OUTS);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        FakeConnection instructor = instructor(session);
        seats.get(0).awaitSent(Response.RoundOpened.class);
        for (int times = 1; times <= 2; times++) {
            control(instructor, Request.Action.REPLACE, ControlDetails.strategy(0, "truthful"));
            await().until(() ->
                    hall.registry.state(session.joinCode()).orElseThrow().sealedCount() == 1);
            control(instructor, Request.Action.GIVE_BACK, ControlDetails.of(0));
        }

        assertThat(truthful.asked).hasValue(2);
    }

    @Test
    void anOwnerWhoIsAwayWhenTheSeatIsGivenBackDropsOutAgain() {
        OpenedSession session = open(2, DROP_OUTS);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        FakeConnection instructor = instructor(session);
        seats.get(0).awaitSent(Response.RoundOpened.class);
        hall.registry.closed(seats.get(0));
        pass(30_000);
        await().until(() -> !playedBy(session, 0).isEmpty());

        control(instructor, Request.Action.GIVE_BACK, ControlDetails.of(0));
        pass(29_999);
        assertThat(playedBy(session, 0)).isEmpty();
        pass(1);
        await().until(() -> !playedBy(session, 0).isEmpty());
    }

    @Test
    void aRoomLeadsToItsLatestSession() {
        OpenedSession first = hall.registry.open(plan(2, ""), OpenOptions.REPRODUCIBLE.inRoom("econ-101"));
        assertThat(hall.hello(new FakeConnection(), Hall.person("Econ-101 ", 1)))
                .isInstanceOf(Response.Welcome.class);
        OpenedSession second = hall.registry.open(plan(2, ""), OpenOptions.REPRODUCIBLE.inRoom("econ-101"));
        hall.restart(10);
        hall.hello(new FakeConnection(), Hall.person("econ-101", 2));

        assertThat(List.of(first, second))
                .extracting(session ->
                        hall.registry.state(session.joinCode()).orElseThrow().seatsTaken())
                .containsExactly(1, 1);
        assertThat(hall.registry.state("econ-101").orElseThrow().joinCode()).isEqualTo(second.joinCode());
        assertThat(hall.hello(new FakeConnection(), Hall.person("econ-102", 1)))
                .isInstanceOfSatisfying(
                        Response.Refused.class,
                        r -> assertThat(r.refusal().code()).isEqualTo(RefusalCode.UNKNOWN_SESSION));
    }

    @Test
    void whoHasASeatInARoomComesBackToItUntilItsSessionIsOver() {
        OpenedSession first = hall.registry.open(plan(2, ""), OpenOptions.REPRODUCIBLE.inRoom("econ-101"));
        hall.hello(new FakeConnection(), Hall.person("econ-101", 1));
        OpenedSession second = hall.registry.open(plan(2, ""), OpenOptions.REPRODUCIBLE.inRoom("econ-101"));

        hall.hello(new FakeConnection(), Hall.person("econ-101", 1));
        assertThat(taken(second)).isZero();

        control(instructor(first), Request.Action.END, ControlDetails.NONE);
        hall.hello(new FakeConnection(), Hall.person("econ-101", 1));
        assertThat(taken(second)).isEqualTo(1);
        assertThat(taken(first)).isEqualTo(1);
    }

    private int taken(OpenedSession session) {
        return hall.registry.state(session.joinCode()).orElseThrow().seatsTaken();
    }

    @Test
    void aRoomIsNoJoinCode() {
        for (String wrong : List.of("abcde", "ab", "Econ", "-ab", "econ 1", "x".repeat(41))) {
            assertThatThrownBy(() -> OpenOptions.RANDOM.inRoom(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("room: " + wrong + " (expected: ");
        }
    }

    @Test
    void whatAnOrderIsAboutMustBeSaid() {
        OpenedSession session = open(2, DROP_OUTS);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        FakeConnection instructor = instructor(session);

        assertThat(refusal(control(instructor, Request.Action.ADVANCE, ControlDetails.NONE)))
                .isEqualTo("control: seat: none (expected: one, for ADVANCE is about a seat)");
        assertThat(refusal(control(instructor, Request.Action.REPLACE, ControlDetails.strategy(0, "clever"))))
                .startsWith("control: strategy: clever (expected: equilibrium, ");
        assertThat(refusal(control(seats.get(0), Request.Action.REMOVE, ControlDetails.of(1))))
                .isEqualTo("control: without the token (expected: the instructor)");
        long id = hall.nextRequest();
        hall.registry.request(seats.get(0), new Request.GetRoster(id));
        assertThat(seats.get(0).awaitAnswer(id)).isInstanceOf(Response.Refused.class);
    }

    private static String refusal(Response response) {
        return ((Response.Refused) response).refusal().reason();
    }

    /** Time goes on, and the session has noticed. */
    private void pass(long millis) {
        hall.clock.addAndGet(millis);
        for (int i = 0; i < 3; i++) {
            FakeConnection probe = new FakeConnection();
            hall.registry.all().forEach(s -> hall.hello(probe, new Identity.Spectator(s.joinCode())));
        }
    }

    private Optional<StandIn> standIn(OpenedSession session, int seat) {
        return hall.registry.state(session.joinCode()).orElseThrow().standIn(seat);
    }

    private String playedBy(OpenedSession session, int seat) {
        return standIn(session, seat).map(StandIn::strategy).orElse("");
    }

    private List<SeatStatus> roster(FakeConnection instructor) {
        long id = hall.nextRequest();
        hall.registry.request(instructor, new Request.GetRoster(id));
        return ((Response.Roster) instructor.awaitAnswer(id)).seats();
    }

    private FakeConnection instructor(OpenedSession session) {
        FakeConnection instructor = new FakeConnection();
        hall.hello(instructor, new Identity.Instructor(session.joinCode(), session.instructorToken()));
        return instructor;
    }

    private Response control(FakeConnection connection, Request.Action action, ControlDetails details) {
        long id = hall.nextRequest();
        hall.registry.request(connection, new Request.Control(id, action, details));
        return connection.awaitAnswer(id);
    }

    private OpenedSession open(int seats, String staffing) {
        return hall.registry.open(plan(seats, staffing), OpenOptions.REPRODUCIBLE);
    }

    private static Plan plan(int seats, String staffing) {
        return PlanReader.read("""
                envelope: 1
                tick: 0.01
                seats: %d
                seed: test
                timing: {seconds: 60, grace: 5, result: 4}
                treatments:
                  only: {mechanism: first_price, bidders: 2, values: [0, 100]}
                rounds: 3
                %s
                """.formatted(seats, staffing)).orElseThrow();
    }
}
