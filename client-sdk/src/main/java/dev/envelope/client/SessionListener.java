package dev.envelope.client;

import dev.envelope.client.api.News;
import dev.envelope.game.view.Snapshot;
import java.time.Duration;
import java.util.Optional;

/**
 * Hears what happens to a session and to the connection. Called by one thread at a time, in order, never by a network
 * thread; it may block, then later calls wait.
 */
public interface SessionListener {

    /** First call, and again whenever a whole snapshot replaced what was known, as after a reconnection. */
    default void refreshed(Snapshot snapshot) {}

    /** The session's phase changed, or it was paused or resumed, or its seed was revealed. */
    default void sessionChanged(Snapshot snapshot) {}

    /** Public counts changed. */
    default void newsArrived(News news) {}

    /** The connection was lost; the next attempt to reconnect comes after {@code retryIn}. */
    default void disconnected(Throwable cause, Duration retryIn) {}

    /** The connection is back, in the same seat. {@link #refreshed} follows. */
    default void reconnected() {}

    /**
     * Last call: the client was closed, or has given up.
     *
     * @param cause why it gave up; empty when it was closed, or the session has finished
     */
    default void closed(Optional<Throwable> cause) {}
}
