package dev.envelope.server.journal;

import java.util.List;
import java.util.Optional;

/**
 * What one session adds in one transaction.
 *
 * @param session the session's id, from 1
 * @param first the number of the first record, from 1
 * @param records the records to add; at least one when the session is new
 * @param opened the session's row, with the batch that holds its first record only
 * @param finished whether these records are its last
 */
public record Batch(
        long session, long first, List<StoredRecord> records, Optional<StoredSession> opened, boolean finished) {

    /** Checks that numbers run on from {@code first}. */
    public Batch {
        records = List.copyOf(records);
        if (first < 1) {
            throw new IllegalArgumentException("first: " + first + " (expected: at least 1)");
        }
        if (opened.isPresent() != (first == 1)) {
            throw new IllegalArgumentException(
                    "opened: " + opened.isPresent() + " (expected: given with record 1 and only then)");
        }
    }

    /** A batch of a session that is open already. */
    public static Batch of(long session, long first, List<StoredRecord> records) {
        return new Batch(session, first, records, Optional.empty(), false);
    }
}
