package dev.envelope.server.net;

import dev.envelope.server.settings.Limits;
import java.io.IOException;
import java.util.Optional;

/** A network with a fake front desk on a free port of 127.0.0.1. */
final class TestNetwork implements AutoCloseable {

    final FakeDesk desk = new FakeDesk();
    final NetworkServer server;

    private TestNetwork(Limits limits, Optional<dev.envelope.server.settings.ServerSettings.Tls> tls) {
        NetworkSettings.Socket socket = new NetworkSettings.Socket("127.0.0.1", 0, tls);
        server = NetworkServer.start(new NetworkSettings(Optional.of(socket), Optional.empty(), 1), limits, desk);
    }

    static TestNetwork start(Limits limits) {
        Leaks.watch();
        return new TestNetwork(limits, Optional.empty());
    }

    static TestNetwork start() {
        return start(limits());
    }

    static TestNetwork startTls(dev.envelope.server.settings.ServerSettings.Tls tls) {
        Leaks.watch();
        return new TestNetwork(limits(), Optional.of(tls));
    }

    /** Generous limits, but for how long a close takes. */
    static Limits limits() {
        return limits(10_000, 10_000);
    }

    static Limits limits(long helloMillis, long idleMillis) {
        return limits(64, 100, helloMillis, idleMillis, 256 * 1024);
    }

    static Limits limits(
            int maxOutstanding, int maxConnections, long helloMillis, long idleMillis, int maxOutboundBytes) {
        return new Limits(
                64 * 1024,
                maxOutstanding,
                maxConnections,
                4,
                10,
                10_000,
                1_000,
                1_000,
                1_000,
                helloMillis,
                idleMillis,
                maxOutboundBytes,
                1_000_000,
                8 * 1024,
                2,
                1_000);
    }

    RawClient connect() throws IOException {
        return new RawClient(new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), server.port()));
    }

    /** A connection that has made the opening. */
    RawClient open() throws IOException {
        return connect().send(Messages.OPENING);
    }

    /** A connection with a seat. */
    RawClient join() throws IOException {
        RawClient client = open().send(Messages.frame(Messages.hello(1)));
        client.receive();
        return client;
    }

    @Override
    public void close() {
        server.close();
    }
}
