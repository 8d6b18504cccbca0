package dev.envelope.server.journal;

/** A session's stored records are not what was written: one was changed, removed or put between. */
public final class BrokenChainException extends JournalException {

    private final long record;

    /** The records of {@code session} do not fit from number {@code record} on. */
    public BrokenChainException(long session, long record, String found) {
        super("session " + session + ": record " + record + " does not fit the chain: " + found);
        this.record = record;
    }

    /** The number of the first record that does not fit, from 1. */
    public long record() {
        return record;
    }
}
