package dev.envelope.client.link;

/** Hears what comes in over a {@link Link}. Called on the client's loop. */
public interface LinkListener {

    /**
     * A message came in.
     *
     * @param requestId of the request it answers; 0 for a push
     * @param pushSequence the number of a numbered push; 0 for others
     */
    void received(long requestId, long pushSequence, Incoming message);

    /** The connection is closed. Called once, last. */
    void closed(Throwable cause);
}
