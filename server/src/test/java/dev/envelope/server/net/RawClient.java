package dev.envelope.server.net;

import dev.envelope.proto.v1.ErrorCode;
import dev.envelope.proto.v1.ServerMessage;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;

/** A client of bytes, with none of our code for framing. */
final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 8_000;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    RawClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    void timeout(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    RawClient send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        return this;
    }

    /** Sends as much as the server takes before it closes. */
    RawClient trySend(byte[] bytes) throws IOException {
        try {
            send(bytes);
        } catch (SocketException e) {
            return this;
        }
        return this;
    }

    ServerMessage receive() throws IOException {
        byte[] message = new byte[in.readInt()];
        in.readFully(message);
        return ServerMessage.parseFrom(message);
    }

    /** The code of the next message, which is the last. */
    ErrorCode lastRefusal() throws IOException {
        ErrorCode code = receive().getRefusal().getCode();
        if (!isClosed()) {
            throw new IOException("the connection goes on after " + code);
        }
        return code;
    }

    /** Whether the server has closed without another byte; waits for either. */
    boolean isClosed() throws IOException {
        try {
            return in.read() < 0;
        } catch (EOFException | SocketException e) {
            return true;
        }
    }

    DataInputStream in() {
        return in;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
