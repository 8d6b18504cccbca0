package dev.envelope.server.journal;

/** Another process, most often a running server, has the journal. */
public final class JournalInUseException extends JournalException {

    /** A journal in use, with its explanation and cause. */
    public JournalInUseException(String message, Throwable cause) {
        super(message, cause);
    }
}
