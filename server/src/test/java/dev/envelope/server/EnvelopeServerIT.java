package dev.envelope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envelope.server.settings.ServerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvelopeServerIT {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void startThatFailsLeavesNoNewFileBehind() throws IOException {
        Path file = folder.resolve("new.envelope");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EnvelopeServer.start(settings(taken.getLocalPort(), file)))
                    .hasMessageContaining("cannot be listened on");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void startThatFailsKeepsAFileThatWasThere() throws IOException {
        Path file = folder.resolve("old.envelope");
        EnvelopeServer.start(settings(0, file)).close();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EnvelopeServer.start(settings(taken.getLocalPort(), file)))
                    .hasMessageContaining("cannot be listened on");
        }
        assertThat(file).isNotEmptyFile();
    }

    private static ServerSettings settings(int port, Path file) {
        return ServerSettings.DEFAULT.withBind("127.0.0.1").withPort(port).withJournal(file);
    }
}
