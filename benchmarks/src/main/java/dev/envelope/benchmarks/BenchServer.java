package dev.envelope.benchmarks;

import dev.envelope.benchmarks.net.EchoServer;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.server.EnvelopeServer;
import dev.envelope.server.session.OpenOptions;
import dev.envelope.server.settings.Limits;
import dev.envelope.server.settings.ServerSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The process under load: the echo, or a server with its journal on disk. It prints {@code listening PORT CODE…} and ends
 * when its standard input does.
 *
 * <p>Arguments: {@code echo}, or {@code server FILE SESSIONS SEATS}, or {@code class FILE PEOPLE}.
 */
public final class BenchServer {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private BenchServer() {}

    /** Starts it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("echo")) {
            try (EchoServer echo = EchoServer.start()) {
                OUT.println("listening " + echo.port());
                awaitEndOfInput();
            }
            return;
        }
        Path file = Path.of(arguments[1]);
        boolean isClass = arguments[0].equals("class");
        int sessions = isClass ? 1 : Integer.parseInt(arguments[2]);
        int seats = Integer.parseInt(arguments[isClass ? 2 : 3]);
        Plan plan = isClass ? Classroom.plan(seats) : openRound(seats);
        ServerSettings settings = ServerSettings.DEFAULT
                .withBind("127.0.0.1")
                .withPort(0)
                .withJournal(file)
                .withLimits(Limits.DEFAULT.withMaxMessagesPerRound(Integer.MAX_VALUE));
        try (EnvelopeServer server = EnvelopeServer.start(settings)) {
            List<String> codes = new ArrayList<>();
            for (int i = 0; i < sessions; i++) {
                codes.add(
                        server.sessions().open(plan, OpenOptions.seeded("load")).joinCode());
            }
            OUT.println("listening " + server.port() + " " + String.join(" ", codes));
            awaitEndOfInput();
        }
    }

    /** A plan of one round that stays open, as its last seat never submits, for as many messages as there is time for. */
    private static Plan openRound(int seats) {
        String text = String.join(
                "\n",
                "envelope: 1",
                "title: Load",
                "tick: 0.01",
                "seats: " + seats,
                "rounds: 1",
                "treatments:",
                "  load:",
                "    mechanism: first_price",
                "    bidders: " + seats,
                "    values: [0, 100]",
                "    timing: none",
                "");
        return PlanReader.read(text).orElseThrow();
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // anything typed is ignored
        }
    }
}
