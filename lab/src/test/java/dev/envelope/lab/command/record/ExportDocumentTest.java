package dev.envelope.lab.command.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the document on exports says. */
class ExportDocumentTest extends ExportRun {

    /** The Python of docs/export.md sums the payoffs of long.csv and finds those of payments.csv. */
    @Test
    @Timeout(60)
    void theDocumentedPythonReadsAnExport() throws IOException, InterruptedException {
        assertThat(export("HEADLESS")).isZero();
        String script = document()
                .substring(document().indexOf("```python") + 9, document().lastIndexOf("```"));
        Process python = python(script);
        String found = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(python.waitFor()).as(found).isZero();
        assertThat(found.lines()).hasSize(5).first().asString().startsWith("main: 6 markets, mean revenue ");
    }

    @Test
    void theDocumentNamesEveryFile() throws IOException {
        assertThat(export("HEADLESS", "--names")).isZero();
        List<String> documented = document()
                .lines()
                .filter(line -> line.startsWith("| `") && !line.contains("; where the plan has"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
        try (ZipFile read = new ZipFile(zip.toFile())) {
            assertThat(read.stream().map(Object::toString)).containsExactlyInAnyOrderElementsOf(documented);
        }
    }

    private Process python(String script) {
        try {
            return new ProcessBuilder("python3", "-c", script)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            return Assumptions.abort("python3 is not installed: " + missing.getMessage());
        }
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("..", "docs", "export.md"));
    }
}
