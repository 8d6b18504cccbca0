package dev.envelope.server.export;

import dev.envelope.game.session.event.Event;
import dev.envelope.server.export.cell.Csv;
import dev.envelope.server.export.table.ExportedRound;
import dev.envelope.server.export.table.Table;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A table on its way into a temporary file. */
final class Spool implements AutoCloseable {

    private final Table table;
    private final Path file;
    private final OutputStream out;
    private final Csv csv;

    /** Begins {@code table} in {@code folder}. */
    Spool(Table table, Path folder) throws IOException {
        this.table = table;
        this.file = folder.resolve(table.file());
        this.out = new BufferedOutputStream(Files.newOutputStream(file));
        this.csv = new Csv(out);
        table.begin(csv);
    }

    String name() {
        return table.file();
    }

    void event(long record, Event event) throws IOException {
        table.event(record, event, csv);
    }

    void round(ExportedRound round) throws IOException {
        table.round(round, csv);
    }

    void end(long[] totals) throws IOException {
        table.end(totals, csv);
        csv.flush();
        out.flush();
    }

    /** Writes all of it to {@code other}. */
    void copyTo(OutputStream other) throws IOException {
        Files.copy(file, other);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            table.close();
        }
    }
}
