package dev.envelope.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link BenchServer} in a process of its own; closing it ends the process. */
final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final int port;
    private final List<String> joinCodes;

    private ServerProcess(Process process, int port, List<String> joinCodes) {
        this.process = process;
        this.port = port;
        this.joinCodes = joinCodes;
    }

    /** Starts one and returns when it listens. */
    static ServerProcess start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                BenchServer.class.getName()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .directory(new File("."))
                .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("listening ")) {
                List<String> words = List.of(line.split(" "));
                return new ServerProcess(process, Integer.parseInt(words.get(1)), words.subList(2, words.size()));
            }
        }
        throw new IOException("the server process ended before it listened");
    }

    int port() {
        return port;
    }

    List<String> joinCodes() {
        return joinCodes;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
