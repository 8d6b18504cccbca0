package dev.envelope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessRun;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.lab.command.EnvelopeCommand;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    private static Stream<String> commands(String start) throws IOException {
        return blocks("sh").stream()
                .flatMap(String::lines)
                .map(line -> line.replaceAll("\\s+#.*", ""))
                .filter(line -> line.startsWith(start));
    }

    @Test
    void commandsAreUnderstood() throws IOException {
        List<String> commands = Stream.concat(
                        commands("./envelope "), Stream.of("./envelope simulate --plan class.yaml"))
                .toList();

        assertThat(commands).hasSizeGreaterThan(4);
        for (String command : commands) {
            String[] words = command.replace("./envelope ", "").trim().split("\\s+", -1);
            assertThat(EnvelopeCommand.commandLine().parseArgs(words).errors())
                    .as(command)
                    .isEmpty();
        }
    }

    @Test
    void testCommandIsTheOneThatCiRuns() throws IOException {
        String command = commands("mvn").findFirst().orElseThrow();

        assertThat(Files.readString(ROOT.resolve(".ci/run")).lines().map(String::trim))
                .contains(command);
        assertThat(Files.readString(ROOT.resolve("CONTRIBUTING.md"))).contains(command);
    }

    @Test
    void planCanBePlayedByTheBotThatCompilesAsItStands(@TempDir Path directory) throws Exception {
        Plan plan = PlanReader.read(blocks("yaml").get(0)).orElseThrow();
        String source = blocks("java").get(0);
        Strategy bot = compiled(source, directory);

        HeadlessRun run = HeadlessSession.play(plan, SessionSeed.of(1), seat -> bot, 1, round -> {});

        assertThat(source.lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(12);
        assertThat(run.refusals()).isEmpty();
        assertThat(run.state().round()).isEqualTo(plan.rounds());
    }

    @Test
    void botTakesThePlaceOfTheStrategyInTheExampleThatPutsItInASeat(@TempDir Path directory) throws Exception {
        String example = Files.readString(ROOT.resolve("client-sdk/examples/java/ShadingBot.java"));
        String strategy = "(view, random) -> new Amount(view.valueTicks() * 3 / 4)";
        assertThat(example).contains(strategy);
        Files.writeString(directory.resolve("HalfBot.java"), blocks("java").get(0));
        Path file = Files.writeString(directory.resolve("ShadingBot.java"), example.replace(strategy, "new HalfBot()"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        file.toString(),
                        directory.resolve("HalfBot.java").toString());

        assertThat(status).isZero();
        assertThat(commands("javac")).hasSize(1);
        assertThat(commands("java ")).singleElement().asString().contains("ShadingBot localhost:7777");
    }

    @Test
    void filesThatDocumentsLinkToAreThere() throws IOException {
        for (String document : List.of("README.md", "CONTRIBUTING.md", "docs/architecture.md")) {
            Path file = ROOT.resolve(document);
            List<String> links = LINK.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult link) -> link.group(1))
                    .toList();
            assertThat(links)
                    .allSatisfy(link ->
                            assertThat(file.resolveSibling(link)).as(document).exists());
        }
    }

    private static Strategy compiled(String source, Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("HalfBot.java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int status = compiler.run(
                null, null, null, "-proc:none", "-cp", System.getProperty("java.class.path"), file.toString());
        assertThat(status).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            return (Strategy)
                    loader.loadClass("HalfBot").getDeclaredConstructor().newInstance();
        }
    }
}
