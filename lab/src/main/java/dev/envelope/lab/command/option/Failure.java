package dev.envelope.lab.command.option;

import org.jspecify.annotations.Nullable;

/** The end of a command that could not do its work, with a message a person can act on. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean isAfterAnswer;

    /** A failure explained by {@code message}. */
    public Failure(@Nullable String message) {
        this(message, false);
    }

    private Failure(@Nullable String message, boolean isAfterAnswer) {
        super(message);
        this.isAfterAnswer = isAfterAnswer;
    }

    /** A failure of what comes after the answer, which has been printed. */
    public static Failure afterAnswer(String message) {
        return new Failure(message, true);
    }

    /** Whether the command has printed its answer before. */
    public boolean isAfterAnswer() {
        return isAfterAnswer;
    }
}
