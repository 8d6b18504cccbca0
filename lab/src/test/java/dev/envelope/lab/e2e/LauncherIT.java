package dev.envelope.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path JAR = ROOT.resolve("lab/target/envelope.jar");

    @TempDir
    private Path elsewhere;

    @BeforeEach
    void theJarIsBuiltAndThereIsAShell() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: no /bin/sh here");
        assertThat(JAR).as("the package phase has built it").exists();
        Files.setLastModifiedTime(JAR, java.nio.file.attribute.FileTime.from(java.time.Instant.now()));
    }

    @Test
    void launcherWorksFromAnotherDirectoryThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("my envelope"), ROOT.resolve("envelope"));

        String shown = run(0, link.toString(), "--help");

        assertThat(shown).startsWith("Usage: envelope").contains("demo", "serve", "join");
        assertThat(run(2, link.toString(), "nonsense")).contains("nonsense");
    }

    @Test
    void wrongJavaHomeIsSaid() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(ROOT.resolve("envelope").toString(), "version");
        builder.environment().put("JAVA_HOME", elsewhere.toString());

        assertThat(run(1, builder)).contains("JAVA_HOME: " + elsewhere, "expected: the directory of a JDK");
    }

    @Test
    void windowsLauncherHasWindowsLineEnds() throws IOException {
        String script = Files.readString(ROOT.resolve("envelope.cmd"));

        assertThat(script.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    }

    private String run(int status, String... command) throws Exception {
        return run(status, new ProcessBuilder(List.of(command)));
    }

    private String run(int status, ProcessBuilder builder) throws Exception {
        Process process =
                builder.directory(elsewhere.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(shown).isEqualTo(status);
        return shown;
    }
}
