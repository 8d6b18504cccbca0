package dev.envelope.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envelope.client.api.NotSent;
import dev.envelope.client.api.OutcomeUnknown;
import dev.envelope.client.api.Receipt;
import dev.envelope.client.api.Rejected;
import dev.envelope.client.link.Incoming;
import dev.envelope.client.link.Outgoing;
import dev.envelope.game.message.Amount;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.Snapshot;
import dev.envelope.game.view.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SeatClientTest extends SeatedScene {

    @Test
    void submissionCompletesWithItsReceiptAndStands() {
        SeatClient seat = opened();
        CompletableFuture<Receipt> receipt = submit(seat, 1, 3_000);
        assertThat(receipt).isNotDone();
        server.answer(RECEIPT);

        assertThat(receipt).isCompletedWithValue(new Receipt(1, 1, "ab"));
        assertThat(seat.snapshot().view().flatMap(View::standing)).contains(new Amount(3_000));
    }

    @Test
    void refusedSubmissionIsRejectedAndDoesNotStand() {
        SeatClient seat = opened();
        CompletableFuture<Receipt> receipt = submit(seat, 1, 99_999);
        server.answer(new Incoming.Refused(new Refusal(RefusalCode.ABOVE_MAXIMUM, "99999 (expected: at most 10000)")));

        assertThat(((Rejected) failure(receipt)).code()).isEqualTo(RefusalCode.ABOVE_MAXIMUM);
        assertThat(seat.snapshot().view().flatMap(View::standing)).isEmpty();
    }

    @Test
    void moreSubmissionsThanTheServerTakesAtOnceAreNotSent() {
        SeatClient seat = opened();
        for (int i = 0; i < 4; i++) {
            assertThat(submit(seat, 1, i)).isNotDone();
        }

        assertThat(failure(submit(seat, 1, 5))).isInstanceOf(NotSent.class).hasMessageContaining("4 submissions");
    }

    @Test
    void closingFailsUnansweredSubmissionsAndSaysSo() {
        SeatClient seat = opened();
        CompletableFuture<Receipt> receipt = submit(seat, 1, 3_000);
        seat.close();

        assertThat(failure(receipt)).isInstanceOf(OutcomeUnknown.class);
        assertThat(seat.whenClosed().toCompletableFuture()).isCompleted();
        assertThat(failure(submit(seat, 1, 1))).isInstanceOf(NotSent.class);
        assertThat(server.isConnected()).isFalse();
    }

    @Test
    void missingPushMakesTheClientAskForASnapshotOnce() {
        SeatClient seat = scene.seated();
        server.losePush();
        server.push(Scene.opened(1));
        server.losePush();
        server.push(new Incoming.RoundSettled(Scene.result(1)));

        assertThat(server.asked(Outgoing.GetSnapshot.class)).hasSize(1);
        server.answer(Scene.open(2, 0, Optional.empty()));
        assertThat(seat.snapshot().view().map(View::round)).contains(2);
    }

    @Test
    void unknownTreatmentMakesTheClientAskForASnapshot() {
        scene.seated();
        server.push(new Incoming.RoundOpened(1, "other", 0, 5, OptionalLong.empty()));

        assertThat(server.asked(Outgoing.GetSnapshot.class)).hasSize(1);
    }

    @Test
    void listenersHearEachRoundOnceInOrder() {
        SeatClient seat = scene.seated();
        List<String> heard = new ArrayList<>();
        seat.listen(new Recorder(heard));
        server.push(Scene.opened(1));
        server.push(new Incoming.RoundSettled(Scene.result(1)));
        server.cut();
        reconnect(Scene.open(2, 0, Optional.empty()));
        server.push(new Incoming.RoundSettled(Scene.result(2)));

        assertThat(heard).containsExactly("LOBBY", "open 1", "settled 1", "down", "up", "OPEN", "open 2", "settled 2");
    }

    @Test
    void listenerAddedLateHearsTheOpenRound() {
        SeatClient seat = opened();
        List<String> heard = new ArrayList<>();
        seat.listen(new Recorder(heard));

        assertThat(heard).containsExactly("OPEN", "open 1");
    }

    @Test
    void blockingViewGivesTheReceiptOrTheKnownError() {
        SeatClient seat = opened();

        assertThatThrownBy(() -> seat.blocking(Duration.ofMillis(1)).submit(1, new Amount(1)))
                .isInstanceOf(OutcomeUnknown.class);
        seat.close();
        assertThatThrownBy(() -> seat.blocking(Duration.ofMillis(1)).submit(1, new Amount(1)))
                .isInstanceOf(NotSent.class);
    }

    private record Recorder(List<String> heard) implements SeatListener {
        @Override
        public void refreshed(Snapshot snapshot) {
            heard.add(snapshot.phase().name());
        }

        @Override
        public void roundOpened(View view) {
            heard.add("open " + view.round());
        }

        @Override
        public void roundSettled(RoundResult result) {
            heard.add("settled " + result.round());
        }

        @Override
        public void disconnected(Throwable cause, Duration retryIn) {
            heard.add("down");
        }

        @Override
        public void reconnected() {
            heard.add("up");
        }
    }
}
