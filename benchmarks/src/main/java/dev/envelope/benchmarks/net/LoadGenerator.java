package dev.envelope.benchmarks.net;

import dev.envelope.proto.net.FrameCodec;
import dev.envelope.proto.net.FrameDecoder;
import dev.envelope.proto.net.FrameEncoder;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps a fixed number of submissions outstanding on each of many connections, and times every answer. One event loop
 * drives all connections, so counters need no locks.
 */
public final class LoadGenerator {

    private static final long READY_TIMEOUT_SECONDS = 60;

    private LoadGenerator() {}

    /**
     * Connects, waits until every connection may submit, then sends for the shape's time.
     *
     * @param port a port of 127.0.0.1
     * @param joins one per connection; the first {@code shape.connections()} send, the rest only take their seats
     * @throws IllegalStateException when a connection is refused or breaks
     */
    public static LoadResult run(int port, List<Join> joins, LoadShape shape)
            throws InterruptedException, TimeoutException {
        MultiThreadIoEventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try {
            LoadRun run = new LoadRun(joins.size(), shape);
            List<Sender> senders = connect(loop, port, joins, run);
            run.awaitReady(READY_TIMEOUT_SECONDS);
            loop.next().execute(() -> {
                run.begin();
                senders.subList(0, shape.connections()).forEach(Sender::fill);
            });
            return run.awaitEnd(shape.warmUpMillis() + shape.measureMillis());
        } finally {
            loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).await();
        }
    }

    private static List<Sender> connect(MultiThreadIoEventLoopGroup loop, int port, List<Join> joins, LoadRun run)
            throws InterruptedException {
        List<Sender> senders = new ArrayList<>();
        for (int i = 0; i < joins.size(); i++) {
            Sender sender = new Sender(run, joins.get(i), i);
            Channel channel = new Bootstrap()
                    .group(loop)
                    .channel(NioSocketChannel.class)
                    .option(ChannelOption.TCP_NODELAY, true)
                    .handler(new Pipeline(sender))
                    .connect("127.0.0.1", port)
                    .sync()
                    .channel();
            if (!channel.closeFuture().await(0, TimeUnit.MILLISECONDS)) {
                senders.add(sender);
            }
        }
        return senders;
    }

    /**
     * How a connection gets to where it may submit.
     *
     * @param joinCode the session to take a seat in
     * @param waitForRound whether submissions wait for an open round, as opposed to the hello's answer
     */
    public record Join(String joinCode, boolean waitForRound) {}

    private static final class Pipeline extends ChannelInitializer<Channel> {

        private final Sender sender;

        Pipeline(Sender sender) {
            this.sender = sender;
        }

        @Override
        protected void initChannel(Channel channel) {
            channel.pipeline()
                    .addLast("frames", new FrameDecoder(FrameCodec.DEFAULT_MAX_FRAME_BYTES))
                    .addLast("lengths", new FrameEncoder())
                    .addLast("sender", sender);
        }
    }
}
