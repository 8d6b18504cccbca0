package dev.envelope.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.client.api.Receipt;
import dev.envelope.client.link.Incoming;
import dev.envelope.game.message.Amount;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** A seat in a scene, and what its tests do with it. */
abstract class SeatedScene {

    static final Incoming RECEIPT = new Incoming.Received(new Receipt(1, 1, "ab"));
    final Scene scene = new Scene();
    final FakeServer server = scene.server;

    SeatClient opened() {
        SeatClient seat = scene.seated();
        server.push(Scene.opened(1));
        return seat;
    }

    void reconnect(Incoming.Current current) {
        scene.loop.advance(Duration.ofSeconds(1));
        server.answer(Scene.welcome(current));
    }

    static CompletableFuture<Receipt> submit(SeatClient seat, int round, long ticks) {
        return seat.submit(round, new Amount(ticks)).toCompletableFuture();
    }

    static Throwable failure(CompletionStage<?> stage) {
        assertThat(stage.toCompletableFuture()).isDone(); // time does not pass by itself here
        return stage.handle((value, failure) -> {
                    assertThat(failure).isNotNull();
                    return failure instanceof CompletionException e && e.getCause() != null ? e.getCause() : failure;
                })
                .toCompletableFuture()
                .join();
    }
}
