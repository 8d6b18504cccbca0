package dev.envelope.server.request;

/** What the network calls: the entrance to all sessions. Called on event loops; never blocks. */
public interface FrontDesk {

    /**
     * Takes a request. Every request gets exactly one {@link Connection#answer}, at once or when its effect is durable.
     * The first one of a connection is a {@link Request.Hello}; the network has checked its protocol version.
     */
    void request(Connection connection, Request request);

    /** Pushes to {@code connection} were dropped and it reads again: it is owed a {@link Response.Current}. */
    void drained(Connection connection);

    /** The connection is gone; a seat it had stays. */
    void closed(Connection connection);
}
