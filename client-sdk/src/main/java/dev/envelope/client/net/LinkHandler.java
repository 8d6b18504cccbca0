package dev.envelope.client.net;

import dev.envelope.client.api.NotSent;
import dev.envelope.client.link.Link;
import dev.envelope.client.link.LinkClosed;
import dev.envelope.client.link.LinkListener;
import dev.envelope.client.link.Outgoing;
import dev.envelope.client.link.Unreadable;
import dev.envelope.client.wire.ClientMessages;
import dev.envelope.client.wire.ServerMessages;
import dev.envelope.proto.net.FrameCodec;
import dev.envelope.proto.net.OversizeFrame;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.Future;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Last in a pipeline: bytes of frames to messages for a {@link LinkListener}, and requests of the {@link Link} to bytes. */
final class LinkHandler extends SimpleChannelInboundHandler<Object> {

    private final LinkListener listener;
    private final CompletableFuture<Link> dialled;
    private final int frameBytes;
    private @Nullable Throwable cause;

    LinkHandler(LinkListener listener, CompletableFuture<Link> dialled, int frameBytes) {
        this.listener = listener;
        this.dialled = dialled;
        this.frameBytes = frameBytes;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (context.pipeline().get(SslHandler.class) == null) {
            open(context.channel());
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                open(context.channel());
            } else {
                fail(context, TlsStart.failure(handshake.cause()));
            }
        }
    }

    private void open(Channel channel) {
        ByteBuf opening = channel.alloc().buffer(FrameCodec.OPENING_BYTES);
        FrameCodec.writeOpening(opening);
        Future<?> unused = channel.write(opening);
        dialled.complete(new ChannelLink(channel, frameBytes));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf frame) {
            ServerMessages read = ServerMessages.decode(frame.nioBuffer());
            read.body().ifPresent(body -> listener.received(read.requestId(), read.pushSequence(), body));
        } else if (message instanceof OversizeFrame oversize) {
            fail(
                    context,
                    new Unreadable("the server announced a message of " + oversize.announcedBytes()
                            + " bytes (expected: at most " + oversize.maxFrameBytes() + ")"));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        SslHandler tls = context.pipeline().get(SslHandler.class);
        boolean open = tls == null || tls.handshakeFuture().isSuccess();
        fail(context, open ? failure : TlsStart.failure(failure));
    }

    private void fail(ChannelHandlerContext context, Throwable failure) {
        if (cause == null) {
            cause = failure;
        }
        Future<?> unused = context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        Throwable why = cause != null ? cause : new LinkClosed("the server closed the connection");
        if (!dialled.completeExceptionally(why)) {
            listener.closed(why);
        }
    }

    /** A channel as a link. */
    private record ChannelLink(Channel channel, int frameBytes) implements Link {

        @Override
        public void send(long requestId, Outgoing request) {
            byte[] bytes = ClientMessages.encode(requestId, request);
            if (bytes.length > frameBytes) {
                throw new NotSent("a message of " + bytes.length + " bytes (expected: at most " + frameBytes + ")");
            }
            Future<?> unused = channel.writeAndFlush(bytes).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        }

        @Override
        public void close() {
            Future<?> unused = channel.close();
        }
    }
}
