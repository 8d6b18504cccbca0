package dev.envelope.benchmarks;

import dev.envelope.client.ClientRuntime;
import dev.envelope.client.api.Endpoint;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How long a class takes to join, to bid, and to go on without those who lose their connection: server and class in two
 * processes on one machine, real TCP, a SQLite journal with full sync.
 *
 * <p>Arguments: {@code [PEOPLE [PERCENT [TIMES]]]}.
 */
public final class ClassroomBenchmark {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private ClassroomBenchmark() {}

    /** Plays it and prints a Markdown table. */
    public static void main(String[] arguments) throws IOException {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        int percent = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        OUT.println("| people | all joined, ms | all bids stored, ms | dropped | their round settled, ms |");
        OUT.println("|---:|---:|---:|---:|---:|");
        for (int i = 0; i < times; i++) {
            Classroom.Times measured = play(people, percent);
            OUT.printf(
                    "| %d | %d | %d | %d %% | %d |%n",
                    people, measured.join(), measured.bids(), percent, measured.dropped());
        }
    }

    private static Classroom.Times play(int people, int percent) throws IOException {
        Path directory = Files.createTempDirectory("envelope-class");
        try (ServerProcess server = ServerProcess.start(
                        "class", directory.resolve("class.envelope").toString(), Integer.toString(people));
                ClientRuntime runtime = ClientRuntime.create()) {
            Endpoint endpoint = Endpoint.tcp("127.0.0.1", server.port());
            return new Classroom(runtime, endpoint, server.joinCodes().get(0), people).play(percent);
        } finally {
            delete(directory);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
