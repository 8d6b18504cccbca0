package dev.envelope.client;

import dev.envelope.client.api.OutcomeUnknown;
import dev.envelope.client.api.Rejected;
import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Message;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.game.strategy.StrategyRandom;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.Snapshot;
import dev.envelope.game.view.View;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link Strategy} at work in a seat: it is asked in every round, and told every result, on the thread that calls the
 * seat's listeners.
 */
public final class StrategyRunner {

    private static final Logger LOG = LoggerFactory.getLogger(StrategyRunner.class);

    /** The round is over, and nothing can be done about it. */
    private static final Set<RefusalCode> TOO_LATE = EnumSet.of(RefusalCode.LATE, RefusalCode.WRONG_ROUND);

    /** The session stands still, or the server does; the message is sent again when they go on. */
    private static final Set<RefusalCode> NOT_NOW =
            EnumSet.of(RefusalCode.WRONG_PHASE, RefusalCode.UNAVAILABLE, RefusalCode.SHUTTING_DOWN);

    private final SeatClient seat;
    private final Strategy strategy;
    private final long seed;
    private final CompletableFuture<PlayReport> finished = new CompletableFuture<>();

    private int rounds;
    private int failures;
    private @Nullable Throwable firstFailure;
    private @Nullable Postponed postponed;

    private StrategyRunner(SeatClient seat, Strategy strategy, long seed) {
        this.seat = seat;
        this.strategy = strategy;
        this.seed = seed;
    }

    /**
     * Puts {@code strategy} to work in {@code seat}, beginning with the round that is open, if any.
     *
     * <p>A strategy that throws, or whose message is refused, abstains in that round, and the report counts it.
     *
     * @param seed of the strategy's randomness; the same seed, seat and round give the same generator everywhere
     */
    public static StrategyRunner start(SeatClient seat, Strategy strategy, long seed) {
        StrategyRunner runner = new StrategyRunner(seat, strategy, seed);
        seat.listen(runner.new Ears());
        return runner;
    }

    /** Completes when the session has finished; fails with what the client gave up for. */
    public CompletionStage<PlayReport> whenFinished() {
        return finished.minimalCompletionStage();
    }

    private void play(View view) {
        rounds++;
        Message message;
        try {
            message = strategy.decide(view, StrategyRandom.forSeat(seed, view.seat(), view.round()));
        } catch (RuntimeException | StackOverflowError e) {
            failed("the strategy threw", view.round(), e);
            message = new Abstain();
        }
        submit(view.round(), message);
    }

    private void submit(int round, Message message) {
        seat.submit(round, message).whenComplete((receipt, failure) -> answered(round, message, failure));
    }

    /** Called on the client's loop. */
    private synchronized void answered(int round, Message message, @Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof Rejected rejected && NOT_NOW.contains(rejected.code())) {
            postponed = new Postponed(round, message);
        } else if (cause instanceof Rejected rejected && !TOO_LATE.contains(rejected.code())) {
            failed("the message was refused", round, rejected);
            if (!(message instanceof Abstain)) {
                submit(round, new Abstain());
            }
        } else if (cause != null) {
            LOG.debug("seat {} round {}: {}", seat.seat(), round, cause.getMessage());
        }
    }

    private synchronized void failed(String what, int round, Throwable cause) {
        failures++;
        if (firstFailure == null) {
            firstFailure = cause;
            LOG.warn("seat {} round {}: {}; the seat abstains", seat.seat(), round, what, cause);
        }
    }

    private synchronized Optional<Postponed> takePostponed() {
        Optional<Postponed> taken = Optional.ofNullable(postponed);
        postponed = null;
        return taken;
    }

    private void look(Snapshot snapshot) {
        if (snapshot.phase() == Phase.FINISHED) {
            finished.complete(report(snapshot));
        } else if (snapshot.phase() == Phase.OPEN && !snapshot.paused()) {
            int open = snapshot.view().map(View::round).orElse(0);
            takePostponed().filter(p -> p.round == open).ifPresent(p -> submit(p.round, p.message));
        }
    }

    /** All treatments of a session share their tick. */
    private synchronized PlayReport report(Snapshot end) {
        BigDecimal tick = end.treatments().get(0).ticks().size();
        return new PlayReport(seat.seat(), rounds, end.totalTicks(), tick, failures, Optional.ofNullable(firstFailure));
    }

    private record Postponed(int round, Message message) {}

    private final class Ears implements SeatListener {

        @Override
        public void refreshed(Snapshot snapshot) {
            look(snapshot);
        }

        @Override
        public void sessionChanged(Snapshot snapshot) {
            look(snapshot);
        }

        @Override
        public void roundOpened(View view) {
            if (view.standing().isEmpty()) {
                play(view);
            }
        }

        @Override
        public void roundSettled(RoundResult result) {
            try {
                strategy.learn(result);
            } catch (RuntimeException | StackOverflowError e) {
                failed("the strategy threw while learning", result.round(), e);
            }
        }

        @Override
        public void closed(Optional<Throwable> cause) {
            finished.completeExceptionally(
                    cause.orElseGet(() -> new OutcomeUnknown("the client was closed before the session finished")));
        }
    }
}
