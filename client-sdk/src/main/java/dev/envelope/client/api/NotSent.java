package dev.envelope.client.api;

import org.jspecify.annotations.Nullable;

/** The request never left this client: nothing has happened, and it is safe to try again. */
public final class NotSent extends ClientException {

    private static final long serialVersionUID = 1L;

    /** Not sent, because of {@code cause}. */
    public NotSent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Not sent, because of what {@code message} says. */
    public NotSent(String message) {
        super(message);
    }
}
