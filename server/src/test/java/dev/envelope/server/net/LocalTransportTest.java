package dev.envelope.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LocalTransportTest {

    private static final EventLoopGroup GROUP = new MultiThreadIoEventLoopGroup(1, LocalIoHandler.newFactory());

    private final BlockingQueue<ServerMessage> received = new LinkedBlockingQueue<>();

    @AfterAll
    static void stop() {
        GROUP.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private Channel connect(String name) {
        Channel channel = new Bootstrap()
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
        return channel;
    }

    private final class Receiver extends SimpleChannelInboundHandler<ByteBuf> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf frame) throws Exception {
            received.add(ServerMessage.parseFrom(frame.nioBuffer()));
        }
    }

    private ServerMessage next() throws InterruptedException {
        ServerMessage message = received.poll(8, TimeUnit.SECONDS);
        return message == null ? ServerMessage.getDefaultInstance() : message;
    }

    @Test
    void sameProtocolIsSpokenWithoutASocket() throws InterruptedException {
        FakeDesk desk = new FakeDesk();
        try (NetworkServer server =
                NetworkServer.start(NetworkSettings.inProcess("same-protocol"), TestNetwork.limits(), desk)) {
            Channel channel = connect("same-protocol");
            channel.writeAndFlush(Messages.hello(1).toByteArray()).syncUninterruptibly();
            assertThat(next().hasWelcome()).isTrue();
            channel.writeAndFlush(Messages.submit(2, 5).toByteArray()).syncUninterruptibly();
            assertThat(next().getReceipt().getNumber()).isEqualTo(5);
            channel.writeAndFlush(Messages.hello(3).toByteArray()).syncUninterruptibly();
            assertThat(next().hasRefusal()).isTrue();
            assertThat(channel.closeFuture().awaitUninterruptibly(8, TimeUnit.SECONDS))
                    .isTrue();
            assertThatThrownBy(server::port).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void nameInUseIsNamed() {
        FakeDesk desk = new FakeDesk();
        NetworkSettings settings = NetworkSettings.inProcess("taken");
        try (NetworkServer server = NetworkServer.start(settings, TestNetwork.limits(), desk)) {
            assertThat(server.counts().accepted()).isZero();
            assertThatThrownBy(() -> NetworkServer.start(settings, TestNetwork.limits(), desk))
                    .hasMessageContaining("in-process:taken");
        }
    }
}
