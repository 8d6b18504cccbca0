package dev.envelope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server process whose disk is full for a while refuses, goes on by itself, and has stored nothing of what it refused. */
final class FullDiskIT {

    @TempDir
    Path folder = Path.of("");

    @Test
    void bidsAreRefusedWhileTheDiskIsFullAndTakenAgainOnceThereIsRoom() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/prlimit")), "skipped: no prlimit (Debian: util-linux)");
        Path file = folder.resolve("full.envelope");
        SocketSeat seat = new SocketSeat(0);
        try (ServerProcess server = ServerProcess.start(file)) {
            for (int number = 0; number < 5; number++) {
                new SocketSeat(number).join(server);
            }
            assertThat(seat.bidOnce(server)).isTrue();
            for (int outage = 0; outage < 2; outage++) {
                server.limitFiles("1024");
                assertThat(seat.bidOnce(server)).isFalse();
                assertThat(seat.bidOnce(server)).isFalse();
                server.limitFiles("unlimited");
                await().atMost(Duration.ofSeconds(20)).until(() -> seat.bidOnce(server));
            }
            server.kill();
        }
        StoredBids.of(file).areThoseAcknowledged(List.of(seat));
        assertThat(seat.acknowledged).hasSize(3);
    }
}
