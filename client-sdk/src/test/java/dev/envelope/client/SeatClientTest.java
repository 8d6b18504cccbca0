package dev.envelope.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envelope.client.api.NotSent;
import dev.envelope.client.api.OutcomeUnknown;
import dev.envelope.client.api.Receipt;
import dev.envelope.client.api.Rejected;
import dev.envelope.client.link.Incoming;
import dev.envelope.client.link.Outgoing;
import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.Snapshot;
import dev.envelope.game.view.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class SeatClientTest {

    private static final Incoming RECEIPT = new Incoming.Received(new Receipt(1, 1, "ab"));

    private final Scene scene = new Scene();
    private final FakeServer server = scene.server;

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
    void unansweredSubmissionIsSentAgainWithTheSameIdWhileItsRoundIsOpen() {
        SeatClient seat = opened();
        CompletableFuture<Receipt> receipt = submit(seat, 1, 3_000);
        server.cut();
        reconnect(Scene.open(1, 0, Optional.empty()));

        List<FakeServer.Asked> sent = server.asked(Outgoing.Submit.class);
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1)).isEqualTo(sent.get(0));
        server.answer(RECEIPT);
        server.answer(Scene.open(1, 1, Optional.of(new Amount(3_000))));
        assertThat(receipt).isCompleted();
    }

    @Test
    void messageOfAnotherConnectionThatCameMeanwhileIsNotReplacedByARepetition() {
        SeatClient seat = opened();
        CompletableFuture<Receipt> sent = submit(seat, 1, 3_000);
        server.cut();
        CompletableFuture<Receipt> unsent = submit(seat, 1, 3_100);
        reconnect(Scene.open(1, 1, Optional.of(new Amount(4_000))));

        assertThat(server.asked(Outgoing.Submit.class)).hasSize(1);
        assertThat(failure(sent)).isInstanceOf(OutcomeUnknown.class).hasMessageContaining("another connection");
        assertThat(failure(unsent)).isInstanceOf(NotSent.class).hasMessageContaining("another connection");
        assertThat(seat.snapshot().view().flatMap(View::standing)).contains(new Amount(4_000));
    }

    @Test
    void messageOfAnotherConnectionThatWasHeardOfBeforeTheCutIsNotReplacedEither() {
        SeatClient seat = opened();
        CompletableFuture<Receipt> sent = submit(seat, 1, 3_000);
        server.push(Scene.open(1, 1, Optional.of(new Amount(4_000))));
        CompletableFuture<Receipt> later = submit(seat, 1, 4_500);
        server.cut();
        reconnect(Scene.open(1, 1, Optional.of(new Amount(4_000))));

        assertThat(failure(sent)).isInstanceOf(OutcomeUnknown.class);
        assertThat(server.asked(Outgoing.Submit.class)).hasSize(3);
        server.answer(RECEIPT);
        server.answer(Scene.open(1, 2, Optional.of(new Amount(4_500))));
        assertThat(later).isCompleted();
    }

    @Test
    void messageIsNotRepeatedWhenAnotherConnectionHasSentAndTakenBackItsOwn() {
        SeatClient seat = opened();
        server.push(Scene.open(1, 1, Optional.of(new Abstain())));
        CompletableFuture<Receipt> sent = submit(seat, 1, 1_900);
        server.cut();
        reconnect(Scene.open(1, 3, Optional.of(new Abstain())));

        assertThat(server.asked(Outgoing.Submit.class)).hasSize(1);
        assertThat(failure(sent)).isInstanceOf(OutcomeUnknown.class).hasMessageContaining("another connection");
    }

    @Test
    void ownMessageThatStandsIsNoReasonNotToRepeatWhatCameAfterIt() {
        SeatClient seat = opened();
        CompletableFuture<Receipt> first = submit(seat, 1, 3_000);
        CompletableFuture<Receipt> second = submit(seat, 1, 3_100);
        CompletableFuture<Receipt> third = submit(seat, 1, 3_200);
        server.answer(server.asked(Outgoing.Submit.class).get(0).id(), RECEIPT);
        server.cut();
        assertThat(first).isCompleted();
        reconnect(Scene.open(1, 1, Optional.of(new Amount(3_000))));
        assertThat(server.asked(Outgoing.Submit.class)).hasSize(5);
        server.cut();
        reconnect(Scene.open(1, 2, Optional.of(new Amount(3_100))));
        CompletableFuture<Receipt> fourth = submit(seat, 1, 3_300);
        assertThat(sent()).endsWith(3_000L, 3_100L, 3_200L, 3_100L, 3_200L, 3_100L);
        server.answer(new Incoming.Received(new Receipt(1, 2, "ab")));
        assertThat(sent()).endsWith(3_100L, 3_200L, 3_300L);
        assertThat(second).isNotDone();
        assertThat(third).isNotDone();
        assertThat(fourth).isNotDone();
    }

    @Test
    void theVeryMessageOfAnotherConnectionIsNotTakenForTheOwn() {
        SeatClient seat = opened();
        CompletableFuture<Receipt> first = submit(seat, 1, 3_000);
        CompletableFuture<Receipt> second = submit(seat, 1, 3_100);
        server.cut();
        reconnect(Scene.open(1, 1, Optional.of(new Amount(3_000))));
        assertThat(sent()).containsExactly(3_000L, 3_100L, 3_000L);
        server.answer(new Incoming.Received(new Receipt(1, 2, "ab")));

        assertThat(sent()).containsExactly(3_000L, 3_100L, 3_000L);
        assertThat(failure(second)).isInstanceOf(OutcomeUnknown.class).hasMessageContaining("another connection");
        server.answer(Scene.open(1, 2, Optional.of(new Amount(3_000))));
        assertThat(first).isCompleted();
    }

    @Test
    void whatWaitsForARefusedRepetitionIsNotLeftWaiting() {
        SeatClient seat = opened();
        CompletableFuture<Receipt> first = submit(seat, 1, 3_000);
        CompletableFuture<Receipt> second = submit(seat, 1, 3_100);
        server.cut();
        reconnect(Scene.open(1, 1, Optional.of(new Amount(3_000))));
        CompletableFuture<Receipt> third = submit(seat, 1, 3_200);
        server.answer(new Incoming.Refused(new Refusal(RefusalCode.UNAVAILABLE, "a fault")));

        assertThat(failure(first)).isInstanceOf(Rejected.class);
        assertThat(failure(second)).isInstanceOf(OutcomeUnknown.class);
        assertThat(sent()).containsExactly(3_000L, 3_100L, 3_000L, 3_200L);
        assertThat(third).isNotDone();
    }

    @Test
    void messageThatALaterOneOfTheSameClientReplacedIsNotRepeated() {
        SeatClient seat = opened();
        CompletableFuture<Receipt> first = submit(seat, 1, 3_000);
        CompletableFuture<Receipt> second = submit(seat, 1, 3_100);
        server.cut();
        reconnect(Scene.open(1, 2, Optional.of(new Amount(3_100))));

        assertThat(sent()).containsExactly(3_000L, 3_100L, 3_100L);
        assertThat(failure(first)).isInstanceOf(OutcomeUnknown.class).hasMessageContaining("a later message");
        assertThat(second).isNotDone();
    }

    @Test
    void receiptOfARepetitionWaitsForWhatStandsAndIsNotTakenForIt() {
        SeatClient seat = opened();
        CompletableFuture<Receipt> receipt = submit(seat, 1, 3_000);
        server.cut();
        reconnect(Scene.open(1, 1, Optional.of(new Amount(3_000))));
        server.answer(RECEIPT);
        assertThat(receipt).isNotDone();
        server.answer(Scene.open(1, 1, Optional.of(new Amount(4_000))));

        assertThat(receipt).isCompleted();
        assertThat(seat.snapshot().view().flatMap(View::standing)).contains(new Amount(4_000));
    }

    @Test
    void receiptOfARepetitionComesEvenWhenTheConnectionIsCutBeforeTheSnapshot() {
        SeatClient seat = opened();
        CompletableFuture<Receipt> receipt = submit(seat, 1, 3_000);
        server.cut();
        reconnect(Scene.open(1, 0, Optional.empty()));
        server.answer(RECEIPT);
        server.cut();

        assertThat(receipt).isCompleted();
    }

    @Test
    void submissionMadeWhileTheConnectionIsDownIsSentWhenItIsBack() {
        SeatClient seat = opened();
        server.cut();
        CompletableFuture<Receipt> receipt = submit(seat, 1, 3_000);
        reconnect(Scene.open(1, 0, Optional.empty()));
        server.answer(RECEIPT);

        assertThat(receipt).isCompleted();
    }

    @Test
    void unansweredSubmissionOfAPastRoundIsAnUnknownOutcomeAndAnUnsentOneIsNotSent() {
        SeatClient seat = opened();
        CompletableFuture<Receipt> sent = submit(seat, 1, 3_000);
        server.cut();
        CompletableFuture<Receipt> unsent = submit(seat, 1, 3_100);
        reconnect(Scene.open(2, 0, Optional.empty()));

        assertThat(failure(sent)).isInstanceOf(OutcomeUnknown.class);
        assertThat(failure(unsent)).isInstanceOf(NotSent.class);
        assertThat(server.asked(Outgoing.Submit.class)).hasSize(1);
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

    private SeatClient opened() {
        SeatClient seat = scene.seated();
        server.push(Scene.opened(1));
        return seat;
    }

    private List<Long> sent() {
        return server.asked(Outgoing.Submit.class).stream()
                .map(asked -> ((Amount) ((Outgoing.Submit) asked.request()).message()).ticks())
                .toList();
    }

    private void reconnect(Incoming.Current current) {
        scene.loop.advance(Duration.ofSeconds(1));
        server.answer(Scene.welcome(current));
    }

    private static CompletableFuture<Receipt> submit(SeatClient seat, int round, long ticks) {
        return seat.submit(round, new Amount(ticks)).toCompletableFuture();
    }

    private static Throwable failure(CompletionStage<?> stage) {
        assertThat(stage.toCompletableFuture()).isDone(); // time does not pass by itself here
        return stage.handle((value, failure) -> {
                    assertThat(failure).isNotNull();
                    return failure instanceof CompletionException e && e.getCause() != null ? e.getCause() : failure;
                })
                .toCompletableFuture()
                .join();
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
