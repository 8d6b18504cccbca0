package dev.envelope.client.link;

import dev.envelope.client.api.ClientException;
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
 * <p>Whether anybody has shows in the number of the seat's last receipt, which grows with every message that is taken for
 * the seat. If it is what it was when a request was first sent, the request has not come through and nothing newer has.
 * What stands would not tell: another connection may have sent a message and taken it back.
 *
 * <p>If the number has grown by just as many as were sent from here, and the last of these stands, they have come through
 * themselves. That one is repeated for its receipt, whose number shows whether it is so: another connection may have sent
 * the very same. Until then nothing else is sent. In all other cases another connection has sent something newer, which a
 * repetition could replace; so there is none, and the outcome is unknown.
 *
 * <p>The answer to a repeated request says that the message was stored, not that it still stands. What stands is then read
 * from a snapshot before the submission is said to be over.
 */
public final class Submissions {

    /** Where the submissions are made. */
    public interface Seat {

        /** The seat's message in {@code round}, as far as is known. */
        Optional<Message> standing(int round);

        /** The number of the seat's last receipt, as far as is known; 0 before the first. */
        int receipts();

        /** The server has taken {@code message}, which stands from now on, and given it number {@code receipt}. */
        void stands(int round, Message message, int receipt);

        /** Finds out what stands; ends when that is known, or cannot be found out. */
        CompletionStage<?> look();
    }

    private static final String REPLACED = "another connection of the seat has sent a message since, which stands";

    private static final String FOLLOWED = "a later message of this one came through";

    private final Lifeline line;
    private final Seat seat;
    private final Map<Long, Submission> unanswered = new LinkedHashMap<>();

    /** The one whose receipt will show whether it is what stands. */
    private @Nullable Submission probe;

    /** The number that it will have then. */
    private int probed;

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
        Submission submission = new Submission(id, round, message, result, seat.receipts());
        unanswered.put(id, submission);
        if (line.isUp()) {
            sendOrHold(submission);
        }
    }

    /** A new connection is up, and {@code openRound} takes messages; 0 for none. */
    public void resume(int openRound) {
        probe = null;
        int number = seat.receipts();
        for (Submission submission : List.copyOf(unanswered.values())) {
            submission.held = false;
            if (submission.round != openRound) {
                drop(submission, "round " + submission.round + " was over when the connection came back");
            }
        }
        Optional<Submission> stands = standing(openRound, number);
        for (Submission submission : List.copyOf(unanswered.values())) {
            if (submission.before == number || probe != null) {
                sendOrHold(submission);
            } else if (stands.isEmpty()) {
                drop(submission, REPLACED);
            } else if (stands.get() != submission) {
                drop(submission, FOLLOWED);
            } else {
                send(submission);
                probe = submission;
                probed = number;
            }
        }
    }

    /** The one that stands with {@code number}, if those before it have come through too and nobody else has sent. */
    private Optional<Submission> standing(int openRound, int number) {
        Optional<Message> standing = seat.standing(openRound);
        int expected = 0;
        for (Submission submission : unanswered.values()) {
            if (submission.times > 0) {
                expected = Math.max(submission.before, expected) + 1;
                if (expected == number && standing.equals(Optional.of(submission.message))) {
                    return Optional.of(submission);
                }
            }
        }
        return Optional.empty();
    }

    private void sendOrHold(Submission submission) {
        if (probe == null) {
            send(submission);
        } else {
            submission.held = true;
        }
    }

    /** What was held back goes out after all: everything, or what was submitted since the connection came back. */
    private void release(boolean everything) {
        probe = null;
        for (Submission submission : List.copyOf(unanswered.values())) {
            if (submission.held) {
                submission.held = false;
                if (everything || submission.before == probed) {
                    send(submission);
                } else {
                    drop(submission, REPLACED);
                }
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
        if (submission == probe) {
            release(answer instanceof Incoming.Received it && it.receipt().number() == probed);
        }
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
            later.before = Math.max(later.before, receipt.number());
        }
        if (submission.times == 1) {
            seat.stands(submission.round, submission.message, receipt.number());
            submission.result.complete(receipt);
        } else {
            seat.look().whenComplete((known, failure) -> submission.result.complete(receipt));
        }
    }
}
