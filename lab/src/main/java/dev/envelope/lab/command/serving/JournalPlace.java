package dev.envelope.lab.command.serving;

import dev.envelope.lab.command.option.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a command keeps its journal: a file that stays, or one in a temporary directory that goes with the command.
 *
 * @param file the journal file
 * @param temporary the directory to delete at the end
 */
record JournalPlace(Path file, Optional<Path> temporary) {

    /** {@code file}, or one in a new temporary directory. */
    static JournalPlace of(Optional<Path> file) {
        if (file.isPresent()) {
            return new JournalPlace(file.get(), Optional.empty());
        }
        try {
            Path directory = Files.createTempDirectory("envelope-demo");
            return new JournalPlace(directory.resolve("demo.envelope"), Optional.of(directory));
        } catch (IOException unusable) {
            throw new Failure("no temporary directory can be made: " + unusable.getMessage());
        }
    }

    /** Deletes what is temporary. */
    void putAway() {
        temporary.filter(Files::exists).ifPresent(JournalPlace::delete);
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException kept) {
            directory.toFile().deleteOnExit(); // the system clears its temporary directory
        }
    }
}
