package dev.envelope.benchmarks;

import dev.envelope.client.BlockingSeat;
import dev.envelope.client.SeatClient;
import dev.envelope.client.SeatListener;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.Snapshot;
import dev.envelope.game.view.View;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** One of a class, and the rounds it has seen. */
final class Pupil implements SeatListener {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final SeatClient seat;
    private final Map<Integer, CompletableFuture<Boolean>> opened = new ConcurrentHashMap<>();
    private final Map<Integer, CompletableFuture<Boolean>> settled = new ConcurrentHashMap<>();

    Pupil(SeatClient seat) {
        this.seat = seat;
        seat.listen(this);
    }

    @Override
    public void roundOpened(View view) {
        round(opened, view.round()).complete(true);
    }

    @Override
    public void roundSettled(RoundResult result) {
        round(settled, result.round()).complete(true);
    }

    @Override
    public void refreshed(Snapshot snapshot) {
        snapshot.lastResult().ifPresent(this::roundSettled);
        snapshot.view().filter(view -> view.phase() == Phase.OPEN).ifPresent(this::roundOpened);
    }

    /** Waits until the round takes messages. */
    void awaitOpen(int round) {
        BlockingSeat.await(round(opened, round), PATIENCE);
    }

    /** Waits for the round's result. */
    void awaitSettled(int round) {
        BlockingSeat.await(round(settled, round), PATIENCE);
    }

    private static CompletableFuture<Boolean> round(Map<Integer, CompletableFuture<Boolean>> rounds, int round) {
        return rounds.computeIfAbsent(round, number -> new CompletableFuture<>());
    }
}
