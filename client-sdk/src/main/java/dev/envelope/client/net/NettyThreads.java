package dev.envelope.client.net;

import dev.envelope.client.api.ClientLimits;
import dev.envelope.client.api.Endpoint;
import dev.envelope.client.link.Dialer;
import dev.envelope.client.link.Loop;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The event loops that clients share: one kind for sockets, one for connections within this Java process. */
public final class NettyThreads {

    /** In process, the other end still says that it has closed. */
    private static final long LOCAL_QUIET_MILLIS = 20;

    private final ClientLimits limits;
    private final EventLoopGroup sockets;
    private final EventLoopGroup locals;

    /** {@code threads} of each kind, begun when they are first needed. */
    public NettyThreads(ClientLimits limits, int threads) {
        this.limits = limits;
        this.sockets = new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory("envelope-client-net", true), NioIoHandler.newFactory());
        this.locals = new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory("envelope-client-local", true), LocalIoHandler.newFactory());
    }

    /** A line to {@code endpoint}: the loop it lives on, and how to connect. */
    public Line line(Endpoint endpoint) {
        boolean local = endpoint instanceof Endpoint.InProcess;
        EventLoop loop = (local ? locals : sockets).next();
        return new Line(new NettyLoop(loop), dialer(endpoint, loop));
    }

    /**
     * What a client is put on.
     *
     * @param loop everything of the client happens here
     * @param dialer makes its connections
     */
    public record Line(Loop loop, Dialer dialer) {}

    /** Closes every connection and ends the threads. */
    public void shutdown() {
        Future<?> unusedSockets = sockets.shutdownGracefully(0, 1_000, TimeUnit.MILLISECONDS);
        Future<?> unusedLocals = locals.shutdownGracefully(LOCAL_QUIET_MILLIS, 1_000, TimeUnit.MILLISECONDS);
    }

    /** Waits until the threads have ended, at most {@code longest}. */
    public boolean awaitTermination(Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        return sockets.awaitTermination(longest.toNanos(), TimeUnit.NANOSECONDS)
                && locals.awaitTermination(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private Dialer dialer(Endpoint endpoint, EventLoop loop) {
        if (endpoint instanceof Endpoint.InProcess local) {
            return new NettyDialer(
                    loop, LocalChannel::new, () -> new LocalAddress(local.name()), channel -> {}, limits);
        }
        if (endpoint instanceof Endpoint.Tls tls) {
            return new NettyDialer(
                    loop,
                    NioSocketChannel::new,
                    () -> InetSocketAddress.createUnresolved(tls.host(), tls.port()),
                    new TlsStart(tls, limits),
                    limits);
        }
        Endpoint.Tcp tcp = (Endpoint.Tcp) endpoint;
        return new NettyDialer(
                loop,
                NioSocketChannel::new,
                () -> InetSocketAddress.createUnresolved(tcp.host(), tcp.port()),
                channel -> {},
                limits);
    }
}
