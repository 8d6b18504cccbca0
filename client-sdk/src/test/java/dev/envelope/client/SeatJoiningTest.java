package dev.envelope.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.client.api.NotSent;
import dev.envelope.client.api.OutcomeUnknown;
import dev.envelope.client.api.Rejected;
import dev.envelope.client.link.Incoming;
import dev.envelope.client.link.Outgoing;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.view.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Joining a session, and the connection that is kept to it. */
class SeatJoiningTest extends SeatedScene {

    @Test
    void joiningGivesTheSeatAndTheSnapshot() {
        SeatClient seat = scene.seated();

        assertThat(seat.seat()).isEqualTo(7);
        assertThat(seat.snapshot().phase()).isEqualTo(Phase.LOBBY);
        assertThat(seat.isConnected()).isTrue();
    }

    @Test
    void joiningAnUnreachableServerFailsAtOnceAsNotSent() {
        server.refusesConnections = true;

        assertThat(failure(scene.join())).isInstanceOf(NotSent.class).hasMessageContaining("refused");
        assertThat(server.dials).isEqualTo(1);
    }

    @Test
    void joiningAFullSessionIsRejectedWithItsCode() {
        CompletableFuture<SeatClient> joined = scene.join();
        server.answer(new Incoming.Refused(new Refusal(RefusalCode.SESSION_FULL, "4 of 4 seats are taken")));

        assertThat(((Rejected) failure(joined)).code()).isEqualTo(RefusalCode.SESSION_FULL);
        assertThat(server.isConnected()).isFalse();
    }

    @Test
    void joiningASilentServerIsAnUnknownOutcome() {
        CompletableFuture<SeatClient> joined = scene.join();
        scene.loop.advance(Duration.ofSeconds(11));

        assertThat(failure(joined)).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void silentServerIsNoticedAndTheConnectionMadeAgain() {
        scene.seated();
        server.answersPings = false;
        scene.loop.advance(Duration.ofSeconds(11));

        assertThat(server.dials).isEqualTo(2);
    }

    @Test
    void answeringServerIsKept() {
        scene.seated();
        scene.loop.advance(Duration.ofMinutes(5));

        assertThat(server.dials).isEqualTo(1);
        assertThat(server.asked(Outgoing.Ping.class)).hasSize(60);
    }

    @Test
    void reconnectingStopsAfterTheBoundAndSaysWhy() {
        SeatClient seat = scene.seated();
        server.refusesConnections = true;
        server.cut();
        scene.loop.advance(Duration.ofMinutes(20));

        assertThat(server.dials).isEqualTo(1 + scene.wiring.limits().reconnectAttempts());
        assertThat(failure(seat.whenClosed())).isInstanceOf(NotSent.class);
    }

    @Test
    void afterTheSessionHasFinishedALostConnectionIsNotMadeAgain() {
        SeatClient seat = scene.seated();
        server.push(Scene.changed(Phase.FINISHED, false));
        server.cut();
        scene.loop.advance(Duration.ofMinutes(1));

        assertThat(server.dials).isEqualTo(1);
        assertThat(seat.whenClosed().toCompletableFuture()).isCompleted();
    }

    /** It would displace another one of its seat, and be displaced, for ever. */
    @Test
    void whoMakesWayForNewerConnectionsOfItsSeatDoesNotComeBack() {
        SeatClient seat = scene.seated();
        server.push(new Incoming.Refused(new Refusal(RefusalCode.TOO_MANY_CONNECTIONS, "connections: 5")));
        scene.loop.advance(Duration.ofMinutes(1));

        assertThat(server.dials).isEqualTo(1);
        assertThat(server.isConnected()).isFalse();
        assertThat(((Rejected) failure(seat.whenClosed())).code()).isEqualTo(RefusalCode.TOO_MANY_CONNECTIONS);
    }

    @Test
    void fullServerIsTriedAgainByWhoHasASeatAndNotByWhoHasNone() {
        Incoming full = new Incoming.Refused(new Refusal(RefusalCode.TOO_MANY_CONNECTIONS, "the server has 9"));
        SeatClient seat = scene.seated();
        server.cut();
        scene.loop.advance(Duration.ofSeconds(1));
        server.push(full);
        reconnect(Scene.lobby());
        assertThat(seat.isConnected()).isTrue();

        Scene other = new Scene();
        CompletableFuture<SeatClient> joined = other.join();
        other.server.push(full);
        other.loop.advance(Duration.ofMinutes(1));
        assertThat(((Rejected) failure(joined)).code()).isEqualTo(RefusalCode.TOO_MANY_CONNECTIONS);
        assertThat(other.server.dials).isEqualTo(1);
    }

    @Test
    void serverThatGoesDownIsTriedAgainWithItsReason() {
        SeatClient seat = scene.seated();
        List<Throwable> causes = new ArrayList<>();
        seat.listen(new SeatListener() {
            @Override
            public void disconnected(Throwable cause, Duration retryIn) {
                causes.add(cause);
            }
        });
        server.push(new Incoming.Refused(new Refusal(RefusalCode.SHUTTING_DOWN, "the server is going down")));
        reconnect(Scene.lobby());

        assertThat(seat.isConnected()).isTrue();
        assertThat(causes).singleElement().isInstanceOf(Rejected.class);
    }
}
