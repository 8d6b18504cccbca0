package dev.envelope.server.projection;

import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.StoredSession;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/** A journal that tells the tables of what it has stored. */
public final class ProjectedJournal implements Journal {

    private final Journal journal;
    private final Projections projections;

    /** {@code journal}, which tells {@code projections}. */
    public ProjectedJournal(Journal journal, Projections projections) {
        this.journal = journal;
        this.projections = projections;
    }

    @Override
    public void append(List<Batch> batches) {
        journal.append(batches);
        projections.stored(batches);
    }

    @Override
    public List<StoredSession> sessions() {
        return journal.sessions();
    }

    @Override
    public void read(long session, Consumer<StoredRecord> reader) {
        journal.read(session, reader);
    }

    @Override
    public SortedMap<Integer, String> names(long session) {
        return journal.names(session);
    }

    @Override
    public void eraseNames(long session) {
        journal.eraseNames(session);
    }

    /** Brings the tables up to date first. */
    @Override
    public void close() {
        projections.close();
        journal.close();
    }
}
