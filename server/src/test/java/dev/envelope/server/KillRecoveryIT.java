package dev.envelope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server process is killed under load again and again; nothing acknowledged is lost or doubled. */
final class KillRecoveryIT {

    private static final int KILLS = 6;
    private static final int BIDDERS = 4;

    @TempDir
    Path folder = Path.of("");

    private final List<SocketSeat> seats =
            IntStream.range(0, BIDDERS).mapToObj(SocketSeat::new).toList();

    @Test
    void everyAcknowledgedMessageStandsExactlyOnceHoweverOftenTheServerIsKilled() throws Exception {
        Path file = folder.resolve("killed.envelope");
        Random random = new Random(7);
        for (int kill = 0; kill < KILLS; kill++) {
            bidUntilKilled(file, 200 + random.nextInt(1_500));
            StoredBids.of(file).haveAllAcknowledged(seats);
        }
        assertThat(seats).allSatisfy(seat -> assertThat(seat.acknowledged).hasSizeGreaterThan(100));
    }

    private void bidUntilKilled(Path file, int acknowledgements) throws Exception {
        AtomicInteger total = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(BIDDERS);
        try (ServerProcess server = ServerProcess.start(file)) {
            for (int seat = 0; seat <= BIDDERS; seat++) {
                assertThat(new SocketSeat(seat).join(server).getSeat()).isEqualTo(seat);
            }
            List<Future<?>> bidding = new ArrayList<>();
            for (SocketSeat seat : seats) {
                bidding.add(clients.submit(() -> seat.bidUntilCut(server, total)));
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> total.get() >= acknowledgements);
            server.kill();
            for (Future<?> one : bidding) {
                one.get(20, TimeUnit.SECONDS);
            }
        } finally {
            clients.shutdownNow();
        }
    }
}
