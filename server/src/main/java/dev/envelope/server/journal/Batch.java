package dev.envelope.server.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one session adds in one transaction.
 *
 * @param session the session's id, from 1
 * @param first the number of the first record, from 1; of the next one when there is none
 * @param records the records to add
 * @param names names of seats to keep, by seat; they replace earlier ones, are outside the chain and can be erased
 * @param opened the session's row, with the batch that holds its first record only
 * @param finished whether these records are its last
 */
public record Batch(
        long session,
        long first,
        List<StoredRecord> records,
        SortedMap<Integer, String> names,
        Optional<StoredSession> opened,
        boolean finished) {

    /** Copies the collections; the session's row comes with its first record. */
    public Batch {
        records = List.copyOf(records);
        names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
        if (first < 1) {
            throw new IllegalArgumentException("first: " + first + " (expected: at least 1)");
        }
        if (opened.isPresent() != (first == 1)) {
            throw new IllegalArgumentException(
                    "opened: " + opened.isPresent() + " (expected: given with record 1 and only then)");
        }
    }

    /** A batch of records of a session that is open already. */
    public static Batch of(long session, long first, List<StoredRecord> records) {
        return new Batch(session, first, records, Collections.emptySortedMap(), Optional.empty(), false);
    }

    /**
     * Requires that record {@code expected} is the one this begins with.
     *
     * @throws JournalException when it is another
     */
    public void requireFirst(long expected) {
        if (first != expected) {
            throw new JournalException(
                    "session " + session + ": record " + first + " (expected: record " + expected + ")");
        }
    }

    /**
     * Batches that follow one another as one.
     *
     * @param batches at least one, all of one session, each continuing the one before
     */
    public static Batch joined(List<Batch> batches) {
        Batch head = batches.get(0);
        if (batches.size() == 1) {
            return head;
        }
        List<StoredRecord> records = new ArrayList<>();
        SortedMap<Integer, String> names = new TreeMap<>();
        for (Batch batch : batches) {
            records.addAll(batch.records);
            names.putAll(batch.names);
        }
        boolean finished = batches.stream().anyMatch(Batch::finished);
        return new Batch(head.session, head.first, records, names, head.opened, finished);
    }
}
