package dev.envelope.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.proto.v1.ServerMessage;
import io.netty.buffer.PooledByteBufAllocator;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class FuzzIT {

    private static final int RUNS = 150;

    @Test
    void garbageIsAnsweredOnceOrNotAtAllAndNothingLeaks() throws IOException {
        SplittableRandom random = new SplittableRandom(20_261_120);
        try (TestNetwork network = TestNetwork.start(TestNetwork.limits(100, 100))) {
            for (int run = 0; run < RUNS; run++) {
                boolean joins = random.nextBoolean();
                try (RawClient client = joins ? network.join() : network.open()) {
                    client.trySend(garbage(random));
                    assertThat(closingRefusals(client)).as("run %s", run).isLessThanOrEqualTo(1);
                }
            }
            network.join().close();
            Awaitility.await()
                    .until(() -> network.desk.closed.size() == network.desk.greeted.size()
                            && network.server.counts().open() == 0);
        }
        assertNoLeaks();
    }

    private static byte[] garbage(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(1, 300)];
        random.nextBytes(bytes);
        if (random.nextBoolean()) {
            byte[] valid = Messages.ping(5).toByteArray();
            valid[random.nextInt(valid.length)] ^= (byte) (1 << random.nextInt(8));
            return Messages.join(Messages.frame(valid), Messages.frame(bytes));
        }
        return random.nextBoolean() ? Messages.frame(bytes) : bytes;
    }

    /** Reads until the server has closed; how many refusals were of the connection itself. */
    private static int closingRefusals(RawClient client) throws IOException {
        List<ServerMessage> all = new ArrayList<>();
        try {
            while (true) {
                all.add(client.receive());
            }
        } catch (EOFException | SocketException e) {
            return (int) all.stream()
                    .filter(ServerMessage::hasRefusal)
                    .filter(message -> message.getRefusal().getCodeValue() < 10)
                    .count();
        }
    }

    /** Leaks on purpose until the detector says so; whatever else it found until then is a real one. */
    @SuppressWarnings("CheckReturnValue")
    private static void assertNoLeaks() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            PooledByteBufAllocator.DEFAULT.heapBuffer(17).touch("lost on purpose");
            System.gc();
            return Leaks.FOUND.stream().anyMatch(leak -> leak.contains("lost on purpose"));
        });
        assertThat(Leaks.FOUND).allMatch(leak -> leak.contains("lost on purpose"));
    }
}
