package dev.envelope.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.game.message.Amount;
import dev.envelope.game.session.command.ControlDetails;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People who leave, and when others act for them, as a server sees them. */
class DropOutTest extends StaffedHall {

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
}
