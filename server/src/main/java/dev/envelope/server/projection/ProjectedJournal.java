package dev.envelope.server.projection;

import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.ForwardingJournal;
import dev.envelope.server.journal.Journal;
import java.util.List;

/** A journal that tells the tables of what it has stored. */
public final class ProjectedJournal extends ForwardingJournal {

    private final Projections projections;

    /** {@code journal}, which tells {@code projections}. */
    public ProjectedJournal(Journal journal, Projections projections) {
        super(journal);
        this.projections = projections;
    }

    @Override
    public void append(List<Batch> batches) {
        super.append(batches);
        projections.stored(batches);
    }

    /** Brings the tables up to date first. */
    @Override
    public void close() {
        projections.close();
        super.close();
    }
}
