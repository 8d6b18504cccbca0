package dev.envelope.client.link;

import dev.envelope.client.api.NotSent;
import dev.envelope.client.api.OutcomeUnknown;
import dev.envelope.client.api.Receipt;
import dev.envelope.game.message.Message;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One submission without an answer. */
final class Submission {

    final long id;
    final int round;
    final Message message;
    final CompletableFuture<Receipt> result;

    /** The number of the seat's last receipt for as long as this one has not come through and nobody else has sent. */
    int before;

    /** How often it was sent, over all connections. */
    int times;

    /** Whether it waits for what was sent before it to be known on this connection. */
    boolean held;

    Submission(long id, int round, Message message, CompletableFuture<Receipt> result, int before) {
        this.id = id;
        this.round = round;
        this.message = message;
        this.result = result;
        this.before = before;
    }

    void fail(String why, @Nullable Throwable cause) {
        result.completeExceptionally(times > 0 ? new OutcomeUnknown(why, cause) : new NotSent(why, cause));
    }
}
