package dev.envelope.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.proto.v1.ErrorCode;
import dev.envelope.proto.v1.ServerMessage;
import dev.envelope.server.settings.Limits;
import java.io.IOException;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesIT {

    private static final long SOON = 150;

    @Test
    void helloIsAnsweredWithWelcome() throws IOException {
        try (TestNetwork network = TestNetwork.start();
                RawClient client = network.open().send(Messages.frame(Messages.hello(7)))) {
            ServerMessage welcome = client.receive();
            assertThat(welcome.getRequestId()).isEqualTo(7);
            assertThat(welcome.getPushSequence()).isZero();
            assertThat(welcome.getWelcome().getLimits().getMaxOutstanding()).isEqualTo(64);
            assertThat(welcome.getWelcome().getSnapshot().getTreatments(0).getRules())
                    .contains("second");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "\u0000X", "\u0000ENX", "HELLO", "SSH-2.0", "\u0016\u0003\u0001", "get / "})
    void whatIsNoOpeningIsClosedInSilence(String bytes) throws IOException {
        try (TestNetwork network = TestNetwork.start();
                RawClient client = network.connect().send(bytes.getBytes(java.nio.charset.StandardCharsets.US_ASCII))) {
            assertThat(client.isClosed()).isTrue();
            assertThat(network.server.counts().silentlyClosed()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000", "\u0000EN", "G", "OPTION"})
    void halfAnOpeningThenSilenceIsClosedInSilence(String bytes) throws IOException {
        try (TestNetwork network = TestNetwork.start(TestNetwork.limits(SOON, 10_000));
                RawClient client = network.connect().send(bytes.getBytes(java.nio.charset.StandardCharsets.US_ASCII))) {
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void everythingArrivesByteByByte() throws IOException {
        try (TestNetwork network = TestNetwork.start();
                RawClient client = network.connect()) {
            byte[] all = Messages.join(
                    Messages.OPENING, Messages.frame(Messages.hello(1)), Messages.frame(Messages.ping(2)));
            for (byte one : all) {
                client.send(new byte[] {one});
            }
            assertThat(client.receive().hasWelcome()).isTrue();
            assertThat(client.receive().getPong().getNonce()).isEqualTo(2);
        }
    }

    @Test
    void manyMessagesInOnePacketAreAnsweredInOrder() throws IOException {
        try (TestNetwork network = TestNetwork.start();
                RawClient client = network.connect()) {
            byte[] all = Messages.join(Messages.OPENING, Messages.frame(Messages.hello(1)));
            for (int id = 2; id <= 60; id++) {
                all = Messages.join(all, Messages.frame(Messages.submit(id, id)));
            }
            client.send(all);
            assertThat(client.receive().hasWelcome()).isTrue();
            for (int id = 2; id <= 60; id++) {
                ServerMessage receipt = client.receive();
                assertThat(receipt.getRequestId()).isEqualTo(id);
                assertThat(receipt.getReceipt().getNumber()).isEqualTo(id);
            }
        }
    }

    @Test
    void bytesThatAreNoMessageAreMalformed() throws IOException {
        byte[] garbage = new byte[20];
        Arrays.fill(garbage, (byte) 0xFF);
        try (TestNetwork network = TestNetwork.start();
                RawClient client = network.open().send(Messages.frame(garbage))) {
            assertThat(client.lastRefusal()).isEqualTo(ErrorCode.ERROR_CODE_MALFORMED);
        }
    }

    @Test
    void frameBeyondTheLimitIsRefusedByItsLengthAlone() throws IOException {
        try (TestNetwork network = TestNetwork.start();
                RawClient client = network.open().send(new byte[] {0, 1, 0, 1})) {
            assertThat(client.lastRefusal()).isEqualTo(ErrorCode.ERROR_CODE_FRAME_TOO_LARGE);
        }
    }

    @Test
    void refusalArrivesThoughMoreIsSentThanIsRead() throws IOException {
        try (TestNetwork network = TestNetwork.start();
                RawClient client = network.open()) {
            client.trySend(new byte[] {(byte) 0xFF, 0, 0, 0}).trySend(new byte[2_000_000]);
            assertThat(client.lastRefusal()).isEqualTo(ErrorCode.ERROR_CODE_FRAME_TOO_LARGE);
        }
    }

    @Test
    void otherVersionIsRefusedNamingOurs() throws IOException {
        try (TestNetwork network = TestNetwork.start();
                RawClient client = network.open().send(Messages.frame(Messages.hello(5, 2, "ABCDE")))) {
            ServerMessage refusal = client.receive();
            assertThat(refusal.getRequestId()).isEqualTo(5);
            assertThat(refusal.getRefusal().getCode()).isEqualTo(ErrorCode.ERROR_CODE_UNSUPPORTED_VERSION);
            assertThat(refusal.getRefusal().getReason()).contains("expected: 1");
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void firstMessageMustBeHello() throws IOException {
        try (TestNetwork network = TestNetwork.start();
                RawClient client = network.open().send(Messages.frame(Messages.ping(1)))) {
            assertThat(client.lastRefusal()).isEqualTo(ErrorCode.ERROR_CODE_HELLO_EXPECTED);
            assertThat(network.desk.requests).isEmpty();
        }
    }

    @Test
    void secondHelloIsRefused() throws IOException {
        try (TestNetwork network = TestNetwork.start();
                RawClient client = network.join().send(Messages.frame(Messages.hello(2)))) {
            assertThat(client.lastRefusal()).isEqualTo(ErrorCode.ERROR_CODE_HELLO_EXPECTED);
        }
    }

    @Test
    void refusedHelloEndsTheConnection() throws IOException {
        try (TestNetwork network = TestNetwork.start();
                RawClient client = network.open().send(Messages.frame(Messages.hello(1, 1, FakeDesk.NO_SESSION)))) {
            assertThat(client.lastRefusal()).isEqualTo(ErrorCode.ERROR_CODE_UNKNOWN_SESSION);
            Awaitility.await().until(() -> network.desk.closed.size() == 1);
        }
    }

    @Test
    void openingWithoutHelloTimesOut() throws IOException {
        try (TestNetwork network = TestNetwork.start(TestNetwork.limits(SOON, 10_000));
                RawClient client = network.open()) {
            assertThat(client.lastRefusal()).isEqualTo(ErrorCode.ERROR_CODE_TIMEOUT);
        }
    }

    @Test
    void halfFrameThenSilenceTimesOut() throws IOException {
        try (TestNetwork network = TestNetwork.start(TestNetwork.limits(10_000, SOON));
                RawClient client = network.join().send(new byte[] {0, 0, 0, 9, 1, 2})) {
            assertThat(client.lastRefusal()).isEqualTo(ErrorCode.ERROR_CODE_TIMEOUT);
            Awaitility.await().until(() -> network.desk.closed.size() == 1);
        }
    }

    @Test
    void missingRequestIdIsRefusedAndTheConnectionGoesOn() throws IOException {
        try (TestNetwork network = TestNetwork.start();
                RawClient client = network.join().send(Messages.frame(Messages.ping(0)))) {
            assertThat(client.receive().getRefusal().getCode()).isEqualTo(ErrorCode.ERROR_CODE_MISSING_REQUEST_ID);
            client.send(Messages.frame(Messages.ping(3)));
            assertThat(client.receive().hasPong()).isTrue();
        }
    }

    @Test
    void tooManyOutstandingAreRefusedOneByOne() throws IOException {
        try (TestNetwork network = TestNetwork.start(TestNetwork.limits(2, 100, 10_000, 10_000, 256 * 1024));
                RawClient client = network.join()) {
            network.desk.holding = true;
            for (int id = 2; id <= 4; id++) {
                client.send(Messages.frame(Messages.submit(id, id)));
            }
            ServerMessage refusal = client.receive();
            assertThat(refusal.getRequestId()).isEqualTo(4);
            assertThat(refusal.getRefusal().getCode()).isEqualTo(ErrorCode.ERROR_CODE_TOO_MANY_OUTSTANDING);
            network.desk.held.forEach(Runnable::run);
            assertThat(client.receive().getRequestId()).isEqualTo(2);
            assertThat(client.receive().getRequestId()).isEqualTo(3);
        }
    }

    @Test
    void connectionBeyondTheLimitIsTurnedAway() throws IOException {
        Limits one = TestNetwork.limits(64, 1, 10_000, 10_000, 256 * 1024);
        try (TestNetwork network = TestNetwork.start(one);
                RawClient first = network.join()) {
            try (RawClient second = network.open()) {
                assertThat(second.lastRefusal()).isEqualTo(ErrorCode.ERROR_CODE_TOO_MANY_CONNECTIONS);
            }
            first.send(Messages.frame(Messages.ping(2)));
            assertThat(first.receive().hasPong()).isTrue();
        }
    }

    @Test
    void errorOfTheDeskIsAnsweredAndEndsTheConnectionAlone() throws IOException {
        try (TestNetwork network = TestNetwork.start();
                RawClient client = network.join();
                RawClient other = network.join()) {
            network.desk.broken = true;
            client.send(Messages.frame(Messages.submit(2, 2)));
            assertThat(client.lastRefusal()).isEqualTo(ErrorCode.ERROR_CODE_UNAVAILABLE);
            network.desk.broken = false;
            other.send(Messages.frame(Messages.ping(3)));
            assertThat(other.receive().hasPong()).isTrue();
        }
    }

    @Test
    void closeLetsWhatIsUnderWayBeAnswered() throws IOException {
        try (TestNetwork network = TestNetwork.start();
                RawClient client = network.join()) {
            network.desk.holding = true;
            client.send(Messages.frame(Messages.submit(2, 2)));
            Awaitility.await().until(() -> network.desk.held.size() == 1);
            Thread closer = new Thread(network.server::close);
            closer.start();
            Awaitility.await().until(() -> isRefusedWhileClosing(client));
            network.desk.held.forEach(Runnable::run);
            assertThat(client.receive().hasReceipt()).isTrue();
            assertThat(client.lastRefusal()).isEqualTo(ErrorCode.ERROR_CODE_SHUTTING_DOWN);
        }
    }

    private static boolean isRefusedWhileClosing(RawClient client) throws IOException {
        client.send(Messages.frame(Messages.ping(3)));
        return client.receive().getRefusal().getCode() == ErrorCode.ERROR_CODE_SHUTTING_DOWN;
    }

    @Test
    void closeTellsEverybody() throws IOException {
        TestNetwork network = TestNetwork.start();
        try (RawClient client = network.join()) {
            Thread closer = new Thread(network.server::close);
            closer.start();
            assertThat(client.lastRefusal()).isEqualTo(ErrorCode.ERROR_CODE_SHUTTING_DOWN);
        }
        network.close();
    }
}
