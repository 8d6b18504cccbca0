package dev.envelope.lab.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands on game files, and what they print as JSON. */
abstract class GameFileRun extends CommandRun {

    static final double ROUNDING = 1e-12;

    @TempDir
    Path folder = Path.of("");

    String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    JsonNode json() {
        return new JsonMapper().readTree(out.toString());
    }
}
