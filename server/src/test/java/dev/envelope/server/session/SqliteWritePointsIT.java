package dev.envelope.server.session;

import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.sql.SqliteJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Faults at every commit to a file, which a server that died leaves as it is at that moment, log and all. */
final class SqliteWritePointsIT extends WritePoints {

    @TempDir
    Path folder = Path.of("");

    private int files;

    private Path file() {
        return folder.resolve(files + ".envelope");
    }

    @Override
    Journal create() {
        files++;
        return SqliteJournal.open(file());
    }

    @Override
    Journal afterDeath(Journal journal) {
        Path left = file();
        files++;
        try {
            Files.copy(left, file());
            Files.copy(Path.of(left + "-wal"), Path.of(file() + "-wal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        journal.close();
        return SqliteJournal.open(file());
    }
}
