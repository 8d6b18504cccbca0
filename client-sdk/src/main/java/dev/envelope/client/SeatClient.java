package dev.envelope.client;

import dev.envelope.client.api.Endpoint;
import dev.envelope.client.api.NotSent;
import dev.envelope.client.api.OutcomeUnknown;
import dev.envelope.client.api.Receipt;
import dev.envelope.client.api.Rejected;
import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.forms.FormKind;
import dev.envelope.game.message.Message;
import dev.envelope.game.view.FormPage;
import dev.envelope.game.view.FormsStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A seat in a session. {@code SeatClient.join(Endpoint.parse("127.0.0.1:7777"), JoinRequest.program("ABCD", "Ann"))}. */
public interface SeatClient extends SessionClient {

    /**
     * Takes a seat, or goes on in it, with two threads of its own that end with the client.
     *
     * @return the seat; or {@link NotSent} when the server cannot be reached, {@link Rejected} when it refuses, or
     *     {@link OutcomeUnknown} when no answer came, after which joining with the same key is safe
     */
    static CompletionStage<SeatClient> join(Endpoint endpoint, JoinRequest request) {
        return EnvelopeClient.takeSeatAlone(endpoint, request);
    }

    /** The seat's number, from 0. */
    int seat();

    /**
     * Submits a message for a round; it replaces the seat's earlier one until the round closes. When the connection is
     * cut it is sent again, as the same request, for as long as the round is open; unless another connection of the seat
     * has sent a message meanwhile, which is left to stand.
     *
     * @return the receipt: the message was stored; where it had to be sent again, {@link #snapshot} knows by then whether
     *     it still stands. Or {@link Rejected}, {@link NotSent} or {@link OutcomeUnknown}
     */
    CompletionStage<Receipt> submit(int round, Message message);

    /**
     * What a page around the rounds says, of those that {@link #snapshot} lists under its affairs' forms.
     *
     * @return the page; or {@link Rejected} where there is none, {@link NotSent} or {@link OutcomeUnknown}
     */
    CompletionStage<FormPage> form(FormKind kind);

    /** Agrees to take part, or leaves. Asked again it is done once. Fails as {@link #form} does. */
    CompletionStage<FormsStatus> consent(boolean agreed);

    /**
     * Answers the questions on the instructions. Asked again with the same answers it is one attempt.
     *
     * @param attempt which of the attempts, from 1: one more than the snapshot's
     * @return what was wrong; fails as {@link #form} does, {@link Rejected} where an answer is none
     */
    CompletionStage<FormsStatus> comprehend(int attempt, List<FormAnswer> answers);

    /** Fills out the questionnaire, once. Fails as {@link #comprehend} does. */
    CompletionStage<FormsStatus> fill(List<FormAnswer> answers);

    /** Adds a listener. Its first call is {@link SessionListener#refreshed}, so nothing is missed, whenever it is added. */
    void listen(SeatListener listener);

    /** This seat for callers that wait, each time at most {@code timeout}. */
    default BlockingSeat blocking(Duration timeout) {
        return new BlockingSeat(this, timeout);
    }
}
