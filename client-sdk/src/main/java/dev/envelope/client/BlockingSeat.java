package dev.envelope.client;

import dev.envelope.client.api.ClientException;
import dev.envelope.client.api.OutcomeUnknown;
import dev.envelope.client.api.Receipt;
import dev.envelope.game.message.Message;
import dev.envelope.game.view.Snapshot;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A seat for callers that wait. Never to be used by a thread that calls a listener of the same seat for long. */
public final class BlockingSeat {

    private final SeatClient seat;
    private final Duration timeout;

    BlockingSeat(SeatClient seat, Duration timeout) {
        this.seat = seat;
        this.timeout = timeout;
    }

    /**
     * {@link SeatClient#submit}, waited for.
     *
     * @throws ClientException of the three kinds; {@link OutcomeUnknown} when the time is up
     */
    public Receipt submit(int round, Message message) {
        return await(seat.submit(round, message), timeout);
    }

    /** {@link SessionClient#refresh}, waited for. */
    public Snapshot refresh() {
        return await(seat.refresh(), timeout);
    }

    /**
     * The value of {@code stage}, once it has one.
     *
     * @throws ClientException what it failed with; {@link OutcomeUnknown} when it takes longer than {@code timeout} or
     *     the thread is interrupted
     */
    public static <T> T await(CompletionStage<T> stage, Duration timeout) {
        try {
            return stage.toCompletableFuture().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ClientException known) {
                throw known;
            }
            throw new CompletionException(e.getCause());
        } catch (TimeoutException e) {
            throw new OutcomeUnknown("no answer within " + timeout.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutcomeUnknown("interrupted while waiting for the answer", e);
        }
    }
}
