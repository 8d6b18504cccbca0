package dev.envelope.server.net;

import dev.envelope.game.rules.Language;
import dev.envelope.game.rules.Rules;
import dev.envelope.server.export.ExportDoor;
import dev.envelope.server.net.http.Exports;
import dev.envelope.server.net.http.HttpPages;
import dev.envelope.server.net.tls.Certificates;
import dev.envelope.server.request.FrontDesk;
import dev.envelope.server.settings.Limits;
import dev.envelope.server.wire.ResponseEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.local.LocalServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ThreadPerTaskExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The network of a running server: one port for everything, and the entrance for the same Java process. */
public final class NetworkServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkServer.class);
    private static final int BACKLOG = 1_024;

    /** Below, one thread does the work of all with the fewest wake-ups; above, it would keep them waiting. */
    private static final int CONNECTIONS_PER_LOOP = 250;

    private static final long THREADS_END_MILLIS = 2_000;

    private final Network network;
    private final List<EventLoopGroup> groups = new ArrayList<>();
    private final List<Channel> entrances = new ArrayList<>();
    private OptionalInt port = OptionalInt.empty();

    private NetworkServer(Network network) {
        this.network = network;
    }

    /**
     * Starts to listen.
     *
     * @param settings where
     * @param limits every bound
     * @param frontDesk whom requests go to
     * @throws java.io.UncheckedIOException when the address cannot be listened on or the certificate cannot be read;
     *     the message says which and why
     */
    public static NetworkServer start(NetworkSettings settings, Limits limits, FrontDesk frontDesk) {
        return start(settings, limits, frontDesk, Optional.empty());
    }

    /** Starts to listen, also for those who want the exports behind {@code door}. */
    public static NetworkServer start(
            NetworkSettings settings, Limits limits, FrontDesk frontDesk, Optional<ExportDoor> door) {
        HttpPages.load();
        NetworkServer server = new NetworkServer(new Network(
                limits,
                frontDesk,
                new ResponseEncoder(
                        limits, "envelope " + version(), treatment -> Rules.sentence(treatment, Language.ENGLISH)),
                new Connections(limits.maxConnections()),
                new Counters(),
                new QuietLog(LOG, System::nanoTime),
                door.map(exported -> new Exports(exported, limits.maxExports(), limits.idleTimeoutMillis())),
                settings.socket().flatMap(NetworkSettings.Socket::tls).map(Certificates::load)));
        try {
            settings.socket().ifPresent(socket -> server.listen(socket, settings.eventLoops()));
            settings.inProcess().ifPresent(server::listen);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static String version() {
        String version = NetworkServer.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private void listen(NetworkSettings.Socket socket, int threads) {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(
                threads,
                new ThreadPerTaskExecutor(new DefaultThreadFactory("network", true)),
                new EventLoopChooser(CONNECTIONS_PER_LOOP),
                NioIoHandler.newFactory());
        groups.add(group);
        InetSocketAddress address = new InetSocketAddress(socket.bind(), socket.port());
        Channel entrance = bind(
                new ServerBootstrap()
                        .group(group)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childHandler(new Pipelines(network)),
                address,
                socket.bind() + ":" + socket.port());
        port = OptionalInt.of(((InetSocketAddress) entrance.localAddress()).getPort());
        LOG.info("listening on {}:{}", socket.bind(), port.getAsInt());
    }

    private void listen(String name) {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("network-in-process", true), LocalIoHandler.newFactory());
        groups.add(group);
        bind(
                new ServerBootstrap()
                        .group(group)
                        .channel(LocalServerChannel.class)
                        .childHandler(new Pipelines(network)),
                new LocalAddress(name),
                "in-process:" + name);
    }

    private Channel bind(ServerBootstrap bootstrap, java.net.SocketAddress address, String shown) {
        var bound = bootstrap.bind(address).awaitUninterruptibly();
        Throwable cause = bound.cause();
        if (cause != null) {
            throw new UncheckedIOException(
                    shown + ": cannot be listened on: "
                            + (cause instanceof UnresolvedAddressException
                                    ? "no such address (expected: one of this machine)"
                                    : cause.getMessage()),
                    cause instanceof IOException io ? io : new IOException(cause));
        }
        entrances.add(bound.channel());
        return bound.channel();
    }

    /**
     * The port it listens on.
     *
     * @throws IllegalStateException when it listens on none
     */
    public int port() {
        return port.orElseThrow(() -> new IllegalStateException("port: none (expected: a server with a socket)"));
    }

    /** What it has counted since it was started. */
    public NetworkCounts counts() {
        return network.counters().counts(network.connections().open());
    }

    /**
     * Stops listening; refuses what is asked from now on with SHUTTING_DOWN; waits until requests under way are answered
     * and the answers are out, at most {@link Limits#closeTimeoutMillis}; then closes what is left and ends its threads.
     * Not to be called on a thread of the network. Does nothing the second time.
     */
    @Override
    public void close() {
        entrances.forEach(entrance -> entrance.close().awaitUninterruptibly());
        network.connections().close(network.limits().closeTimeoutMillis());
        network.exports().ifPresent(Exports::close);
        List<Future<?>> ends = new ArrayList<>();
        groups.forEach(group -> ends.add(group.shutdownGracefully(0, THREADS_END_MILLIS, TimeUnit.MILLISECONDS)));
        ends.forEach(end -> end.awaitUninterruptibly(THREADS_END_MILLIS));
    }
}
