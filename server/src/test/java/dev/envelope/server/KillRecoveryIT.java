package dev.envelope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.Event;
import dev.envelope.server.journal.EventCodec;
import dev.envelope.server.journal.SqliteJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            check(file);
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

    private void check(Path file) {
        Map<Integer, Map<Long, Event.MessageSealed>> stored = new HashMap<>();
        EventCodec codec = new EventCodec(text -> PlanReader.read(text).orElseThrow());
        try (SqliteJournal journal = SqliteJournal.open(file)) {
            journal.read(1, record -> {
                if (codec.decode(record.bytes()) instanceof Event.MessageSealed sealed) {
                    Event.MessageSealed before = stored.computeIfAbsent(sealed.seat(), seat -> new HashMap<>())
                            .put(sealed.requestId(), sealed);
                    assertThat(before).as("stored twice").isNull();
                }
            });
        }
        for (SocketSeat seat : seats) {
            Map<Long, Event.MessageSealed> messages = stored.getOrDefault(seat.number, Map.of());
            seat.acknowledged.forEach((id, ticks) -> {
                Event.MessageSealed sealed = messages.get(id);
                assertThat(sealed).as("seat %s, request %s", seat.number, id).isNotNull();
                assertThat(sealed.message()).isEqualTo(new Amount(ticks));
                assertThat(sealed.receipt()).isEqualTo(seat.receipts.get(id));
            });
        }
    }
}
