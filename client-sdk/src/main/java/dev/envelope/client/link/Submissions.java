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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The submissions that have no answer yet. They outlive a connection: on the next one each is sent again, as the same
 * request, if its round is still open and nobody else has sent for the seat since. Used on the client's loop only.
 *
 * <p>Whether a request came through before its connection was lost shows in what stands afterwards: the message that stood
 * before, or one of those without an answer. Any other comes from another connection of the seat, and is newer. To repeat
 * the request would replace it, had the first one never arrived; so it is not repeated, and its outcome is unknown.
 *
 * <p>The answer to a repeated request says that the message was stored, not that it still stands. What stands is then read
 * from a snapshot before the submission is said to be over.
 */
public final class Submissions {

    /** Where the submissions are made. */
    public interface Seat {

        /** The seat's message in {@code round}, as far as is known. */
        Optional<Message> standing(int round);

        /** The server has taken {@code message}, which stands from now on. */
        void stands(int round, Message message);

        /** Finds out what stands; ends when that is known, or cannot be found out. */
        CompletionStage<?> look();
    }

    private static final String REPLACED = "another connection of the seat has sent a message since, which stands";

    private final Lifeline line;
    private final Seat seat;
    private final Map<Long, Submission> unanswered = new LinkedHashMap<>();

    /** Submissions of {@code seat} over {@code line}. */
    public Submissions(Lifeline line, Seat seat) {
        this.line = line;
        this.seat = seat;
    }

    /** How many have no answer yet. */
    public int size() {
        return unanswered.size();
    }

    /** Sends a submission now, or as soon as there is a connection. */
    public void add(long id, int round, Message message, CompletableFuture<Receipt> result) {
        Submission submission = new Submission(id, round, message, result, seat.standing(round));
        unanswered.put(id, submission);
        if (line.isUp()) {
            send(submission);
        }
    }

    /** A new connection is up, and {@code openRound} takes messages; 0 for none. */
    public void resume(int openRound) {
        Optional<Message> standing = seat.standing(openRound);
        List<Submission> left = List.copyOf(unanswered.values());
        boolean own = left.stream().anyMatch(s -> s.round == openRound && standing.equals(Optional.of(s.message)));
        for (Submission submission : left) {
            if (submission.round != openRound) {
                drop(submission, "round " + submission.round + " was over when the connection came back");
            } else if (own || standing.equals(submission.before)) {
                send(submission);
            } else {
                drop(submission, REPLACED);
            }
        }
    }

    private void drop(Submission submission, String why) {
        unanswered.remove(submission.id);
        submission.fail(why, null);
    }

    /** There will be no more connections. */
    public void abandon(String why, @Nullable Throwable cause) {
        List<Submission> left = new ArrayList<>(unanswered.values());
        unanswered.clear();
        left.forEach(submission -> submission.fail(why, cause));
    }

    private void send(Submission submission) {
        submission.times++;
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
            received(submission, receipt.receipt());
        } else if (answer instanceof Incoming.Refused refused) {
            submission.result.completeExceptionally(new Rejected(refused.refusal()));
        } else if (failure instanceof ClientException known) {
            submission.result.completeExceptionally(known);
        } else {
            submission.result.completeExceptionally(new OutcomeUnknown("answered by " + answer, failure));
        }
    }

    private void received(Submission submission, Receipt receipt) {
        for (Submission later : unanswered.values()) {
            if (later.round == submission.round) {
                later.before = Optional.of(submission.message);
            }
        }
        if (submission.times == 1) {
            seat.stands(submission.round, submission.message);
            submission.result.complete(receipt);
        } else {
            seat.look().whenComplete((known, failure) -> submission.result.complete(receipt));
        }
    }

    private static final class Submission {
        private final long id;
        private final int round;
        private final Message message;
        private final CompletableFuture<Receipt> result;

        /** What stands as long as this one has not come through and nobody else has sent. */
        private Optional<Message> before;

        private int times;

        Submission(long id, int round, Message message, CompletableFuture<Receipt> result, Optional<Message> before) {
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
}
