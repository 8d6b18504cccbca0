package dev.envelope.server.net;

import com.google.protobuf.util.JsonFormat;
import dev.envelope.proto.v1.ServerMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** The Java runtime's own WebSocket, so that none of our code is on both ends. */
final class WebSocketClient implements WebSocket.Listener, AutoCloseable {

    final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    final BlockingQueue<byte[]> binaries = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closeStatus = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private final WebSocket socket;

    WebSocketClient(int port) {
        this(HttpClient.newHttpClient(), "ws://127.0.0.1:" + port + "/ws");
    }

    /** Over TLS, believing the certificates that {@code trusting} does. */
    WebSocketClient(int port, SSLContext trusting) {
        this(HttpClient.newBuilder().sslContext(trusting).build(), "wss://127.0.0.1:" + port + "/ws");
    }

    private WebSocketClient(HttpClient client, String address) {
        socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(address), this)
                .join();
    }

    WebSocketClient send(String json) {
        socket.sendText(json, true).join();
        return this;
    }

    WebSocketClient send(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    /** Sends {@code part} as a fragment that others follow. */
    WebSocketClient sendFragment(String part) {
        socket.sendText(part, false).join();
        return this;
    }

    /** Sends {@code json} in fragments of one character. */
    WebSocketClient sendFragments(String json) {
        for (int i = 0; i < json.length(); i++) {
            socket.sendText(json.substring(i, i + 1), i == json.length() - 1).join();
        }
        return this;
    }

    WebSocketClient ping() {
        socket.sendPing(ByteBuffer.allocate(0)).join();
        return this;
    }

    String text() throws InterruptedException {
        String next = texts.poll(8, TimeUnit.SECONDS);
        return next == null ? "nothing" : next;
    }

    ServerMessage json() throws InterruptedException, IOException {
        ServerMessage.Builder message = ServerMessage.newBuilder();
        JsonFormat.parser().merge(text(), message);
        return message.build();
    }

    ServerMessage message() throws InterruptedException, IOException {
        byte[] next = binaries.poll(8, TimeUnit.SECONDS);
        return ServerMessage.parseFrom(next == null ? new byte[0] : next);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            texts.add(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        binary.writeBytes(bytes);
        if (last) {
            binaries.add(binary.toByteArray());
            binary.reset();
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closeStatus.complete(status);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closeStatus.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
