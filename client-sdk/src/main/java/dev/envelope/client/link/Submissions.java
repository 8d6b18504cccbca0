package dev.envelope.client.link;

import dev.envelope.client.api.ClientException;
import dev.envelope.client.api.NotSent;
import dev.envelope.client.api.OutcomeUnknown;
import dev.envelope.client.api.Receipt;
import dev.envelope.client.api.Rejected;
import dev.envelope.game.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The submissions that have no answer yet. They outlive a connection: on the next one each is sent again, as the same
 * request, if its round is still open. Used on the client's loop only.
 */
public final class Submissions {

    private final Lifeline line;
    private final BiConsumer<Integer, Message> received;
    private final Map<Long, Submission> unanswered = new LinkedHashMap<>();

    /** Submissions over {@code line}; {@code received} hears of each that stands, with its round. */
    public Submissions(Lifeline line, BiConsumer<Integer, Message> received) {
        this.line = line;
        this.received = received;
    }

    /** How many have no answer yet. */
    public int size() {
        return unanswered.size();
    }

    /** Sends a submission now, or as soon as there is a connection. */
    public void add(long id, int round, Message message, CompletableFuture<Receipt> result) {
        Submission submission = new Submission(id, round, message, result);
        unanswered.put(id, submission);
        if (line.isUp()) {
            send(submission);
        }
    }

    /** A new connection is up, and {@code openRound} takes messages; 0 for none. */
    public void resume(int openRound) {
        for (Submission submission : List.copyOf(unanswered.values())) {
            if (submission.round == openRound) {
                send(submission);
            } else {
                unanswered.remove(submission.id);
                submission.fail("round " + submission.round + " was over when the connection came back", null);
            }
        }
    }

    /** There will be no more connections. */
    public void abandon(String why, @Nullable Throwable cause) {
        List<Submission> left = new ArrayList<>(unanswered.values());
        unanswered.clear();
        left.forEach(submission -> submission.fail(why, cause));
    }

    private void send(Submission submission) {
        submission.sent = true;
        line.call(submission.id, new Outgoing.Submit(submission.round, submission.message))
                .whenComplete((answer, failure) -> {
                    if (failure instanceof LinkClosed || unanswered.get(submission.id) != submission) {
                        return;
                    }
                    unanswered.remove(submission.id);
                    settle(submission, answer, failure);
                });
    }

    private void settle(Submission submission, @Nullable Incoming answer, @Nullable Throwable failure) {
        if (answer instanceof Incoming.Received receipt) {
            received.accept(submission.round, submission.message);
            submission.result.complete(receipt.receipt());
        } else if (answer instanceof Incoming.Refused refused) {
            submission.result.completeExceptionally(new Rejected(refused.refusal()));
        } else if (failure instanceof ClientException known) {
            submission.result.completeExceptionally(known);
        } else {
            submission.result.completeExceptionally(new OutcomeUnknown("answered by " + answer, failure));
        }
    }

    private static final class Submission {
        private final long id;
        private final int round;
        private final Message message;
        private final CompletableFuture<Receipt> result;
        private boolean sent;

        Submission(long id, int round, Message message, CompletableFuture<Receipt> result) {
            this.id = id;
            this.round = round;
            this.message = message;
            this.result = result;
        }

        void fail(String why, @Nullable Throwable cause) {
            result.completeExceptionally(sent ? new OutcomeUnknown(why, cause) : new NotSent(why, cause));
        }
    }
}
