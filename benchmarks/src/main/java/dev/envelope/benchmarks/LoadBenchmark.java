package dev.envelope.benchmarks;

import dev.envelope.benchmarks.net.LoadGenerator;
import dev.envelope.benchmarks.net.LoadGenerator.Join;
import dev.envelope.benchmarks.net.LoadResult;
import dev.envelope.benchmarks.net.LoadShape;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Acknowledged bids a second, and how long one takes, as a ratio to a bare echo of the same frame sizes measured right
 * before: real TCP, a SQLite journal with full sync, server and load in two processes on one machine.
 *
 * <p>Arguments: {@code [PAIRS [SECONDS [SCENARIO…]]]}; a scenario is {@code connections/sessions/outstanding}.
 */
public final class LoadBenchmark {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** Shorter, and the compiler's own work is measured: two cores are busy with it for about so long. */
    private static final long WARM_UP_MILLIS = 10_000;

    private static final List<String> SCENARIOS =
            List.of("64/1/1", "64/64/1", "64/1/32", "64/64/32", "999/1/1", "1000/64/1");

    private LoadBenchmark() {}

    /** Runs the scenarios and prints a Markdown table. */
    public static void main(String[] arguments) throws IOException, InterruptedException, TimeoutException {
        int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        long millis = arguments.length > 1 ? Long.parseLong(arguments[1]) * 1_000 : 5_000;
        List<String> scenarios = arguments.length > 2 ? List.of(arguments).subList(2, arguments.length) : SCENARIOS;
        OUT.println("| connections | sessions | outstanding | echo /s | server /s | ratio | server p50 µs | p99 µs "
                + "| p99.9 µs | echo p50 µs | p99 µs | p99.9 µs |");
        OUT.println("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (String scenario : scenarios) {
            Scenario shape = Scenario.parse(scenario, millis);
            List<Pair> measured = new ArrayList<>();
            for (int i = 0; i < pairs; i++) {
                measured.add(new Pair(echo(shape), server(shape)));
            }
            measured.sort(Comparator.comparingDouble(Pair::ratio));
            OUT.println(row(shape, measured.get(pairs / 2)));
        }
    }

    private static LoadResult echo(Scenario scenario) throws IOException, InterruptedException, TimeoutException {
        try (ServerProcess process = ServerProcess.start("echo")) {
            List<Join> joins = new ArrayList<>();
            for (int i = 0; i < scenario.shape().connections(); i++) {
                joins.add(new Join("", false));
            }
            return LoadGenerator.run(process.port(), joins, scenario.shape());
        }
    }

    private static LoadResult server(Scenario scenario) throws IOException, InterruptedException, TimeoutException {
        Path directory = Files.createTempDirectory(Path.of("."), "load-");
        int perSession = scenario.perSession() + 1;
        String file = directory.resolve("load.envelope").toString();
        try (ServerProcess process = ServerProcess.start("server", file, "" + scenario.sessions(), "" + perSession)) {
            List<Join> joins = new ArrayList<>();
            for (int i = 0; i < scenario.shape().connections(); i++) {
                joins.add(new Join(process.joinCodes().get(i % scenario.sessions()), true));
            }
            int active = joins.size();
            for (int i = 0; i < perSession * scenario.sessions() - active; i++) {
                joins.add(new Join(process.joinCodes().get((active + i) % scenario.sessions()), true));
            }
            return LoadGenerator.run(process.port(), joins, scenario.shape());
        } finally {
            delete(directory);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String row(Scenario scenario, Pair pair) {
        return String.format(
                Locale.ROOT,
                "| %d | %d | %d | %,.0f | %,.0f | %.2f | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f |",
                scenario.shape().connections(),
                scenario.sessions(),
                scenario.shape().outstanding(),
                pair.echo().perSecond(),
                pair.server().perSecond(),
                pair.ratio(),
                pair.server().micros(50),
                pair.server().micros(99),
                pair.server().micros(99.9),
                pair.echo().micros(50),
                pair.echo().micros(99),
                pair.echo().micros(99.9));
    }

    private record Pair(LoadResult echo, LoadResult server) {

        double ratio() {
            return server.perSecond() / echo.perSecond();
        }
    }

    private record Scenario(int sessions, LoadShape shape) {

        static Scenario parse(String text, long millis) {
            String[] parts = text.split("/", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException(
                        "scenario: " + text + " (expected: connections/sessions/outstanding, such as 64/1/32)");
            }
            int connections = Integer.parseInt(parts[0]);
            return new Scenario(
                    Integer.parseInt(parts[1]),
                    new LoadShape(connections, Integer.parseInt(parts[2]), WARM_UP_MILLIS, millis));
        }

        /** Sending seats of one session; in the last ones some may stay idle. */
        int perSession() {
            return (shape.connections() + sessions - 1) / sessions;
        }
    }
}
