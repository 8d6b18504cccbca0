package dev.envelope.server.journal;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * What survives a crash: the records of all sessions in order, and beside them what must not stand in a public record.
 *
 * <p>Records of a session are numbered from 1 and hash-chained over their stored bytes, see {@link Chain}. Safe for use by
 * several threads; appends are made one after another. Every method throws {@link JournalException} when the storage
 * fails or does not hold what it must.
 */
public interface Journal extends AutoCloseable {

    /**
     * Stores all batches in one transaction: once this returns they are durable; when it throws, none of them is stored.
     *
     * @param batches at most one per session; each continues its session's records without a gap
     */
    void append(List<Batch> batches);

    /** All sessions, in the order of their ids. */
    List<StoredSession> sessions();

    /**
     * Hands the records of a session to {@code reader} in order, each after its place in the chain was verified.
     *
     * @throws BrokenChainException naming the first record that does not fit
     */
    void read(long session, Consumer<StoredRecord> reader);

    /** The names of a session's seats, by seat. */
    SortedMap<Integer, String> names(long session);

    /** Erases all names of a session. */
    void eraseNames(long session);

    /** Finishes an append under way and closes the storage. */
    @Override
    void close();
}
