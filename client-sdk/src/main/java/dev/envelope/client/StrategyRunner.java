package dev.envelope.client;

import dev.envelope.game.strategy.Strategy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A {@link Strategy} at work in a seat: it is asked in every round, and told every result. */
public final class StrategyRunner {

    private final CompletableFuture<PlayReport> finished = new CompletableFuture<>();

    private StrategyRunner() {}

    /**
     * Puts {@code strategy} to work in {@code seat}, beginning with the round that is open, if any.
     *
     * <p>A strategy that throws, or whose message is refused, abstains in that round, and the report counts it.
     *
     * @param seed of the strategy's randomness; the same seed, seat and round give the same generator everywhere
     */
    public static StrategyRunner start(SeatClient seat, Strategy strategy, long seed) {
        return new StrategyRunner();
    }

    /** Completes when the session has finished; fails with what the client gave up for. */
    public CompletionStage<PlayReport> whenFinished() {
        return finished;
    }
}
