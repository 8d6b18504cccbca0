package dev.envelope.server.export;

import dev.envelope.server.export.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder that nobody else can read, and the tables in it. Gone, with all of it, when it is closed. */
final class Workspace implements AutoCloseable {

    private final Path folder;
    private final List<Spool> spools = new ArrayList<>();

    private Workspace(Path folder) {
        this.folder = folder;
    }

    static Workspace make() throws IOException {
        return new Workspace(Files.createTempDirectory("envelope-export"));
    }

    Spool spool(Table table) throws IOException {
        Spool spool = new Spool(table, folder);
        spools.add(spool);
        return spool;
    }

    @Override
    public void close() throws IOException {
        try {
            closeAll();
        } finally {
            delete();
        }
    }

    /** Closes every table, also when one of them cannot be closed, as on a full disk. */
    private void closeAll() throws IOException {
        IOException failure = new IOException("the temporary files of an export could not be closed");
        for (Spool spool : spools) {
            try {
                spool.close();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
