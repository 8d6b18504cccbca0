package dev.envelope.server.net;

import dev.envelope.proto.net.FrameCodec;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells from a connection's first bytes what is spoken on it, and gives way to that. What begins like nothing known, or
 * does not go on in time, is closed without a word.
 */
final class OpeningDetector extends ByteToMessageDecoder {

    private static final byte TLS_HANDSHAKE = 0x16;
    private static final List<byte[]> METHODS = List.of(
            bytes("GET "),
            bytes("HEAD "),
            bytes("POST "),
            bytes("PUT "),
            bytes("DELETE "),
            bytes("OPTIONS "),
            bytes("PATCH "),
            bytes("TRACE "),
            bytes("CONNECT "));
    private static final byte[] FRAMES = {
        FrameCodec.OPENING >>> 24,
        FrameCodec.OPENING >>> 16 & 0xFF,
        FrameCodec.OPENING >>> 8 & 0xFF,
        FrameCodec.OPENING & 0xFF
    };

    private final Network network;
    private final Pipelines pipelines;
    private final boolean tls;
    private @Nullable Future<?> deadline;

    /** A detector; {@code tls} says whether the connection may turn to TLS. */
    OpeningDetector(Network network, Pipelines pipelines, boolean tls) {
        this.network = network;
        this.pipelines = pipelines;
        this.tls = tls;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        long millis = network.limits().helloTimeoutMillis();
        deadline = context.executor().schedule(() -> closeSilently(context), millis, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext context) {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (in.readableBytes() == 0) {
            return;
        }
        if (begins(in, FRAMES)) {
            if (in.readableBytes() >= FRAMES.length) {
                in.skipBytes(FRAMES.length);
                pipelines.speakFrames(context.pipeline());
                context.pipeline().remove(this);
            }
        } else if (tls && in.getByte(in.readerIndex()) == TLS_HANDSHAKE) {
            pipelines.speakTls(context.pipeline());
            context.pipeline().remove(this);
        } else {
            http(context, in);
        }
    }

    private void http(ChannelHandlerContext context, ByteBuf in) {
        for (byte[] method : METHODS) {
            if (begins(in, method)) {
                if (in.readableBytes() >= method.length) {
                    pipelines.speakHttp(context.pipeline());
                    context.pipeline().remove(this);
                }
                return;
            }
        }
        in.skipBytes(in.readableBytes());
        closeSilently(context);
    }

    private static boolean begins(ByteBuf in, byte[] opening) {
        int known = Math.min(in.readableBytes(), opening.length);
        for (int i = 0; i < known; i++) {
            if (in.getByte(in.readerIndex() + i) != opening[i]) {
                return false;
            }
        }
        return true;
    }

    private void closeSilently(ChannelHandlerContext context) {
        if (context.channel().isOpen()) {
            network.counters().silentlyClosed.increment();
            ChannelFuture unused = context.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        closeSilently(context);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
