package dev.envelope.server.projection;

import dev.envelope.server.journal.sql.JournalAddress;
import dev.envelope.server.journal.sql.PostgresServer;

/** The tables beside the journal's, in a real database. */
final class PostgresProjectionsIT extends ProjectionsContract {

    @Override
    JournalAddress create() {
        return JournalAddress.parse(PostgresServer.shared().database());
    }
}
