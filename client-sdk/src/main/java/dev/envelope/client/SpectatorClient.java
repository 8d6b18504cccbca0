package dev.envelope.client;

/** A connection that watches what is public. */
public interface SpectatorClient extends SessionClient {

    /** Adds a listener; its first call is {@link SessionListener#refreshed}. */
    void listen(SessionListener listener);
}
