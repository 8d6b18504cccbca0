package dev.envelope.server.net;

import dev.envelope.proto.net.FrameCodec;
import dev.envelope.proto.net.FrameDecoder;
import dev.envelope.proto.net.FrameEncoder;
import dev.envelope.proto.v1.ServerMessage;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client in the server's own process, without a socket. */
final class LocalClient implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 8;

    /** Of all clients, for ever: a thread that ended with its client would leave the server's end without an answer. */
    private static final EventLoopGroup GROUP = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("local-client", true), LocalIoHandler.newFactory());

    private final BlockingQueue<ServerMessage> received = new LinkedBlockingQueue<>();
    private final Channel channel;

    /** Connects to the server's entrance {@code name} and makes the opening. */
    LocalClient(String name) {
        channel = new Bootstrap()
                .group(GROUP)
                .channel(LocalChannel.class)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel created) {
                        created.pipeline().addLast(new FrameDecoder(65_536), new FrameEncoder(), new Receiver());
                    }
                })
                .connect(new LocalAddress(name))
                .syncUninterruptibly()
                .channel();
        ByteBuf opening = Unpooled.buffer();
        FrameCodec.writeOpening(opening);
        channel.writeAndFlush(opening).syncUninterruptibly();
    }

    private final class Receiver extends SimpleChannelInboundHandler<ByteBuf> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf frame) throws Exception {
            received.add(ServerMessage.parseFrom(frame.nioBuffer()));
        }
    }

    /** Sends a message in a frame. */
    void send(byte[] message) {
        channel.writeAndFlush(message).syncUninterruptibly();
    }

    /** The next message; one without anything when none comes. */
    ServerMessage receive() throws InterruptedException {
        ServerMessage message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return message == null ? ServerMessage.getDefaultInstance() : message;
    }

    /** Whether the server closes; waits for it. */
    boolean isClosed() {
        return channel.closeFuture().awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
    }
}
