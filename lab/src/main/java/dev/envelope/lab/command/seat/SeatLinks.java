package dev.envelope.lab.command.seat;

import dev.envelope.client.SeatKey;
import dev.envelope.lab.command.option.CommandName;
import dev.envelope.lab.command.option.Failure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Links for seats: a key each, and the file that they are handed out from. */
final class SeatLinks {

    /** So many are told to the server at a time. */
    private static final int PORTION = 1_000;

    private final Path file;
    private final String join;
    private final List<SeatKey> keys;

    private SeatLinks(Path file, String join, List<SeatKey> keys) {
        this.file = file;
        this.join = join;
        this.keys = keys;
    }

    /**
     * As many as {@code count}, for {@code file}.
     *
     * @param join how one joins, without name and key
     * @throws Failure when the file is there already, or its folder is not
     */
    static SeatLinks make(Path file, int count, String join) {
        if (Files.exists(file)) {
            throw exists(file);
        }
        if (!Files.isDirectory(folder(file))) {
            throw new Failure(file + ": there is no folder " + folder(file)
                    + " (expected: a new file in a folder that there is)");
        }
        List<SeatKey> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add(SeatKey.random());
        }
        return new SeatLinks(file, join, keys);
    }

    /** Writes the file and tells {@code server} the keys, some at a time; the file goes again when it refuses. */
    void giveOut(Consumer<List<SeatKey>> server) {
        save();
        try {
            for (int first = 0; first < keys.size(); first += PORTION) {
                server.accept(keys.subList(first, Math.min(first + PORTION, keys.size())));
            }
        } catch (RuntimeException refused) {
            forget();
            throw refused;
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            throw new Failure(file + ": holds links that were not given out: " + stays.getMessage());
        }
    }

    /** Writes, for the owner only, a number and the command that takes the seat, a tab between. */
    private void save() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            lines.add((i + 1) + "\t" + CommandName.typed() + " " + join + " --name \"Your name\" --seat-key "
                    + keys.get(i).hex());
        }
        try {
            Files.createFile(file, ownerOnly(folder(file)));
            Files.write(file, lines, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException raced) {
            throw exists(file);
        } catch (AccessDeniedException denied) {
            throw new Failure(file + ": cannot be written: no permission");
        } catch (IOException e) {
            throw new Failure(file + ": cannot be written: " + e.getMessage());
        }
    }

    private static Failure exists(Path file) {
        return new Failure(file + ": is there already (expected: a new file)");
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    /** Whoever reads a link has the seat. */
    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
