package dev.envelope.lab.command.record;

import dev.envelope.game.session.event.Event;
import dev.envelope.lab.command.option.Failure;
import dev.envelope.server.export.ExportCheck;
import dev.envelope.server.journal.event.EventCodec;
import dev.envelope.server.transcript.TranscriptCheck;
import dev.envelope.server.transcript.TranscriptException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A transcript on disk, by itself or in the ZIP of an export. What is wrong with it is a {@link Failure}. */
final class TranscriptFile {

    /** Its name within an export. */
    static final String ENTRY = "transcript.jsonl";

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Path file;
    private final TranscriptCheck check;

    TranscriptFile(Path file) {
        this.file = file;
        this.check = new TranscriptCheck(this::open, EventCodec.ofPlanFiles());
    }

    /** What a check needs to read. */
    @FunctionalInterface
    interface Reading<T> {
        T of(TranscriptCheck check) throws IOException;
    }

    /** What {@code reading} gives; a {@link Failure} that names the file and the first record that does not fit. */
    <T> T read(Reading<T> reading) {
        try {
            return reading.of(check);
        } catch (TranscriptException broken) {
            throw new Failure(file + ": " + broken.getMessage());
        } catch (NoSuchFileException missing) {
            throw new Failure(file + ": no such file (expected: a transcript, or the ZIP of an export)");
        } catch (ZipException damaged) {
            throw new Failure(file + ": a damaged ZIP: " + damaged.getMessage());
        } catch (IOException unreadable) {
            throw new Failure(file + ": cannot be read: " + unreadable.getMessage());
        }
    }

    /** All events of a session that has finished, each checked. */
    List<Event> finished() {
        List<Event> events = new ArrayList<>();
        TranscriptCheck.Summary summary = read(checked -> checked.run((number, event) -> events.add(event)));
        if (!summary.finished()) {
            throw new Failure(file + ": the session " + summary.joinCode()
                    + " has not finished, so its draws are not known yet (expected: one that has)");
        }
        return events;
    }

    /** How an export's other files follow from its transcript; empty where this is a transcript by itself. */
    Optional<ExportCheck.Findings> ofExport() {
        return read(checked ->
                isZip() ? Optional.of(new ExportCheck(file, EventCodec.ofPlanFiles()).run()) : Optional.empty());
    }

    private InputStream open() throws IOException {
        return isZip() ? entry() : Files.newInputStream(file);
    }

    private boolean isZip() throws IOException {
        try (InputStream plain = Files.newInputStream(file)) {
            return Arrays.equals(plain.readNBytes(ZIP.length), ZIP);
        }
    }

    @SuppressWarnings("resource") // closed with the stream
    private InputStream entry() throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        ZipEntry entry = zip.getEntry(ENTRY);
        if (entry == null) {
            zip.close();
            throw new TranscriptException(0, "a ZIP without " + ENTRY + " (expected: that of an export)");
        }
        return new FilterInputStream(zip.getInputStream(entry)) {
            @Override
            public void close() throws IOException {
                super.close();
                zip.close();
            }
        };
    }
}
