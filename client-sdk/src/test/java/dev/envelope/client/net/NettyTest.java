package dev.envelope.client.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envelope.client.BlockingSeat;
import dev.envelope.client.ClientRuntime;
import dev.envelope.client.EnvelopeClient;
import dev.envelope.client.JoinRequest;
import dev.envelope.client.SeatClient;
import dev.envelope.client.api.Endpoint;
import dev.envelope.client.api.NotSent;
import dev.envelope.client.api.OutcomeUnknown;
import dev.envelope.client.api.Receipt;
import dev.envelope.client.api.Trust;
import dev.envelope.client.wire.WireScene;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.DemandSchedule;
import dev.envelope.proto.net.FrameCodec;
import dev.envelope.proto.net.FrameDecoder;
import dev.envelope.proto.net.FrameEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.local.LocalServerChannel;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole client over Netty's in-process transport, against a server that speaks the framing and little else. */
class NettyTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, LocalIoHandler.newFactory());
    private final ClientRuntime runtime = ClientRuntime.create();

    @AfterEach
    void end() {
        runtime.close();
        Future<?> unused = group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    @Test
    void clientOpensSpeaksFramesAndGetsItsReceipt(TestInfo test) throws Exception {
        SeatClient seat = join(serve(test, new Answering()));

        assertThat(seat.seat()).isEqualTo(3);
        assertThat(seat.blocking(LONG).submit(1, new Amount(4))).isEqualTo(new Receipt(1, 1, ""));
    }

    @Test
    void messageLongerThanAFrameIsNotSent(TestInfo test) throws Exception {
        SeatClient seat = join(serve(test, new Answering()));
        DemandSchedule endless = new DemandSchedule(Collections.nCopies(40_000, Long.MAX_VALUE));

        assertThatThrownBy(() -> seat.blocking(LONG).submit(1, endless))
                .isInstanceOf(NotSent.class)
                .hasMessageContaining("65536");
    }

    @Test
    void serverThatHangsUpBeforeItAnswersIsAnUnknownOutcome(TestInfo test) throws Exception {
        Endpoint rude = serve(test, new HangingUp());

        assertThatThrownBy(() -> join(rude)).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void serverThatIsNotThereIsNotSent() {
        assertThatThrownBy(() -> join(Endpoint.inProcess("nobody"))).isInstanceOf(NotSent.class);
        assertThatThrownBy(() -> join(Endpoint.tcp("127.0.0.1", 1))).isInstanceOf(NotSent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 400 Bad Request"})
    void serverWithoutTlsIsNamedAsSuch(String reply) throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<?> unused = CompletableFuture.runAsync(() -> answer(plain, reply));
            Endpoint wrong = Endpoint.tls("127.0.0.1", plain.getLocalPort(), Trust.system());

            assertThatThrownBy(() -> join(wrong))
                    .isInstanceOf(NotSent.class)
                    .hasMessageContaining("does not speak TLS")
                    .hasMessageContaining("leave out tls://");
        }
    }

    private static void answer(ServerSocket plain, String reply) {
        try (Socket peer = plain.accept()) {
            assertThat(peer.getInputStream().read()).isEqualTo(0x16);
            peer.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    void expiredCertificateIsNotBelieved() {
        Path expired = Path.of("src/test/resources/dev/envelope/client/net/expired.pem");
        Endpoint endpoint = Endpoint.tls("127.0.0.1", 7777, Trust.certificates(expired));

        assertThatThrownBy(() -> join(endpoint))
                .hasMessageContaining("expired.pem")
                .hasMessageContaining("valid from 2020-01-01T00:00:00Z to 2020-01-31T00:00:00Z");
    }

    @Test
    void closingTheRuntimeClosesItsClients(TestInfo test) throws Exception {
        SeatClient seat = join(serve(test, new Answering()));
        runtime.close();

        assertThat(seat.isConnected()).isFalse();
        assertThat(seat.whenClosed().toCompletableFuture()).isCompleted();
        assertThatThrownBy(() -> seat.blocking(LONG).submit(1, new Amount(4))).isInstanceOf(NotSent.class);
    }

    private SeatClient join(Endpoint endpoint) {
        return BlockingSeat.await(
                EnvelopeClient.of(runtime, endpoint).takeSeat(JoinRequest.program("ABCD", "Ann")), LONG);
    }

    private Endpoint serve(TestInfo test, SimpleChannelInboundHandler<ByteBuf> speaker) throws Exception {
        String name = test.getDisplayName();
        new ServerBootstrap()
                .group(group)
                .channel(LocalServerChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new Opening(), new FrameDecoder(65_536), new FrameEncoder(), speaker);
                    }
                })
                .bind(new LocalAddress(name))
                .sync();
        return Endpoint.inProcess(name);
    }

    /** Takes the opening off the stream. */
    private static final class Opening extends ChannelInboundHandlerAdapter {
        private boolean open;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (!open) {
                open = true;
                assertThat(((ByteBuf) message).readInt()).isEqualTo(FrameCodec.OPENING);
            }
            context.fireChannelRead(message);
        }
    }

    private static final class Answering extends SimpleChannelInboundHandler<ByteBuf> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf frame) throws Exception {
            Future<?> unused = context.writeAndFlush(WireScene.answer(ByteBufUtil.getBytes(frame)));
        }
    }

    private static final class HangingUp extends SimpleChannelInboundHandler<ByteBuf> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf frame) {
            Future<?> unused = context.close();
        }
    }
}
