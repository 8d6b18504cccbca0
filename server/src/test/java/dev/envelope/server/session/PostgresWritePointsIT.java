package dev.envelope.server.session;

import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.sql.JournalAddress;
import dev.envelope.server.journal.sql.PostgresServer;

/** Faults at every commit to a real database. */
final class PostgresWritePointsIT extends WritePoints {

    private String url = "";

    @Override
    Journal create() {
        url = PostgresServer.shared().database();
        return JournalAddress.parse(url).open();
    }

    @Override
    Journal afterDeath(Journal journal) {
        journal.close();
        return JournalAddress.parse(url).open();
    }
}
