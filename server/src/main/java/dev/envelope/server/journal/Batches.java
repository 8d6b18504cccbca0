package dev.envelope.server.journal;

/** What every journal requires of a batch before it stores it. */
final class Batches {

    private Batches() {}

    static void requireNext(Batch batch, long expected) {
        if (batch.first() != expected) {
            throw new JournalException("session " + batch.session() + ": record " + batch.first()
                    + " (expected: record " + expected + ")");
        }
    }
}
