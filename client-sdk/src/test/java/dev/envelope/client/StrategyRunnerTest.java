package dev.envelope.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.client.api.Receipt;
import dev.envelope.client.link.Incoming;
import dev.envelope.client.link.Outgoing;
import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.game.strategy.StrategyRandom;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.View;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class StrategyRunnerTest {

    private static final Strategy DRAWS = (view, random) -> new Amount(random.nextLong() & 0xfff);

    private final Scene scene = new Scene();
    private final FakeServer server = scene.server;
    private final SeatClient seat = scene.seated();

    @Test
    void strategyIsAskedWhenARoundOpensWithTheGeneratorOfSeatAndRound() {
        StrategyRunner.start(seat, DRAWS, 42);
        server.push(Scene.opened(1));
        server.push(Scene.opened(2));

        assertThat(submitted())
                .containsExactly(
                        DRAWS.decide(view(), StrategyRandom.forSeat(42, 7, 1)),
                        DRAWS.decide(view(), StrategyRandom.forSeat(42, 7, 2)));
    }

    @Test
    void strategyBeginsInTheRoundThatIsOpen() {
        server.push(Scene.opened(1));
        StrategyRunner.start(seat, DRAWS, 42);

        assertThat(submitted()).hasSize(1);
    }

    @Test
    void standingMessageIsNotReplaced() {
        server.push(Scene.opened(1));
        seat.submit(1, new Amount(5));
        server.answer(new Incoming.Received(new Receipt(1, 1, "ab")));
        StrategyRunner.start(seat, DRAWS, 42);

        assertThat(submitted()).containsExactly(new Amount(5));
    }

    @Test
    void strategyThatThrowsAbstainsAndIsReported() {
        CompletableFuture<PlayReport> report = play((view, random) -> {
            throw new IllegalStateException("no idea");
        });
        server.push(Scene.opened(1));
        server.push(Scene.changed(Phase.FINISHED, false));

        assertThat(submitted()).containsExactly(new Abstain());
        assertThat(report.join().failures()).isEqualTo(1);
        assertThat(report.join().firstFailure()).get().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusedMessageIsReplacedByAnAbstentionAndReported() {
        CompletableFuture<PlayReport> report = play(DRAWS);
        server.push(Scene.opened(1));
        server.answer(new Incoming.Refused(new Refusal(RefusalCode.ABOVE_MAXIMUM, "too much")));
        server.push(Scene.changed(Phase.FINISHED, false));

        assertThat(submitted()).hasSize(2).last().isEqualTo(new Abstain());
        assertThat(report.join().failures()).isEqualTo(1);
    }

    @Test
    void lateMessageIsNoFailure() {
        CompletableFuture<PlayReport> report = play(DRAWS);
        server.push(Scene.opened(1));
        server.answer(new Incoming.Refused(new Refusal(RefusalCode.LATE, "closed")));
        server.push(Scene.changed(Phase.FINISHED, false));

        assertThat(submitted()).hasSize(1);
        assertThat(report.join().failures()).isZero();
    }

    @Test
    void messageThatMetAPauseIsSentAgainWhenTheSessionGoesOn() {
        StrategyRunner.start(seat, DRAWS, 42);
        server.push(Scene.opened(1));
        server.answer(new Incoming.Refused(new Refusal(RefusalCode.WRONG_PHASE, "paused")));
        server.push(Scene.changed(Phase.OPEN, true));
        assertThat(submitted()).hasSize(1);
        server.push(Scene.changed(Phase.OPEN, false));

        assertThat(submitted()).hasSize(2);
        assertThat(submitted().get(1)).isEqualTo(submitted().get(0));
    }

    @Test
    void messageThatMetAShutdownIsNoFailure() {
        StrategyRunner.start(seat, DRAWS, 42);
        server.push(Scene.opened(1));
        server.answer(new Incoming.Refused(new Refusal(RefusalCode.SHUTTING_DOWN, "going down")));

        assertThat(submitted()).hasSize(1);
    }

    @Test
    void resultsAreLearntAndTheReportHasTheTotal() {
        List<RoundResult> learnt = new ArrayList<>();
        CompletableFuture<PlayReport> report = play(new Strategy() {
            @Override
            public Message decide(View view, RandomGenerator random) {
                return new Amount(1);
            }

            @Override
            public void learn(RoundResult result) {
                learnt.add(result);
            }
        });
        server.push(Scene.opened(1));
        server.push(new Incoming.RoundSettled(Scene.result(1)));
        server.push(Scene.changed(Phase.FINISHED, false));

        assertThat(learnt).containsExactly(Scene.result(1));
        assertThat(report.join()).isEqualTo(new PlayReport(7, 1, 10, new BigDecimal("0.01"), 0, Optional.empty()));
    }

    @Test
    void closingTheSeatBeforeTheEndFailsTheRun() {
        CompletableFuture<PlayReport> report = play(DRAWS);
        seat.close();

        assertThat(report).isCompletedExceptionally();
    }

    private CompletableFuture<PlayReport> play(Strategy strategy) {
        return StrategyRunner.start(seat, strategy, 42).whenFinished().toCompletableFuture();
    }

    private View view() {
        return seat.snapshot().view().orElseThrow();
    }

    private List<Message> submitted() {
        return server.asked(Outgoing.Submit.class).stream()
                .map(asked -> ((Outgoing.Submit) asked.request()).message())
                .toList();
    }
}
