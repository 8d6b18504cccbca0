package dev.envelope.server.journal.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real PostgreSQL server on 127.0.0.1, from the machine's binaries, with a data directory of its own that goes with it. It
 * ends when it is closed, and also when this process dies.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String USER = "tester";
    private static final String PASSWORD = "p&ss word";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** Runs the server until standard input ends; {@code $0} is the directory that is removed then. */
    private static final String KEEPER = "\"$@\" >\"$0/log\" 2>&1 & server=$!; cat >/dev/null; "
            + "kill -QUIT $server 2>/dev/null; wait $server; test -e \"$0/keep\" || rm -rf \"$0\"";

    private static Optional<PostgresServer> shared = Optional.empty();

    private final Path directory;
    private final int port;
    private Process keeper;

    private PostgresServer(Path directory, int port, Process keeper) {
        this.directory = directory;
        this.port = port;
        this.keeper = keeper;
    }

    /** The server that tests share; where there is no PostgreSQL the test is skipped. */
    public static synchronized PostgresServer shared() {
        if (shared.isEmpty()) {
            shared = Optional.of(start());
        }
        return shared.get();
    }

    /** A server of the caller's own; where there is no PostgreSQL the test is skipped. */
    public static PostgresServer start() {
        Optional<Path> binaries = binaries();
        assumeTrue(binaries.isPresent(), "skipped: no PostgreSQL server in " + INSTALLED + " (Debian: postgresql)");
        try {
            Path directory = temporary();
            give(directory);
            Path password = Files.writeString(directory.resolve("password"), PASSWORD + "\n");
            give(password);
            run(
                    directory,
                    List.of(
                            binaries.get().resolve("initdb").toString(),
                            "--pgdata=" + directory.resolve("data"),
                            "--username=" + USER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--no-sync"));
            int port = freePort();
            PostgresServer server = new PostgresServer(directory, port, serve(directory, port));
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In memory where the machine has a file system for that: the tests sync to it, and need not wait for a disk. */
    private static Path temporary() throws IOException {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "envelope-postgres")
                : Files.createTempDirectory("envelope-postgres");
    }

    private static Optional<Path> binaries() {
        try (Stream<Path> versions = Files.exists(INSTALLED) ? Files.list(INSTALLED) : Stream.empty()) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin ->
                            Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("postgres")))
                    .max(Comparator.comparing(bin -> Integer.parseInt(
                            bin.getName(bin.getNameCount() - 2).toString().replaceAll("\\..*", ""))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** PostgreSQL does not run as root: there it runs as the user that comes with Debian's package. */
    private static List<String> command(List<String> words) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.addAll(words);
        return command;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name", "").equals("root");
    }

    private static void give(Path path) throws IOException {
        if (isRoot()) {
            Files.setOwner(
                    path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
        }
    }

    private static void run(Path directory, List<String> words) throws IOException {
        Process process = new ProcessBuilder(command(words))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(words.get(0) + ": exit status " + process.exitValue() + ": " + said);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static Process serve(Path directory, int port) throws IOException {
        Path binary = binaries().orElseThrow().resolve("postgres");
        List<String> words = List.of(
                "sh",
                "-c",
                KEEPER,
                directory.toString(),
                binary.toString(),
                "-D",
                directory.resolve("data").toString(),
                "-k",
                directory.toString(),
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(port),
                "-c",
                "shared_buffers=16MB",
                "-c",
                "max_connections=20");
        return new ProcessBuilder(command(words)).directory(directory.toFile()).start();
    }

    private void awaitReady() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try {
                connect("postgres").close();
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > end || !keeper.isAlive()) {
                    throw new IllegalStateException("PostgreSQL did not start: " + log(), e);
                }
                Pause.millis(20);
            }
        }
    }

    private String log() {
        try {
            return Files.readString(directory.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** A new, empty database; its address. */
    public String database() {
        String name = "db" + DATABASES.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name);
        return url(name);
    }

    /** The address of database {@code name} with user and password. */
    public String url(String name) {
        return address(port, name);
    }

    /** The address of database {@code name} at another port. */
    static String address(int port, String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?user=" + USER + "&password=p%26ss+word";
    }

    int port() {
        return port;
    }

    /** Executes {@code sql} in a database, on a connection of its own. */
    public void execute(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database));
    }

    /** Ends the server at once, as a crash of its machine would, and keeps what it had on disk. */
    public void crash() {
        try {
            Files.createFile(directory.resolve("keep"));
            stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again, on the same port. */
    public void restart() {
        try {
            Files.delete(directory.resolve("keep"));
            keeper = serve(directory, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady();
    }

    private void stop() throws IOException {
        keeper.getOutputStream().close();
        try {
            if (!keeper.waitFor(20, TimeUnit.SECONDS)) {
                throw new IOException("PostgreSQL did not stop");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(directory.resolve("keep"));
            if (keeper.isAlive()) {
                stop();
            } else {
                remove();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove() throws IOException {
        List<Path> deepestFirst = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(deepestFirst::add);
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
