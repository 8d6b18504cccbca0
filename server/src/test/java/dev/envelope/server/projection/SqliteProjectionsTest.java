package dev.envelope.server.projection;

import dev.envelope.server.journal.sql.JournalAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The tables in a file beside the journal's. */
final class SqliteProjectionsTest extends ProjectionsContract {

    @TempDir
    Path folder = Path.of("");

    @Override
    JournalAddress create() {
        return JournalAddress.of(folder.resolve("class.envelope"));
    }
}
