package dev.envelope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.server.journal.sql.JournalAddress;
import dev.envelope.server.journal.sql.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
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
        killAgainAndAgain(folder.resolve("killed.envelope").toString(), KILLS);
    }

    @Test
    void theSameHoldsOfPostgres() throws Exception {
        killAgainAndAgain(PostgresServer.shared().database(), 2);
    }

    private void killAgainAndAgain(String journal, int kills) throws Exception {
        Random random = new Random(7);
        for (int kill = 0; kill < kills; kill++) {
            bidUntilKilled(journal, 200 + random.nextInt(1_500));
            StoredBids.of(JournalAddress.parse(journal)).haveAllAcknowledged(seats);
        }
        assertThat(seats).allSatisfy(seat -> assertThat(seat.acknowledged).hasSizeGreaterThan(20 * kills));
    }

    /** The database goes down while a class bids: what was not stored is refused or not answered, and all goes on by itself. */
    @Test
    void aServerOutlivesItsDatabase() throws Exception {
        AtomicInteger total = new AtomicInteger();
        ExecutorService clients = Executors.newSingleThreadExecutor();
        try (PostgresServer database = PostgresServer.start()) {
            String journal = database.database();
            try (ServerProcess server = ServerProcess.start(journal)) {
                for (int seat = 0; seat <= BIDDERS; seat++) {
                    new SocketSeat(seat).join(server);
                }
                SocketSeat seat = seats.get(0);
                Future<?> bidding = clients.submit(() -> seat.bidUntilCut(server, total));
                await().atMost(Duration.ofSeconds(20)).until(() -> total.get() >= 200);
                database.crash();
                database.restart();
                int before = total.get();
                await().atMost(Duration.ofSeconds(30)).until(() -> bidding.isDone() || total.get() > before + 100);
                if (bidding.isDone()) {
                    await().atMost(Duration.ofSeconds(30)).until(() -> seat.bidOnce(server));
                }
                server.kill();
                awaitEnd(bidding);
            }
            StoredBids.of(JournalAddress.parse(journal)).haveAllAcknowledged(seats);
        } finally {
            clients.shutdownNow();
        }
    }

    /** A seat that is refused takes that for a fault of the test's and ends. */
    private static void awaitEnd(Future<?> bidding) throws Exception {
        try {
            bidding.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException refused) {
            assertThat(refused).hasMessageContaining("UNAVAILABLE");
        }
    }

    private void bidUntilKilled(String journal, int acknowledgements) throws Exception {
        AtomicInteger total = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(BIDDERS);
        try (ServerProcess server = ServerProcess.start(journal)) {
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
