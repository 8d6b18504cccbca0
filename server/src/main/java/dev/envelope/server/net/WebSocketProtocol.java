package dev.envelope.server.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.List;

/**
 * WebSocket's own frames. What is wrong with a frame is left to the last handler, which answers before it closes. A ping is a
 * sign of life, as a whole message is; a trickle of fragments is none.
 */
final class WebSocketProtocol extends WebSocketServerProtocolHandler {

    private final IdleStateHandler idle;

    /** As {@code config} says; the timer {@code idle}, which sees whole messages only, is told of pings. */
    WebSocketProtocol(WebSocketServerProtocolConfig config, IdleStateHandler idle) {
        super(config);
        this.idle = idle;
    }

    @Override
    protected void decode(ChannelHandlerContext context, WebSocketFrame frame, List<Object> out) throws Exception {
        if (frame instanceof PingWebSocketFrame) {
            idle.resetReadTimeout();
        }
        super.decode(context, frame, out);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
        if (cause instanceof WebSocketHandshakeException) {
            super.exceptionCaught(context, cause);
        } else {
            context.fireExceptionCaught(cause);
        }
    }
}
