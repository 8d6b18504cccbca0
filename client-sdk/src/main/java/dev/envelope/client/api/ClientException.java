package dev.envelope.client.api;

import org.jspecify.annotations.Nullable;

/** Why something asked of the server did not come to a good end. Its three kinds say what the caller may do next. */
public abstract sealed class ClientException extends RuntimeException permits NotSent, OutcomeUnknown, Rejected {

    private static final long serialVersionUID = 1L;

    ClientException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    ClientException(String message) {
        super(message);
    }
}
