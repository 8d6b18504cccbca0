package dev.envelope.server.net;

import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.server.wire.Encoded;
import dev.envelope.server.wire.Format;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;

/** Puts each message on a connection as a WebSocket message of its own: text, or binary once the client spoke protobuf. */
final class WebSocketSpeaker implements Speaker {

    private final ChannelHandlerContext context;
    private Format format = Format.JSON;

    WebSocketSpeaker(ChannelHandlerContext context) {
        this.context = context;
    }

    void speak(Format spoken) {
        format = spoken;
    }

    @Override
    public Format format() {
        return format;
    }

    @Override
    public void write(Encoded message) {
        int size = message.size();
        ByteBuf out = context.alloc().ioBuffer(Math.max(1, size));
        message.writeTo(out.internalNioBuffer(0, size));
        out.writerIndex(size);
        ChannelFuture unused = context.write(
                format == Format.JSON ? new TextWebSocketFrame(out) : new BinaryWebSocketFrame(out),
                context.voidPromise());
    }

    @Override
    public void flush() {
        context.flush();
    }

    @Override
    public ChannelFuture end(RefusalCode cause) {
        return context.writeAndFlush(new CloseWebSocketFrame(status(cause), cause.name()));
    }

    private static WebSocketCloseStatus status(RefusalCode cause) {
        if (cause == RefusalCode.FRAME_TOO_LARGE) {
            return WebSocketCloseStatus.MESSAGE_TOO_BIG;
        }
        if (cause == RefusalCode.SHUTTING_DOWN) {
            return WebSocketCloseStatus.ENDPOINT_UNAVAILABLE;
        }
        return WebSocketCloseStatus.POLICY_VIOLATION;
    }
}
