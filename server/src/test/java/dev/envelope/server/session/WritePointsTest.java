package dev.envelope.server.session;

import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.MemoryJournal;

/** Faults at every commit, with the records in memory: about the sessions, not about a disk. */
final class WritePointsTest extends WritePoints {

    @Override
    Journal create() {
        return new MemoryJournal();
    }

    @Override
    Journal afterDeath(Journal journal) {
        return journal;
    }
}
