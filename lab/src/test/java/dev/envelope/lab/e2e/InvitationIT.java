package dev.envelope.lab.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.lab.Main;
import dev.envelope.lab.command.CommandRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lines that {@code envelope serve} prints for a plan that the instructor starts, over TLS, typed as they are. */
@Timeout(90)
class InvitationIT extends CommandRun {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String PLAN = """
            envelope: 1
            title: Class
            seats: {wanted: 4, minimum: 2}
            start: instructor
            rounds: 1
            timing: {seconds: 600, grace: 0, result: 0}
            treatments:
              first: {mechanism: first_price, bidders: 2, values: [0, 100]}
            """;

    @TempDir
    private Path directory = Path.of("");

    private final List<String> printed = new ArrayList<>();
    private Process server;

    @BeforeEach
    void serve() throws Exception {
        SelfSigned own = SelfSigned.make(directory);
        Path plan = Files.writeString(directory.resolve("plan.yaml"), PLAN);
        server = process(
                "serve",
                "--plan",
                plan.toString(),
                "--db",
                directory.resolve("db").toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                "0",
                "--tls-cert",
                own.certificate().toString(),
                "--tls-key",
                own.key().toString());
        BufferedReader shown = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8));
        for (String line = shown.readLine(); line != null; line = shown.readLine()) {
            printed.add(line.strip());
            if (line.startsWith("Ctrl-C stops the server")) {
                return;
            }
        }
        throw new AssertionError("the server did not start: " + printed);
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    @Test
    void botsPlayAndTheInstructorStartsWithTheLinesThatServePrints() {
        CompletableFuture<Integer> bots = CompletableFuture.supplyAsync(() -> runLine(line("bots")));
        String status = line("instructor").replace(" start ", " status ");
        await().atMost(LONG)
                .until(() -> runLine(status) == 0
                        && out.toString().contains("3 of 4 seats taken, waits for the instructor"));
        assertThat(bots).isNotDone();
        assertThat(runLine(line("instructor"))).isZero();

        assertThat(bots).succeedsWithin(LONG).isEqualTo(0);
        assertThat(runLine(status)).isZero();
        assertThat(out.toString()).contains("\"Class\": 3 of 4 seats taken, over");
        assertThat(runLine(line("instructor"))).isEqualTo(1);
        assertThat(err.toString()).contains("session: begun");
    }

    @Test
    void personJoinsWithTheLineThatServePrintsAndNotWithoutTheCertificate() throws Exception {
        Path key = directory.resolve("ann.key");
        String join = line("join") + " --key " + key;
        Process person = process(join.split(" ", -1));
        person.getOutputStream().close();
        assertThat(person.inputReader(UTF_8).lines()).anyMatch(line -> line.startsWith("Class. You have seat 0."));
        assertThat(person.waitFor()).isZero();
        assertThat(key).exists();

        Path other = directory.resolve("bob.key");
        assertThat(runLine(line("join").replaceAll(" --ca \\S+", "") + " --key " + other))
                .isEqualTo(1);
        assertThat(err.toString()).contains("the server's certificate is not believed", "--ca");
        assertThat(other).doesNotExist();
        String code = line("join").split(" ", -1)[2];
        assertThat(runLine(line("join").replace(code, "ZZZZZ") + " --key " + other))
                .isEqualTo(1);
        assertThat(err.toString()).contains("ZZZZZ");
        assertThat(other).doesNotExist();
    }

    @Test
    void whoHasNoTokenIsRefused() throws IOException {
        String start = line("instructor");
        Path file = Files.writeString(directory.resolve("token"), "wrong");
        String token = start.replaceAll(".* --token (\\S+).*", "$1");
        assertThat(runLine(start.replace("--token " + token, "--token-file " + file)))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith("envelope: ").doesNotContain("at dev.envelope");
        Files.writeString(file, token + "\n");
        assertThat(runLine(start.replace("--token " + token, "--token-file " + file)
                        .replace(" start ", " status ")))
                .isZero();
        assertThat(runLine(start)).isEqualTo(1);
        assertThat(err.toString()).contains("seats: 0 taken");
    }

    /** The arguments of the printed line of {@code command}. */
    private String line(String command) {
        String start = "envelope " + command + " tls://127.0.0.1:";
        return printed.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError(start + " in " + printed))
                .substring("envelope ".length());
    }

    private int runLine(String arguments) {
        return run(arguments.split(" ", -1));
    }

    private static Process process(String... arguments) throws IOException {
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
