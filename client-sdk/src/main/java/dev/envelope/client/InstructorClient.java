package dev.envelope.client;

import dev.envelope.client.api.OutcomeUnknown;
import dev.envelope.game.view.SeatStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The instructor's connection to a session. A command that was sent and whose answer was lost fails with
 * {@link OutcomeUnknown}: look at a fresh snapshot before giving it again.
 */
public interface InstructorClient extends SessionClient {

    /** Begins with the seats taken so far. */
    CompletionStage<Void> start();

    /** Stops the clock. */
    CompletionStage<Void> pause();

    /** Lets the clock go on. */
    CompletionStage<Void> resume();

    /** Closes the open round now. */
    CompletionStage<Void> closeRound();

    /** Finishes the session after the current round is settled. */
    CompletionStage<Void> end();

    /** Gives the open round so much more time. */
    CompletionStage<Void> extend(Duration time);

    /** Tells every seat {@code text}, of 1 to 500 characters. It stands in the record, so it should name nobody. */
    CompletionStage<Void> tell(String text);

    /** Tells one seat the same. */
    CompletionStage<Void> tell(int seat, String text);

    /** Has the open round wait for {@code seat} no more. */
    CompletionStage<Void> advance(int seat);

    /**
     * Gives {@code seat} to a strategy until it is given back.
     *
     * @param strategy one that the server knows, such as {@code equilibrium}; empty for none, so that the seat counts as
     *     missing and no round waits for it
     */
    CompletionStage<Void> replace(int seat, String strategy);

    /** Gives {@code seat} back to its owner. */
    CompletionStage<Void> giveBack(int seat);

    /** Takes {@code seat} from its owner for good. */
    CompletionStage<Void> remove(int seat);

    /** Lets newcomers in, or lets nobody new in. */
    CompletionStage<Void> moveDoor(boolean open);

    /**
     * Lets whoever has one of {@code keys} take a seat, where the plan's entry is by links. Only the keys' hashes are sent;
     * at most 1,000 at a time.
     */
    CompletionStage<Void> invite(List<SeatKey> keys);

    /** Who is in which seat. */
    CompletionStage<List<SeatStatus>> roster();

    /** Adds a listener; its first call is {@link SessionListener#refreshed}. */
    void listen(SessionListener listener);
}
