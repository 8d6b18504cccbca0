package dev.envelope.benchmarks.net;

import dev.envelope.benchmarks.wire.Frames;
import dev.envelope.proto.net.FrameCodec;
import dev.envelope.proto.net.FrameDecoder;
import dev.envelope.proto.net.FrameEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * The yardstick: a Netty server that decodes each request, answers it with a receipt of the usual size, and does nothing
 * else: no session, no journal, no checks.
 */
public final class EchoServer implements AutoCloseable {

    private final EventLoopGroup loops;
    private final Channel channel;

    private EchoServer(EventLoopGroup loops, Channel channel) {
        this.loops = loops;
        this.channel = channel;
    }

    /** Listens on 127.0.0.1 with as many event loops as Netty takes by default, twice the processors. */
    public static EchoServer start() throws InterruptedException {
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
        Channel channel = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1_024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new Pipeline())
                .bind("127.0.0.1", 0)
                .sync()
                .channel();
        return new EchoServer(loops, channel);
    }

    /** The port it listens on. */
    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        Future<?> unused = loops.shutdownGracefully();
    }

    private static final class Pipeline extends ChannelInitializer<Channel> {

        @Override
        protected void initChannel(Channel channel) {
            channel.pipeline()
                    .addLast("opening", new Opening())
                    .addLast("frames", new FrameDecoder(FrameCodec.DEFAULT_MAX_FRAME_BYTES))
                    .addLast("lengths", new FrameEncoder())
                    .addLast("echo", new Echo());
        }
    }

    private static final class Opening extends ByteToMessageDecoder {

        @Override
        protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
            if (in.readableBytes() >= FrameCodec.OPENING_BYTES) {
                in.skipBytes(FrameCodec.OPENING_BYTES);
                context.pipeline().remove(this);
            }
        }
    }

    private static final class Echo extends SimpleChannelInboundHandler<ByteBuf> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf frame) {
            Future<?> unused = context.write(Frames.echo(frame.nioBuffer()));
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }
    }
}
