package dev.envelope.server.secrecy;

import com.google.protobuf.util.JsonFormat;
import dev.envelope.proto.v1.ClientMessage;
import dev.envelope.proto.v1.ServerMessage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A client on a plain socket, with none of our code for framing, that keeps every byte it is sent. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 8_000;
    private static final int TEXT = 0x81;
    private static final int BINARY = 0x82;
    private static final int MASKED = 0x80;

    private final Speech speech;
    private final Socket socket;
    private final DataInputStream in;
    private final List<String> heard = new ArrayList<>();
    private long lastRequest;

    /** What is spoken. */
    enum Speech {
        /** Protobuf in frames over TCP. */
        FRAMES,
        /** Protobuf in the binary messages of a WebSocket. */
        WEB_SOCKET_BINARY,
        /** JSON in the text messages of a WebSocket. */
        WEB_SOCKET_JSON
    }

    private Wire(Speech speech, Socket socket) throws IOException {
        this.speech = speech;
        this.socket = socket;
        in = new DataInputStream(socket.getInputStream());
    }

    static Wire connect(int port, Speech speech) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        Wire wire = new Wire(speech, socket);
        if (speech == Speech.FRAMES) {
            socket.getOutputStream().write(new byte[] {0x00, 0x45, 0x4E, 0x56});
        } else {
            wire.shakeHands();
        }
        return wire;
    }

    private void shakeHands() throws IOException {
        String request = String.join(
                "\r\n",
                "GET /ws HTTP/1.1",
                "Host: envelope.test",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "",
                "");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) in.readUnsignedByte());
        }
        heard.add(answer.toString());
    }

    /** Sends a request under the next id and waits for its answer; what comes before it is heard too. */
    ServerMessage ask(ClientMessage.Builder request) throws IOException {
        long id = ++lastRequest;
        send(request.setRequestId(id).build());
        ServerMessage next = next();
        while (next.getRequestId() != id) {
            next = next();
        }
        return next;
    }

    private void send(ClientMessage message) throws IOException {
        byte[] content = speech == Speech.WEB_SOCKET_JSON
                ? JsonFormat.printer().print(message).getBytes(StandardCharsets.UTF_8)
                : message.toByteArray();
        ByteBuffer out = ByteBuffer.allocate(16 + content.length);
        switch (speech) {
            case FRAMES -> out.putInt(content.length);
            case WEB_SOCKET_BINARY -> head(out, BINARY, content.length);
            case WEB_SOCKET_JSON -> head(out, TEXT, content.length);
        }
        out.put(content);
        socket.getOutputStream().write(out.array(), 0, out.position());
    }

    /** The head of a WebSocket frame whose mask is zero, which changes nothing. */
    private static void head(ByteBuffer out, int kind, int length) {
        out.put((byte) kind);
        if (length < 126) {
            out.put((byte) (MASKED | length));
        } else {
            out.put((byte) (MASKED | 126)).putShort((short) length);
        }
        out.putInt(0);
    }

    /** The next message. */
    ServerMessage next() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        byte[] content = new byte[length(head)];
        in.readFully(content);
        boolean json = speech == Speech.WEB_SOCKET_JSON;
        heard.add(HexFormat.of().formatHex(head.toByteArray()) + " "
                + (json
                        ? new String(content, StandardCharsets.UTF_8)
                        : HexFormat.of().formatHex(content)));
        ServerMessage.Builder message = ServerMessage.newBuilder();
        if (json) {
            JsonFormat.parser().merge(new String(content, StandardCharsets.UTF_8), message);
        } else {
            message.mergeFrom(content);
        }
        return message.build();
    }

    private int length(ByteArrayOutputStream head) throws IOException {
        if (speech == Speech.FRAMES) {
            return number(head, 4);
        }
        int kind = number(head, 1);
        if (kind != TEXT && kind != BINARY) {
            throw new IOException("WebSocket frame: begins with " + kind + " (expected: a whole message)");
        }
        int length = number(head, 1);
        return length == 126 ? number(head, 2) : length;
    }

    private int number(ByteArrayOutputStream head, int bytes) throws IOException {
        byte[] read = in.readNBytes(bytes);
        head.writeBytes(read);
        int number = 0;
        for (byte digit : read) {
            number = (number << 8) | (digit & 0xFF);
        }
        return number;
    }

    /** Every byte so far, in pieces that end with a message. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
