package dev.envelope.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.game.message.Amount;
import dev.envelope.proto.v1.ErrorCode;
import dev.envelope.proto.v1.ServerMessage;
import dev.envelope.server.request.Request;
import java.time.Duration;
import java.util.Iterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebSocketIT {

    private static final String HELLO = "{\"requestId\":\"1\",\"hello\":{\"protocolVersion\":1,\"client\":\"test\","
            + "\"participant\":{\"joinCode\":\"ABCDE\",\"name\":\"Ann\",\"seatKey\":\"AAAAAAAAAAAAAAAAAAAAAA==\"}}}";

    private final TestNetwork network = TestNetwork.start();

    @AfterEach
    void stop() {
        network.close();
    }

    private WebSocketClient connect() {
        return new WebSocketClient(network.server.port());
    }

    private WebSocketClient joined() throws Exception {
        WebSocketClient client = connect().send(HELLO);
        assertThat(client.json().hasWelcome()).isTrue();
        return client;
    }

    private static String submit(String amount) {
        return "{\"requestId\":\"9\",\"submit\":{\"round\":1,\"message\":{\"amount\":{\"ticks\":" + amount + "}}}}";
    }

    @Test
    void textIsAnsweredWithJson() throws Exception {
        try (WebSocketClient client = joined().send(submit("\"4250\""))) {
            ServerMessage receipt = client.json();
            assertThat(receipt.getRequestId()).isEqualTo(9);
            assertThat(receipt.getReceipt().getNumber()).isEqualTo(4250);
            Iterator<Request> asked = network.desk.requests.iterator();
            asked.next();
            assertThat(asked.next()).isEqualTo(new Request.Submit(9, 1, new Amount(4250)));
        }
    }

    @Test
    void binaryIsAnsweredWithProtobuf() throws Exception {
        try (WebSocketClient client = connect().send(Messages.hello(1).toByteArray())) {
            assertThat(client.message().hasWelcome()).isTrue();
            client.send(Messages.ping(2).toByteArray());
            assertThat(client.message().getPong().getNonce()).isEqualTo(2);
        }
    }

    @Test
    void fragmentsMakeOneMessage() throws Exception {
        try (WebSocketClient client = connect().sendFragments(HELLO)) {
            assertThat(client.json().hasWelcome()).isTrue();
        }
    }

    @Test
    void fractionOfATickIsOffTickAndTheConnectionGoesOn() throws Exception {
        try (WebSocketClient client = joined().send(submit("42.5"))) {
            ServerMessage refusal = client.json();
            assertThat(refusal.getRequestId()).isEqualTo(9);
            assertThat(refusal.getRefusal().getCode()).isEqualTo(ErrorCode.ERROR_CODE_OFF_TICK);
            assertThat(refusal.getRefusal().getReason()).contains("submit.message.amount.ticks: 42.5");
            client.send(submit("42"));
            assertThat(client.json().hasReceipt()).isTrue();
        }
    }

    @Test
    void whatIsNoNumberIsInvalid() throws Exception {
        try (WebSocketClient client = joined()) {
            for (String amount : new String[] {"\"NaN\"", "\"much\"", "true", "1e30", "\"Infinity\""}) {
                ServerMessage refusal = client.send(submit(amount)).json();
                assertThat(refusal.getRequestId()).isEqualTo(9);
                assertThat(refusal.getRefusal().getCode()).as(amount).isEqualTo(ErrorCode.ERROR_CODE_INVALID_MESSAGE);
            }
        }
    }

    @Test
    void whatIsLeftOutBidsNothing() throws Exception {
        try (WebSocketClient client = joined()) {
            String empty = "{\"requestId\":\"9\",\"submit\":{\"round\":1,\"message\":{\"amount\":{}}}}";
            for (String request : new String[] {submit("null"), empty}) {
                ServerMessage refusal = client.send(request).json();
                assertThat(refusal.getRequestId()).isEqualTo(9);
                assertThat(refusal.getRefusal().getCode()).isEqualTo(ErrorCode.ERROR_CODE_INVALID_MESSAGE);
                assertThat(refusal.getRefusal().getReason())
                        .isEqualTo(
                                "submit.message: an amount without ticks (expected: a whole number; a bid of 0 says 0)");
            }
            assertThat(client.send(submit("0")).json().hasReceipt()).isTrue();
        }
    }

    @Test
    void secondHelloIsRefusedAsSuchWhateverItHolds() throws Exception {
        for (String hello : new String[] {"{}", "{\"protocolVersion\":1}", "{\"protocolVersion\":7}"}) {
            try (WebSocketClient client = joined().send("{\"requestId\":\"9\",\"hello\":" + hello + "}")) {
                ServerMessage refusal = client.json();
                assertThat(refusal.getRequestId()).isEqualTo(9);
                assertThat(refusal.getRefusal().getCode()).isEqualTo(ErrorCode.ERROR_CODE_HELLO_EXPECTED);
            }
        }
    }

    @Test
    void misspeltFieldIsNamed() throws Exception {
        try (WebSocketClient client = joined().send("{\"requestId\":\"9\",\"sumbit\":{}}")) {
            ServerMessage refusal = client.json();
            assertThat(refusal.getRequestId()).isEqualTo(9);
            assertThat(refusal.getRefusal().getCode()).isEqualTo(ErrorCode.ERROR_CODE_INVALID_MESSAGE);
            assertThat(refusal.getRefusal().getReason()).contains("sumbit");
        }
    }

    @Test
    void textThatIsNoJsonIsMalformed() throws Exception {
        try (WebSocketClient client = joined().send("hello?")) {
            assertThat(client.json().getRefusal().getCode()).isEqualTo(ErrorCode.ERROR_CODE_MALFORMED);
            assertThat(client.closeStatus).succeedsWithin(Duration.ofSeconds(8)).isEqualTo(1008);
        }
    }

    @Test
    void deeplyNestedTextIsMalformed() throws Exception {
        try (WebSocketClient client = joined().send("[".repeat(60_000))) {
            assertThat(client.json().getRefusal().getCode()).isEqualTo(ErrorCode.ERROR_CODE_MALFORMED);
        }
    }

    @Test
    void binaryAfterATextHelloIsMalformed() throws Exception {
        try (WebSocketClient client = joined().send(Messages.ping(2).toByteArray())) {
            assertThat(client.json().getRefusal().getCode()).isEqualTo(ErrorCode.ERROR_CODE_MALFORMED);
        }
    }

    @Test
    void longMessageIsTooLarge() throws Exception {
        try (WebSocketClient client = joined().send(" ".repeat(65_537))) {
            assertThat(client.json().getRefusal().getCode()).isEqualTo(ErrorCode.ERROR_CODE_FRAME_TOO_LARGE);
            assertThat(client.closeStatus).succeedsWithin(Duration.ofSeconds(8)).isEqualTo(1009);
        }
    }

    @Test
    void longMessageInShortFragmentsIsTooLarge() throws Exception {
        try (WebSocketClient client = joined()) {
            String part = " ".repeat(30_000);
            client.sendFragment(part).sendFragment(part).sendFragment(part);
            assertThat(client.json().getRefusal().getCode()).isEqualTo(ErrorCode.ERROR_CODE_FRAME_TOO_LARGE);
        }
    }

    @Test
    void firstTextThatIsTooLongIsAnsweredInText() throws Exception {
        try (WebSocketClient client = connect().send(" ".repeat(65_537))) {
            assertThat(client.json().getRefusal().getCode()).isEqualTo(ErrorCode.ERROR_CODE_FRAME_TOO_LARGE);
        }
    }

    @Test
    void trickleOfFragmentsIsSilence() throws Exception {
        try (TestNetwork impatient = TestNetwork.start(TestNetwork.limits(10_000, 500));
                WebSocketClient client = new WebSocketClient(impatient.server.port()).send(HELLO)) {
            assertThat(client.json().hasWelcome()).isTrue();
            await().ignoreExceptions().pollInterval(Duration.ofMillis(100)).until(() -> {
                boolean open = client.texts.isEmpty();
                return !open || client.sendFragment(" ").texts.size() > 0;
            });
            assertThat(client.json().getRefusal().getCode()).isEqualTo(ErrorCode.ERROR_CODE_TIMEOUT);
        }
    }

    @Test
    void pingIsASignOfLife() throws Exception {
        try (TestNetwork impatient = TestNetwork.start(TestNetwork.limits(10_000, 1_000));
                WebSocketClient client = new WebSocketClient(impatient.server.port()).send(HELLO)) {
            assertThat(client.json().hasWelcome()).isTrue();
            await().pollInterval(Duration.ofMillis(100))
                    .during(Duration.ofMillis(2_500))
                    .until(() -> client.ping().texts.isEmpty());
        }
    }
}
