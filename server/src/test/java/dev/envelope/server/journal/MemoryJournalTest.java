package dev.envelope.server.journal;

final class MemoryJournalTest extends JournalContract {

    @Override
    protected Journal create() {
        return new MemoryJournal();
    }
}
