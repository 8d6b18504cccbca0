package dev.envelope.client.link;

/** One connection to a server, open until it is closed by either side. Used on the client's loop only. */
public interface Link {

    /**
     * Sends a request.
     *
     * @param requestId not 0
     * @throws dev.envelope.client.api.NotSent when the request is longer than a frame may be
     */
    void send(long requestId, Outgoing request);

    /** Closes the connection; {@link LinkListener#closed} follows unless it was already called. */
    void close();
}
