package dev.envelope.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.SeedProof;
import dev.envelope.proto.v1.ErrorCode;
import dev.envelope.proto.v1.ServerMessage;
import dev.envelope.server.request.Connection;
import dev.envelope.server.request.Response;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class OutboundIT {

    private static final Response PUSH =
            new Response.SessionChanged(Phase.OPEN, false, OptionalLong.of(1_000), Optional.empty(), Optional.empty());

    @Test
    void pushesAreNumberedAndNewsAreNot() throws Exception {
        try (TestNetwork network = TestNetwork.start();
                RawClient client = network.join()) {
            Connection connection = network.desk.only();
            connection.push(PUSH);
            connection.push(new Response.News(1, 2, OptionalInt.empty()));
            connection.push(PUSH);
            assertThat(client.receive().getPushSequence()).isEqualTo(1);
            assertThat(client.receive().getPushSequence()).isZero();
            assertThat(client.receive().getPushSequence()).isEqualTo(2);
        }
    }

    @Test
    void pushesToOneWhoDoesNotReadAreDroppedUntilItReadsAgain() throws Exception {
        try (TestNetwork network = TestNetwork.start(TestNetwork.limits(64, 100, 10_000, 30_000, 16 * 1024));
                RawClient client = network.join()) {
            Connection connection = network.desk.only();
            long sent = 0;
            while (network.server.counts().pushesDropped() == 0) {
                for (int i = 0; i < 1_000; i++) {
                    connection.push(PUSH);
                }
                sent += 1_000;
                assertThat(sent).isLessThan(20_000_000);
            }
            client.send(Messages.frame(Messages.submit(77, 77)));
            boolean answered = false;
            long last = 0;
            ServerMessage next = client.receive();
            while (!next.hasSnapshot()) {
                answered |= next.getRequestId() == 77;
                last = Math.max(last, next.getPushSequence());
                next = client.receive();
            }
            assertThat(next.getPushSequence()).as("the gap is visible").isGreaterThan(last + 1);
            assertThat(network.desk.drained).hasSize(1);
            while (!answered) {
                answered = client.receive().getRequestId() == 77;
            }
        }
    }

    @Test
    void manyThreadsMayPushAtOnce() throws Exception {
        try (TestNetwork network = TestNetwork.start();
                RawClient client = network.join()) {
            Connection connection = network.desk.only();
            Thread[] threads = new Thread[4];
            for (int t = 0; t < threads.length; t++) {
                threads[t] = new Thread(() -> {
                    for (int i = 0; i < 250; i++) {
                        connection.push(PUSH);
                    }
                });
                threads[t].start();
            }
            for (long sequence = 1; sequence <= 1_000; sequence++) {
                assertThat(client.receive().getPushSequence()).isEqualTo(sequence);
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    @Test
    void endSendsWhatWasSaidBeforeAndTheReason() throws Exception {
        try (TestNetwork network = TestNetwork.start();
                RawClient client = network.join()) {
            Connection connection = network.desk.only();
            connection.push(PUSH);
            connection.end(new Refusal(RefusalCode.TOO_MANY_CONNECTIONS, "5"));
            connection.push(PUSH);
            assertThat(client.receive().hasSessionChanged()).isTrue();
            assertThat(client.lastRefusal()).isEqualTo(ErrorCode.ERROR_CODE_TOO_MANY_CONNECTIONS);
            Awaitility.await().until(() -> network.desk.closed.contains(connection));
        }
    }

    @Test
    void whatCannotBeWrittenEndsTheConnection() throws Exception {
        try (TestNetwork network = TestNetwork.start();
                RawClient client = network.join()) {
            Connection connection = network.desk.only();
            connection.push(PUSH);
            connection.answer(2, unwritable());
            connection.push(PUSH);
            assertThat(client.receive().hasSessionChanged()).isTrue();
            assertThat(client.isClosed()).isTrue();
        }
    }

    private static Response unwritable() {
        return new Response.SessionChanged(
                Phase.FINISHED,
                false,
                OptionalLong.empty(),
                Optional.of(new SeedProof.Revealed("no hexadecimal", "no hexadecimal")),
                Optional.empty());
    }
}
