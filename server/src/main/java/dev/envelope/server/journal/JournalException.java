package dev.envelope.server.journal;

/** The storage failed, or does not hold what it must. The message names the file or session and what was found. */
public class JournalException extends RuntimeException {

    /** A failure with its explanation. */
    public JournalException(String message) {
        super(message);
    }

    /** A failure with its explanation and cause. */
    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
