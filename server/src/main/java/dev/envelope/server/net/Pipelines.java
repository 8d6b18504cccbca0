package dev.envelope.server.net;

import dev.envelope.proto.net.FrameDecoder;
import dev.envelope.server.net.http.Exports;
import dev.envelope.server.net.http.HttpPages;
import dev.envelope.server.net.http.Site;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a connection goes through, top to bottom, for everything the port speaks. Every connection begins with the
 * detector, which asks for one of the others.
 */
final class Pipelines extends ChannelInitializer<Channel> implements Site {

    private static final String WEB_SOCKET_PATH = "/ws";

    private final Network network;

    Pipelines(Network network) {
        this.network = network;
    }

    @Override
    protected void initChannel(Channel channel) {
        network.counters().accepted.increment();
        if (!network.connections().admit(channel)) {
            network.counters().silentlyClosed.increment();
            ChannelFuture unused = channel.close();
            return;
        }
        int high = network.limits().maxOutboundBytes();
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(Math.max(1, high / 2), high));
        channel.pipeline()
                .addLast(
                        "opening",
                        new OpeningDetector(network, this, network.tls().isPresent()));
    }

    /** TLS: the same again inside, but for TLS. */
    void speakTls(ChannelPipeline pipeline) {
        SslContext certificate = network.tls().orElseThrow();
        SslHandler tls = certificate.newHandler(pipeline.channel().alloc());
        tls.setHandshakeTimeoutMillis(network.limits().helloTimeoutMillis());
        pipeline.addLast("tls", tls);
        pipeline.addLast("opening-inside-tls", new OpeningDetector(network, this, false));
    }

    /** Protobuf messages in frames, after the opening. The idle timer sees whole messages, so a trickle counts as none. */
    void speakFrames(ChannelPipeline pipeline) {
        pipeline.addLast("frames", new FrameDecoder(network.limits().maxFrameBytes()));
        pipeline.addLast("idle", idle(network.limits().idleTimeoutMillis()));
        pipeline.addLast("requests", RequestHandler.ofFrames(network));
    }

    /** HTTP, whole requests of bounded length. */
    void speakHttp(ChannelPipeline pipeline) {
        int bytes = network.limits().maxRequestHeadBytes();
        HttpDecoderConfig bounds =
                new HttpDecoderConfig().setMaxInitialLineLength(bytes).setMaxHeaderSize(bytes);
        pipeline.addLast("http", new HttpServerCodec(bounds));
        pipeline.addLast("http-body", new HttpObjectAggregator(bytes));
        pipeline.addLast("http-idle", idle(network.limits().helloTimeoutMillis()));
        pipeline.addLast("http-pages", new HttpPages(this));
    }

    /** A WebSocket, once its upgrade was found admissible: follows HTTP, whose handlers make way for it. */
    @Override
    public void speakWebSocket(ChannelPipeline pipeline) {
        int bytes = network.limits().maxFrameBytes();
        WebSocketServerProtocolConfig config = WebSocketServerProtocolConfig.newBuilder()
                .websocketPath(WEB_SOCKET_PATH)
                .handshakeTimeoutMillis(network.limits().helloTimeoutMillis())
                .decoderConfig(WebSocketDecoderConfig.newBuilder()
                        .maxFramePayloadLength(bytes)
                        .closeOnProtocolViolation(false)
                        .withUTF8Validator(false)
                        .build())
                .build();
        pipeline.remove("http-idle");
        IdleStateHandler idle = idle(network.limits().idleTimeoutMillis());
        pipeline.addLast("websocket", new WebSocketProtocol(config, idle));
        pipeline.addLast("websocket-messages", new WebSocketFrameAggregator(bytes));
        pipeline.addLast("idle", idle);
        pipeline.addLast("requests", RequestHandler.ofWebSocket(network));
    }

    @Override
    public String webSocketPath() {
        return WEB_SOCKET_PATH;
    }

    @Override
    public Optional<Exports> exports() {
        return network.exports();
    }

    @Override
    public void sendLong(ChannelPipeline pipeline) {
        if (pipeline.get("http-idle") != null) {
            pipeline.remove("http-idle");
        }
    }

    @Override
    public boolean isClosing() {
        return network.connections().isClosing();
    }

    @Override
    public int connections() {
        return network.connections().open();
    }

    @Override
    public void log(String what) {
        network.log().connection(0, what);
    }

    private static IdleStateHandler idle(long millis) {
        return new IdleStateHandler(millis, 0, 0, TimeUnit.MILLISECONDS);
    }
}
