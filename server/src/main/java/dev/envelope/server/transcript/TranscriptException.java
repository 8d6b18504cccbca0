package dev.envelope.server.transcript;

/** A transcript is not what was written, or not what the rules lead to. */
public final class TranscriptException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long record;

    /** The transcript does not fit at {@code record}, from 1; 0 for its first line. */
    public TranscriptException(long record, String found) {
        super(record == 0 ? found : "record " + record + ": " + found);
        this.record = record;
    }

    /** The number of the first record that does not fit, from 1; 0 where that is the line before them. */
    public long record() {
        return record;
    }
}
