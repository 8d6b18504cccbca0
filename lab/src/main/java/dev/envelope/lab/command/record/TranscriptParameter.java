package dev.envelope.lab.command.record;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The transcript that a command is about. */
final class TranscriptParameter {

    @Parameters(paramLabel = "FILE", description = "A transcript, or the ZIP of an export.")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    Path path() {
        return path;
    }

    TranscriptFile file() {
        return new TranscriptFile(path);
    }
}
