package dev.envelope.server.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;

/** WebSocket's own frames. What is wrong with a frame is left to the last handler, which answers before it closes. */
final class WebSocketProtocol extends WebSocketServerProtocolHandler {

    WebSocketProtocol(WebSocketServerProtocolConfig config) {
        super(config);
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
