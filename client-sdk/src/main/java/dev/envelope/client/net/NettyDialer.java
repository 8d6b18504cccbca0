package dev.envelope.client.net;

import dev.envelope.client.api.ClientLimits;
import dev.envelope.client.link.Dialer;
import dev.envelope.client.link.Link;
import dev.envelope.client.link.LinkListener;
import dev.envelope.proto.net.FrameDecoder;
import dev.envelope.proto.net.FrameEncoder;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import java.net.SocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Connects with Netty, every connection on the client's own event loop. */
final class NettyDialer implements Dialer {

    private final EventLoop loop;
    private final ChannelFactory<? extends Channel> channels;
    private final Supplier<SocketAddress> address;
    private final Consumer<Channel> first;
    private final ClientLimits limits;

    NettyDialer(
            EventLoop loop,
            ChannelFactory<? extends Channel> channels,
            Supplier<SocketAddress> address,
            Consumer<Channel> first,
            ClientLimits limits) {
        this.loop = loop;
        this.channels = channels;
        this.address = address;
        this.first = first;
        this.limits = limits;
    }

    @Override
    public CompletionStage<Link> dial(LinkListener listener) {
        CompletableFuture<Link> dialled = new CompletableFuture<>();
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channelFactory(channels)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        limits.connectTimeout().toMillis())
                .handler(pipeline(new LinkHandler(listener, dialled, limits.frameBytes())));
        bootstrap.connect(address.get()).addListener(connected -> {
            if (!connected.isSuccess()) {
                dialled.completeExceptionally(connected.cause());
            }
        });
        return dialled;
    }

    private ChannelInitializer<Channel> pipeline(LinkHandler last) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                first.accept(channel);
                channel.pipeline().addLast("frames-in", new FrameDecoder(limits.frameBytes()));
                channel.pipeline().addLast("frames-out", new FrameEncoder());
                channel.pipeline().addLast("link", last);
            }
        };
    }
}
