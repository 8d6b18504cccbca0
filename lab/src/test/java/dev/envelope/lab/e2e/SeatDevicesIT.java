package dev.envelope.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.client.BlockingSeat;
import dev.envelope.client.ClientRuntime;
import dev.envelope.client.EnvelopeClient;
import dev.envelope.client.JoinRequest;
import dev.envelope.client.SeatClient;
import dev.envelope.client.SeatKey;
import dev.envelope.client.api.Rejected;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.Snapshot;
import dev.envelope.game.view.View;
import dev.envelope.server.session.OpenOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One seat on several devices, and when its session is over. */
@Timeout(60)
class SeatDevicesIT {
    private static final Duration SHORT = Duration.ofSeconds(15);

    private final ClientRuntime runtime = ClientRuntime.create();
    private final SeatKey key = SeatKey.random();

    @TempDir
    private Path directory = Path.of("");

    private LocalServer local;
    private String code;

    @BeforeEach
    void open() throws IOException {
        local = LocalServer.start(directory);
        code = local.server
                .sessions()
                .open(LocalServer.plan("""
                        envelope: 1
                        title: Devices
                        seats: 2
                        rounds: 1
                        timing: {seconds: 600, grace: 0, result: 0}
                        treatments:
                          first: {mechanism: first_price, bidders: 2, values: [0, 100]}
                        """), OpenOptions.seeded("devices"))
                .joinCode();
    }

    @AfterEach
    void close() {
        runtime.close();
        local.close();
    }

    @Test
    void fifthDeviceEndsTheFirstForGoodAndTheOthersSeeWhatItBids() {
        List<SeatClient> devices = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            devices.add(join(key));
        }
        join(SeatKey.random());
        assertThat(cause(devices.get(0)))
                .hasValueSatisfying(cause -> assertThat(cause)
                        .isInstanceOfSatisfying(
                                Rejected.class,
                                rejected -> assertThat(rejected.code()).isEqualTo(RefusalCode.TOO_MANY_CONNECTIONS)));
        await().atMost(SHORT).until(() -> devices.get(4).snapshot().phase() == Phase.OPEN);
        BlockingSeat.await(devices.get(4).submit(1, new Amount(4_200)), SHORT);
        for (SeatClient device : devices.subList(1, 5)) {
            await().atMost(SHORT).until(() -> standing(device).equals(Optional.of(new Amount(4_200))));
            assertThat(device.isConnected()).isTrue();
        }
    }

    @Test
    void whoComesBackAfterARestartSeesHowTheSessionEnded() throws IOException {
        SeatClient seat = join(key);
        SeatClient other = join(SeatKey.random());
        await().atMost(SHORT).until(() -> seat.snapshot().phase() == Phase.OPEN);
        BlockingSeat.await(seat.submit(1, new Amount(4_200)), SHORT);
        BlockingSeat.await(other.submit(1, new Amount(100)), SHORT);
        await().atMost(SHORT).until(() -> seat.snapshot().phase() == Phase.FINISHED);
        local.close();
        local = LocalServer.start(directory);

        Snapshot end = join(key).snapshot();
        assertThat(end.lastResult()).isEqualTo(seat.snapshot().lastResult());
        assertThat(end.totalTicks()).isEqualTo(seat.snapshot().totalTicks());
        assertThat(end.proof()).isEqualTo(seat.snapshot().proof());
        assertThat(end.lastResult().orElseThrow().played()).contains(new Amount(4_200));
        assertThat(end.proof().revealed()).isPresent();
    }

    private SeatClient join(SeatKey seatKey) {
        JoinRequest request = JoinRequest.person(code, "Ann", seatKey);
        return BlockingSeat.await(EnvelopeClient.of(runtime, local.tcp()).takeSeat(request), SHORT);
    }

    private static Optional<Message> standing(SeatClient seat) {
        return seat.snapshot().view().flatMap(View::standing);
    }

    /** Why the client has ended; waits for it. */
    private static Optional<Throwable> cause(SeatClient seat) {
        return seat.whenClosed()
                .handle((nothing, failure) -> Optional.ofNullable(
                        failure instanceof CompletionException wrapped ? wrapped.getCause() : failure))
                .toCompletableFuture()
                .orTimeout(SHORT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
