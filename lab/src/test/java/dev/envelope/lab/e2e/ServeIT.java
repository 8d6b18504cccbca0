package dev.envelope.lab.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.envelope.lab.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code envelope serve} in a process of its own that is told to stop, as a service is. */
@Timeout(60)
class ServeIT {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void serverThatIsToldToStopSaysSoAndEndsWithTheStatusThatItsHelpNames() throws Exception {
        String help = run("serve", "--help").inputReader(UTF_8).lines().collect(Collectors.joining("\n"));
        assertThat(help).contains("130, 143").doesNotContain("  0 ");

        Path plan = Files.writeString(directory.resolve("plan.yaml"), LocalServer.SMALL);
        Process server = run(
                "serve",
                "--plan",
                plan.toString(),
                "--db",
                directory.resolve("db").toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                "0");
        assumeTrue(server.supportsNormalTermination(), "skipped: no process can be asked to stop here");
        try {
            stop(server);
        } finally {
            server.destroyForcibly();
        }
    }

    private static void stop(Process server) throws IOException, InterruptedException {
        BufferedReader shown = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8));
        String line = shown.readLine();
        while (line != null && !line.startsWith("Ctrl-C stops the server")) {
            line = shown.readLine();
        }
        server.toHandle().destroy(); // unlike the process itself, it leaves the streams open
        assertThat(shown.lines()).contains("Stopped.");
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isEqualTo(143);
    }

    private static Process run(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }
}
