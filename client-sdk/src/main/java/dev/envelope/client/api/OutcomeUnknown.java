package dev.envelope.client.api;

import org.jspecify.annotations.Nullable;

/** The request left and no answer came: look at a fresh snapshot before trying again. */
public final class OutcomeUnknown extends ClientException {

    private static final long serialVersionUID = 1L;

    /** Unknown, because of {@code cause}. */
    public OutcomeUnknown(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Unknown, because of what {@code message} says. */
    public OutcomeUnknown(String message) {
        super(message);
    }
}
