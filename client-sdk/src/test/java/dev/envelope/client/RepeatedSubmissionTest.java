package dev.envelope.client;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.envelope.game.view.View;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What becomes of messages whose answer a cut connection has taken away. */
class RepeatedSubmissionTest extends SeatedScene {

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

    private List<Long> sent() {
        return server.asked(Outgoing.Submit.class).stream()
                .map(asked -> ((Amount) ((Outgoing.Submit) asked.request()).message()).ticks())
                .toList();
    }
}
