package dev.envelope.server.journal;

/** Another process, most often a running server, has the journal file. */
public final class JournalInUseException extends JournalException {

    /** A file in use, with its explanation and cause. */
    public JournalInUseException(String message, Throwable cause) {
        super(message, cause);
    }
}
