package dev.envelope.client.link;

/** The server sent what this client cannot read; another attempt will not help. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Unreadable, because of what {@code message} says. */
    public Unreadable(String message) {
        super(message);
    }

    /** Unreadable, because of {@code cause}. */
    public Unreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
