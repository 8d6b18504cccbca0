package dev.envelope.lab.command.record;

import dev.envelope.lab.command.option.Failure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is there once all of it is written, and not before. */
final class NewFile {
    private NewFile() {}

    /** What fills a file, and what it says of that. */
    @FunctionalInterface
    interface Filling<T> {
        T into(OutputStream out) throws IOException;
    }

    /** Writes {@code target} by way of a temporary file beside it; {@code replace} says whether it may be there already. */
    static <T> T write(Path target, boolean replace, Filling<T> filling) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(target)) {
            throw new Failure(target + ": cannot be written (expected: a file in a folder that there is)");
        }
        try {
            Path part = Files.createTempFile(folder, ".envelope-", ".part");
            part.toFile().deleteOnExit();
            try {
                return filled(part, target, replace, filling);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (FileAlreadyExistsException raced) {
            throw new Failure(target + ": there is such a file (expected: a new one)");
        } catch (IOException failed) {
            throw new Failure(target + ": could not be written: " + failed.getMessage());
        }
    }

    private static <T> T filled(Path part, Path target, boolean replace, Filling<T> filling) throws IOException {
        T result;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            result = filling.into(out);
        }
        if (replace) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.move(part, target);
        }
        return result;
    }
}
