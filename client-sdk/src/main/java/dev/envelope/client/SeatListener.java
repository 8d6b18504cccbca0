package dev.envelope.client;

import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.View;

/**
 * Hears what happens to a seat. Each round is announced once, even when it is learnt from a snapshot; a round that
 * came and went while the connection was down is not.
 */
public interface SeatListener extends SessionListener {

    /** Messages are taken: the seat's role, value and treatment are in {@code view}. */
    default void roundOpened(View view) {}

    /** The seat's round is settled. */
    default void roundSettled(RoundResult result) {}
}
