package dev.envelope.server.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How a connection ends so that its last message arrives: only the sending half is closed, and what the peer still sends
 * is read and thrown away until it closes too or its time is up. Closing at once with bytes unread would reset the
 * connection, and a reset overtakes what was sent.
 */
final class Farewell {

    private Farewell() {}

    /** Ends the connection after {@code last} was sent, in at most {@code millis}. */
    static void say(ChannelHandlerContext context, ChannelFuture last, long millis) {
        Channel channel = context.channel();
        Future<?> force = context.executor().schedule(() -> close(channel), millis, TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(closed -> force.cancel(false));
        last.addListener(sent -> closeHalf(context, channel));
    }

    private static void closeHalf(ChannelHandlerContext context, Channel channel) {
        channel.config().setAutoRead(true);
        SslHandler tls = context.pipeline().get(SslHandler.class);
        if (tls != null) {
            tls.closeOutbound().addListener(closed -> shutDownOutput(channel));
        } else {
            shutDownOutput(channel);
        }
    }

    private static void shutDownOutput(Channel channel) {
        if (channel instanceof DuplexChannel duplex) {
            duplex.shutdownOutput().addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        } else {
            close(channel);
        }
    }

    private static void close(Channel channel) {
        ChannelFuture unused = channel.close();
    }
}
