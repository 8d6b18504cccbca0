package dev.envelope.server.journal;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/** A journal that has another do everything; what extends it says what is different. */
public abstract class ForwardingJournal implements Journal {

    private final Journal journal;

    /** Everything is done by {@code journal}. */
    protected ForwardingJournal(Journal journal) {
        this.journal = journal;
    }

    /** The journal that is asked; before every use but {@link #close}. */
    protected Journal journal() {
        return journal;
    }

    @Override
    public void append(List<Batch> batches) {
        journal().append(batches);
    }

    @Override
    public List<StoredSession> sessions() {
        return journal().sessions();
    }

    @Override
    public void read(long session, Consumer<StoredRecord> reader) {
        journal().read(session, reader);
    }

    @Override
    public SortedMap<Integer, String> names(long session) {
        return journal().names(session);
    }

    @Override
    public void eraseNames(long session) {
        journal().eraseNames(session);
    }

    @Override
    public void close() {
        journal.close();
    }
}
