package dev.envelope.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpIT {

    private static final String UPGRADE = String.join(
            "\r\n",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "");

    private final TestNetwork network = TestNetwork.start();

    @AfterEach
    void stop() {
        network.close();
    }

    /** The whole answer to a request, whose connection the server is asked to close. */
    private String ask(String line, String headers) throws IOException {
        String request = line + " HTTP/1.1\r\nHost: envelope.test:7777\r\n" + headers + "\r\n";
        try (RawClient client = network.connect().send(request.getBytes(StandardCharsets.US_ASCII))) {
            return new String(client.in().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String get(String path) throws IOException {
        return ask("GET " + path, "Connection: close\r\n");
    }

    @Test
    void homeSaysWhatThisIsAndWhereToJoin() throws IOException {
        assertThat(get("/"))
                .startsWith("HTTP/1.1 200 ")
                .contains("content-security-policy: default-src 'none'")
                .contains("envelope join envelope.test:7777 CODE");
    }

    @Test
    void healthIsUp() throws IOException {
        assertThat(get("/health")).startsWith("HTTP/1.1 200 ").endsWith("{\"status\":\"up\",\"connections\":1}");
    }

    @ParameterizedTest
    @CsvSource({"envelope/v1/envelope.proto", "game.proto", "envelope/v1/journal.proto"})
    void protocolIsPublished(String file) throws IOException {
        assertThat(get("/protocol/" + file)).startsWith("HTTP/1.1 200 ").contains("package envelope.v1;");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /nothing, 404",
        "GET /protocol, 200",
        "GET /protocol/, 200",
        "GET /protocol/../secret, 404",
        "POST /, 405",
        "GET /ws, 426",
        "GET /ws?x, 426",
        "HEAD /health, 200"
    })
    void otherRequestsAreAnsweredByTheirStatus(String line, String status) throws IOException {
        assertThat(ask(line, "Connection: close\r\n")).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void requestsBeyondTheBoundsAreRefused() throws IOException {
        assertThat(ask("GET /" + "x".repeat(9_000), "")).startsWith("HTTP/1.1 414 ");
        assertThat(ask("GET /", "Cookie: " + "x".repeat(9_000) + "\r\n")).startsWith("HTTP/1.1 431 ");
        assertThat(ask("POST /", "Content-Length: 9000000\r\nConnection: close\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    @ParameterizedTest
    @CsvSource({
        "http://envelope.test:7777, 101",
        "https://envelope.test:7777, 101",
        "http://envelope.test:8000, 403",
        "http://elsewhere.test:7777, 403",
        "null, 403",
        "http://envelope.test:7777@elsewhere.test, 403"
    })
    void webSocketIsForPagesOfThisServer(String origin, String status) throws IOException {
        String request =
                "GET /ws HTTP/1.1\r\nHost: envelope.test:7777\r\n" + UPGRADE + "Origin: " + origin + "\r\n\r\n";
        try (RawClient client = network.connect().send(request.getBytes(StandardCharsets.US_ASCII))) {
            byte[] start = client.in().readNBytes(12);
            assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 " + status);
        }
    }

    @Test
    void connectionServesOneRequestAfterAnother() throws IOException {
        String one = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";
        String last = "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        try (RawClient client = network.connect().send((one + last).getBytes(StandardCharsets.US_ASCII))) {
            String answers = new String(client.in().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(3);
        }
    }
}
