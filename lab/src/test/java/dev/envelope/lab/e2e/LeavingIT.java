package dev.envelope.lab.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.envelope.lab.Main;
import dev.envelope.server.session.OpenOptions;
import dev.envelope.server.session.OpenedSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person's terminal in a process of its own that is told to stop, as by Ctrl-C. */
@Timeout(60)
class LeavingIT {

    @Test
    void whoStopsTheProgramIsToldThatTheSeatIsKept(@TempDir Path directory) throws IOException {
        try (LocalServer local = LocalServer.start(directory)) {
            OpenedSession session =
                    local.server.sessions().open(LocalServer.plan(LocalServer.SMALL), OpenOptions.seeded("leaving"));
            Process process = join(local.server.port(), session.joinCode(), directory.resolve("key"));
            assumeTrue(process.supportsNormalTermination(), "skipped: no process can be asked to stop here");
            BufferedReader shown = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
            String line = shown.readLine();
            while (line != null && !line.contains("You have seat 0")) {
                line = shown.readLine();
            }
            process.toHandle().destroy(); // unlike the process itself, it leaves the streams open

            String rest = shown.lines().collect(Collectors.joining(" "));
            assertThat(rest).contains("You have left. Your seat is kept: the same command brings you back to it.");
        }
    }

    private static Process join(int port, String code, Path key) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "join",
                        "127.0.0.1:" + port,
                        code,
                        "--name",
                        "Ann",
                        "--key",
                        key.toString()))
                .redirectErrorStream(true)
                .start();
    }
}
