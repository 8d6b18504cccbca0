package dev.envelope.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.game.session.command.ControlDetails;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the instructor does about people, and what they are told of it. */
class PeopleTest extends StaffedHall {

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
}
