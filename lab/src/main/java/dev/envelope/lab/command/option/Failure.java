package dev.envelope.lab.command.option;

import org.jspecify.annotations.Nullable;

/** The end of a command that could not do its work, with a message a person can act on. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure explained by {@code message}. */
    public Failure(@Nullable String message) {
        super(message);
    }
}
