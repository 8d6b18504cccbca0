package dev.envelope.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.envelope.game.forms.FormKind;
import dev.envelope.game.message.Amount;
import dev.envelope.game.session.command.ControlDetails;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.SeatStatus;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Bots in the places of people, as a server sees them. */
class StandInTest extends StaffedHall {

    @Test
    void aStandInWhoseAnswerWasLostIsAskedAgain() {
        OpenedSession session = open(2, DROP_OUTS);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        seats.get(0).awaitSent(Response.RoundOpened.class);
        truthful.whenAsked = times -> {
            if (times == 1) {
                await().until(() -> !playedBy(session, 0).isEmpty()); // the answer is to be lost, not the order
                hall.journal.fail(1);
            }
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

    /** The seat was answered for before, by the same strategy, as that of one who says nothing. */
    @Test
    void aStandInAnswersForWhoIsRemoved() {
        OpenedSession session = open(2, "absent: {strategy: truthful}\n" + DROP_OUTS);
        hall.seat(session.joinCode(), 2);
        await().until(() -> answered(session, 0) && answered(session, 1));
        control(instructor(session), Request.Action.REMOVE, ControlDetails.of(0));

        await().until(() -> answered(session, 0));
        assertThat(truthful.asked).hasValue(3);
    }

    @Test
    void aStandInAnswersForWhoTakesConsentBack() {
        OpenedSession session = open(2, "absent: {strategy: truthful}\nconsent: Agree.\n" + DROP_OUTS);
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        consent(seats.get(0), true);
        consent(seats.get(1), true);
        await().until(() -> answered(session, 0) && answered(session, 1));
        consent(seats.get(0), false);

        await().until(() -> answered(session, 0));
        assertThat(truthful.asked).hasValue(3);
    }

    private void consent(FakeConnection seat, boolean agreed) {
        long id = hall.nextRequest();
        hall.registry.request(seat, new Request.FillForm(id, FormKind.CONSENT, agreed, 0, List.of()));
        seat.awaitAnswer(id);
    }

    private boolean answered(OpenedSession session, int seat) {
        SessionState state = hall.registry.state(session.joinCode()).orElseThrow();
        return state.round() == 1 && state.seat(seat).presence().reply().isPresent();
    }

    /** By then the question is another strategy's, which answers for whoever says nothing. */
    @Test
    void anAnswerThatComesAfterTheSeatWasGivenBackDoesNotCount() {
        OpenedSession session = open(2, "absent: {strategy: truthful}\n" + DROP_OUTS);
        CountDownLatch late = new CountDownLatch(1);
        truthful.whenAsked = times -> {
            if (times == 3) {
                await().until(() -> playedBy(session, 0).equals("zero_intelligence"));
                await().until(() -> playedBy(session, 0).isEmpty());
            } else if (times == 4) {
                await().until(() -> late.getCount() == 0);
            }
        };
        hall.seat(session.joinCode(), 2);
        await().until(() -> answered(session, 0) && answered(session, 1));
        FakeConnection instructor = instructor(session);
        control(instructor, Request.Action.REPLACE, ControlDetails.strategy(0, "zero_intelligence"));
        await().until(() -> truthful.asked.get() == 3);
        control(instructor, Request.Action.GIVE_BACK, ControlDetails.of(0));
        await().until(() -> truthful.asked.get() == 4);
        pass(0);
        late.countDown();
        await().until(() -> answered(session, 0));

        assertThat(hall.registry
                        .state(session.joinCode())
                        .orElseThrow()
                        .seat(0)
                        .presence()
                        .reply()
                        .orElseThrow()
                        .message())
                .isNotEqualTo(Optional.of(new Amount(0)));
    }

    private List<SeatStatus> roster(FakeConnection instructor) {
        long id = hall.nextRequest();
        hall.registry.request(instructor, new Request.GetRoster(id));
        return ((Response.Roster) instructor.awaitAnswer(id)).seats();
    }
}
