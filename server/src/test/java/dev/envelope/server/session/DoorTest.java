package dev.envelope.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.game.session.command.ControlDetails;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.server.request.Identity;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is let in, and to what. */
final class DoorTest {

    private final Hall hall = new Hall();

    @AfterEach
    void close() {
        hall.close();
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

    private Response control(FakeConnection connection, Request.Action action) {
        long id = hall.nextRequest();
        hall.registry.request(connection, new Request.Control(id, action, ControlDetails.NONE));
        return connection.awaitAnswer(id);
    }
}
