package dev.envelope.server.net;

import dev.envelope.proto.v1.ClientMessage;
import dev.envelope.proto.v1.ServerMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A connection of a client that waits for each answer. */
interface Line extends AutoCloseable {

    void send(ClientMessage message) throws IOException;

    ServerMessage receive() throws IOException, InterruptedException;

    @Override
    void close() throws IOException;

    /** Sends a request and waits for its answer. */
    default ServerMessage ask(ClientMessage request) throws IOException, InterruptedException {
        send(request);
        ServerMessage next = receive();
        while (next.getRequestId() != request.getRequestId()) {
            if (next.getBodyCase() == ServerMessage.BodyCase.BODY_NOT_SET) {
                throw new IllegalStateException("no answer to " + request);
            }
            next = receive();
        }
        return next;
    }

    /** Makes connections. */
    @FunctionalInterface
    interface Source {
        Line connect() throws IOException;
    }

    /** A connection over TCP. */
    static Line tcp(int port) throws IOException {
        RawClient client = new RawClient(new Socket(InetAddress.getLoopbackAddress(), port)).send(Messages.OPENING);
        return new Line() {
            @Override
            public void send(ClientMessage message) throws IOException {
                client.send(Messages.frame(message));
            }

            @Override
            public ServerMessage receive() throws IOException {
                return client.receive();
            }

            @Override
            public void close() throws IOException {
                client.close();
            }
        };
    }

    /** A connection within this process. */
    static Line local(String name) {
        LocalClient client = new LocalClient(name);
        return new Line() {
            @Override
            public void send(ClientMessage message) {
                client.send(message.toByteArray());
            }

            @Override
            public ServerMessage receive() throws InterruptedException {
                return client.receive();
            }

            @Override
            public void close() {
                client.close();
            }
        };
    }
}
