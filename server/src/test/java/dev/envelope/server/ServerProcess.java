package dev.envelope.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.server.journal.sql.JournalAddress;
import dev.envelope.server.session.OpenOptions;
import dev.envelope.server.settings.Limits;
import dev.envelope.server.settings.ServerSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a Java process of its own, on 127.0.0.1, that can be killed. */
final class ServerProcess implements AutoCloseable {

    /** One round that nobody closes: it has no deadline and the last seat never seals. */
    private static final String PLAN = """
            envelope: 1
            title: Killed
            tick: 0.01
            seats: 5
            timing: none
            treatments:
              only: {mechanism: first_price, bidders: 5, values: [0, 100]}
            blocks:
              - {treatment: only, rounds: 1}
            """;

    final int port;
    final String joinCode;
    private final Process process;

    private ServerProcess(Process process, String ready) {
        this.process = process;
        String[] parts = ready.split(" ", -1);
        port = Integer.parseInt(parts[1]);
        joinCode = parts[2];
    }

    static ServerProcess start(Path journal) throws IOException {
        return start(journal.toString());
    }

    /** Starts one on the journal whose address is {@code journal}. */
    static ServerProcess start(String journal) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName(),
                        journal))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("READY ")) {
                return new ServerProcess(process, line);
            }
        }
        process.destroyForcibly();
        throw new IOException("the server process ended before it was ready");
    }

    /** Kills the process as {@code kill -9} does and waits until it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("process " + process.pid() + ": still there after it was killed");
        }
    }

    /** Lets no file of the process grow beyond {@code bytes}, which is to it as a full disk; {@code "unlimited"} ends that. */
    void limitFiles(String bytes) throws IOException, InterruptedException {
        Process limit = new ProcessBuilder("prlimit", "--pid=" + process.pid(), "--fsize=" + bytes + ":")
                .inheritIO()
                .start();
        if (limit.waitFor() != 0) {
            throw new IOException("prlimit: exit status " + limit.exitValue());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The child: serves until it is killed, or its parent is gone. */
    public static void main(String[] args) throws IOException {
        ServerSettings settings = ServerSettings.DEFAULT
                .withBind("127.0.0.1")
                .withPort(0)
                .withJournal(JournalAddress.parse(args[0]))
                .withLimits(Limits.DEFAULT.withMaxMessagesPerRound(100_000));
        try (EnvelopeServer server = EnvelopeServer.start(settings)) {
            if (server.sessions().all().isEmpty()) {
                server.sessions().open(PlanReader.read(PLAN).orElseThrow(), OpenOptions.RANDOM);
            }
            System.out.println("READY " + server.port() + " "
                    + server.sessions().all().get(0).joinCode());
            while (System.in.read() >= 0) {
                // Only the end of the stream matters: the parent is gone.
            }
        }
    }
}
