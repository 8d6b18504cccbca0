package dev.envelope.client.link;

/** The connection closed, or there was none, before an answer came. */
public final class LinkClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Closed because of what {@code message} says. */
    public LinkClosed(String message) {
        super(message);
    }

    /** Closed because of what {@code message} says, and {@code cause}. */
    public LinkClosed(String message, Throwable cause) {
        super(message, cause);
    }
}
