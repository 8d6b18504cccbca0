package dev.envelope.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.envelope.bots.BotCrew;
import dev.envelope.bots.CrewSettings;
import dev.envelope.bots.StrategyNames;
import dev.envelope.client.ClientRuntime;
import dev.envelope.game.plan.Plan;
import dev.envelope.server.session.OpenOptions;
import dev.envelope.server.session.OpenedSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class PythonBotIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path EXAMPLE = ROOT.resolve("client-sdk/examples/python/bot.py");

    @TempDir
    private Path directory;

    @Test
    void pythonBotPlaysASessionToItsEnd() throws Exception {
        String python = python();
        assumeTrue(Files.exists(EXAMPLE), "skipped: no " + EXAMPLE);
        generate();
        Files.copy(EXAMPLE, directory.resolve("bot.py"));
        Plan plan = LocalServer.plan(LocalServer.SMALL);
        try (LocalServer local = LocalServer.start(directory);
                ClientRuntime runtime = ClientRuntime.create()) {
            OpenedSession session = local.server.sessions().open(plan, OpenOptions.seeded("python"));
            CrewSettings crew = CrewSettings.of(session.joinCode(), 7, StrategyNames.parse("equilibrium"), 1);
            try (BotCrew bots = BotCrew.start(runtime, local.tcp(), crew)) {
                String port = String.valueOf(local.server.port());
                String shown = run(List.of(python, "bot.py", "127.0.0.1", port, session.joinCode()));

                assertThat(shown).contains("total:").doesNotContain("ERROR_CODE");
                assertThat(bots.whenFinished().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(20));
            }
        }
    }

    /** A Python that has protobuf's runtime; the test is skipped, and says so, where there is none. */
    private String python() {
        Optional<String> found = Stream.of("python3", "/usr/bin/python3")
                .filter(python -> works(List.of(python, "-c", "import google.protobuf")))
                .findFirst();
        assumeTrue(found.isPresent(), "skipped: no python3 with google.protobuf (Debian: python3-protobuf)");
        assumeTrue(works(List.of("protoc", "--version")), "skipped: no protoc (Debian: protobuf-compiler)");
        return found.orElseThrow();
    }

    private void generate() throws Exception {
        run(List.of(
                "protoc",
                "-I",
                ROOT.resolve("proto/src/main/proto").toString(),
                "--python_out=.",
                "envelope/v1/envelope.proto",
                "envelope/v1/game.proto"));
    }

    private boolean works(List<String> command) {
        try {
            return start(command).waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private String run(List<String> command) throws Exception {
        Process process = start(command);
        try {
            process.getOutputStream().close();
            String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(shown).isZero();
            return shown;
        } finally {
            process.destroy();
        }
    }
}
