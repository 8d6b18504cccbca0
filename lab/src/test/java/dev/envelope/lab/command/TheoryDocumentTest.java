package dev.envelope.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs the examples of {@code docs/theory.md}: the files it shows, and the output it claims. */
class TheoryDocumentTest {

    private static final Pattern FILE = Pattern.compile("```yaml file=(\\S+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern RUN =
            Pattern.compile("```console\\n\\$ envelope ([^\\n]+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FILES = Pattern.compile("\\S+\\.(yaml|svg)");
    private static final Pattern PICTURE = Pattern.compile("--plot (\\S+)");
    private static final Path PICTURES = Path.of("..", "docs", "pictures");
    private static final int EXAMPLES = 20;

    @TempDir
    static Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> examplesPrintWhatTheDocumentShows() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "theory.md"));
        for (MatchResult file : FILE.matcher(document).results().toList()) {
            Files.writeString(folder.resolve(file.group(1)), file.group(2));
        }
        List<MatchResult> runs = RUN.matcher(document).results().toList();
        assertThat(runs).hasSize(EXAMPLES);
        return runs.stream().map(run -> DynamicTest.dynamicTest(run.group(1), () -> check(run.group(1), run.group(2))));
    }

    private static void check(String command, String shown) throws IOException {
        List<String> printed = run(command);
        for (MatchResult picture : PICTURE.matcher(command).results().toList()) {
            assertThat(folder.resolve(picture.group(1))).hasSameTextualContentAs(PICTURES.resolve(picture.group(1)));
        }
        int at = 0;
        boolean gap = false;
        for (String line : shown.lines().toList()) {
            if (line.equals("…")) {
                gap = true;
            } else {
                int found = gap ? printed.subList(at, printed.size()).indexOf(line) + at : at;
                assertThat(printed).as(command).contains(line);
                assertThat(printed.get(found)).as(command).isEqualTo(line);
                at = found + 1;
                gap = false;
            }
        }
    }

    private static List<String> run(String command) {
        List<String> arguments = new ArrayList<>();
        for (String word : command.split(" ", -1)) {
            arguments.add(FILES.matcher(word).matches() ? folder.resolve(word).toString() : word);
        }
        StringWriter out = new StringWriter();
        CommandLine line = EnvelopeCommand.commandLine();
        line.setOut(new PrintWriter(out));
        assertThat(line.execute(arguments.toArray(String[]::new))).isZero();
        return out.toString().lines().toList();
    }
}
