package dev.envelope.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames that no WebSocket library would send are answered before the connection is closed. */
class WebSocketFramesIT {

    private static final String UPGRADE = String.join(
            "\r\n",
            "GET /ws HTTP/1.1",
            "Host: envelope.test",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "",
            "");

    private static final String HELLO = "{\"requestId\":\"1\",\"hello\":{\"protocolVersion\":1,\"client\":\"test\","
            + "\"participant\":{\"joinCode\":\"ABCDE\",\"name\":\"Ann\",\"seatKey\":\"AAAAAAAAAAAAAAAAAAAAAA==\"}}}";

    private static final int FIN = 0x80;
    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int MASKED = 0x80;

    private final TestNetwork network = TestNetwork.start();

    @AfterEach
    void stop() {
        network.close();
    }

    @ParameterizedTest
    @CsvSource({
        "129, 128, 65537, FRAME_TOO_LARGE, 1009", // text
        "131, 128, 2, MALFORMED, 1008", // an opcode that is reserved
        "129, 0, 2, MALFORMED, 1008", // text without a mask
        "128, 128, 2, MALFORMED, 1008", // the continuation of nothing
    })
    void wrongFrameIsAnsweredThenClosed(int kind, int mask, int length, String code, int status) throws IOException {
        try (RawClient client = network.connect().send(UPGRADE.getBytes(StandardCharsets.US_ASCII))) {
            DataInputStream in = client.in();
            skipHead(in);
            client.send(frame(FIN | TEXT, MASKED, HELLO.getBytes(StandardCharsets.UTF_8)));
            assertThat(text(in)).contains("\"welcome\"");

            client.trySend(frame(kind, mask, new byte[length]));

            assertThat(text(in)).contains("\"ERROR_CODE_" + code + "\"");
            assertThat(in.readUnsignedByte()).isEqualTo(FIN | CLOSE);
            ByteBuffer reason = ByteBuffer.wrap(in.readNBytes(in.readUnsignedByte()));
            assertThat(reason.getShort()).isEqualTo((short) status);
        }
    }

    private static void skipHead(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        assertThat(head).startsWith("HTTP/1.1 101 ");
    }

    /** A frame; a mask is zero, which changes nothing. */
    private static byte[] frame(int kind, int mask, byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(content.length + 14).put((byte) kind);
        if (content.length < 126) {
            out.put((byte) (mask | content.length));
        } else if (content.length <= 0xFFFF) {
            out.put((byte) (mask | 126)).putShort((short) content.length);
        } else {
            out.put((byte) (mask | 127)).putLong(content.length);
        }
        if (mask != 0) {
            out.putInt(0);
        }
        out.put(content);
        return java.util.Arrays.copyOf(out.array(), out.position());
    }

    /** The content of the next frame, a text. */
    private static String text(DataInputStream in) throws IOException {
        assertThat(in.readUnsignedByte()).isEqualTo(FIN | TEXT);
        int length = in.readUnsignedByte();
        return new String(in.readNBytes(length == 126 ? in.readUnsignedShort() : length), StandardCharsets.UTF_8);
    }
}
