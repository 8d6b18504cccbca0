package dev.envelope.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envelope.game.session.command.ControlDetails;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names that lead to the latest of several sessions. */
class RoomTest extends StaffedHall {

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

    @Test
    void aRoomIsNoJoinCode() {
        for (String wrong : List.of("abcde", "ab", "Econ", "-ab", "econ 1", "x".repeat(41))) {
            assertThatThrownBy(() -> OpenOptions.RANDOM.inRoom(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("room: " + wrong + " (expected: ");
        }
    }

    private int taken(OpenedSession session) {
        return hall.registry.state(session.joinCode()).orElseThrow().seatsTaken();
    }
}
