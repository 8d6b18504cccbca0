package dev.envelope.server.journal;

final class MemoryJournalTest extends JournalContract {

    @Override
    Journal create() {
        return new MemoryJournal();
    }
}
