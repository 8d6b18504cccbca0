package dev.envelope.server.net;

import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.proto.net.OversizeFrame;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import dev.envelope.server.wire.Format;
import dev.envelope.server.wire.incoming.Decoded;
import dev.envelope.server.wire.incoming.RequestDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The receiving side of a connection: turns messages into requests, and answers by itself what no session needs to see.
 * After the first problem of the connection itself nothing more is listened to.
 */
final class RequestHandler extends ChannelInboundHandlerAdapter {

    /** Where a connection stands. */
    private enum State {
        /** The WebSocket's handshake is under way. */
        OPENING,
        /** Open, nobody knows for whom. */
        SILENT,
        /** The hello is with the front desk. */
        GREETED,
        /** Nothing is listened to any more. */
        ENDING
    }

    /** What only a hello can be refused for. */
    private static final Set<RefusalCode> OF_A_HELLO =
            EnumSet.of(RefusalCode.BAD_IDENTITY, RefusalCode.UNSUPPORTED_VERSION);

    private static final String ONE_HELLO = " (expected: one hello, before anything else)";

    private final Network network;
    private final boolean webSocket;
    private State state = State.OPENING;
    private @Nullable Speaker speaker;
    private @Nullable ClientConnection connection;
    private @Nullable Future<?> helloDeadline;
    private boolean known;

    private RequestHandler(Network network, boolean webSocket) {
        this.network = network;
        this.webSocket = webSocket;
    }

    static RequestHandler ofFrames(Network network) {
        return new RequestHandler(network, false);
    }

    static RequestHandler ofWebSocket(Network network) {
        return new RequestHandler(network, true);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (!webSocket) {
            open(context, new FrameSpeaker(context));
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof HandshakeComplete) {
            open(context, new WebSocketSpeaker(context));
        } else if (event instanceof IdleStateEvent) {
            fail(
                    0,
                    RefusalCode.TIMEOUT,
                    "nothing was sent for " + network.limits().idleTimeoutMillis() + " ms");
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    private void open(ChannelHandlerContext context, Speaker opened) {
        ClientConnection client = new ClientConnection(network, context, opened);
        speaker = opened;
        connection = client;
        state = State.SILENT;
        if (!network.connections().add(client)) {
            int max = network.limits().maxConnections();
            fail(0, RefusalCode.TOO_MANY_CONNECTIONS, "the server has " + max + " connections, as many as it takes");
            return;
        }
        long millis = network.limits().helloTimeoutMillis();
        helloDeadline = context.executor()
                .schedule(
                        () -> fail(0, RefusalCode.TIMEOUT, "no hello for " + millis + " ms"),
                        millis,
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (state == State.SILENT || state == State.GREETED) {
                read(message);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(Object message) {
        if (message instanceof ByteBuf frame) {
            take(RequestDecoder.decode(frame.nioBuffer()));
        } else if (message instanceof BinaryWebSocketFrame frame) {
            take(Format.PROTOBUF, frame.content().nioBuffer());
        } else if (message instanceof TextWebSocketFrame frame) {
            take(Format.JSON, frame.content().nioBuffer());
        } else if (message instanceof OversizeFrame frame) {
            tooLarge(frame.announcedBytes() + " bytes");
        }
    }

    private void take(Format format, ByteBuffer content) {
        if (speaker instanceof WebSocketSpeaker spoken && state == State.SILENT) {
            spoken.speak(format);
        }
        if (speaker != null && speaker.format() != format) {
            fail(0, RefusalCode.MALFORMED, "binary and text on one connection (expected: the hello's kind)");
            return;
        }
        take(format == Format.JSON ? RequestDecoder.decodeJson(content) : RequestDecoder.decode(content));
    }

    private void take(Decoded decoded) {
        if (decoded instanceof Decoded.Asked asked) {
            take(asked.request());
        } else if (decoded instanceof Decoded.Problem problem) {
            if (state == State.GREETED && OF_A_HELLO.contains(problem.refusal().code())) {
                fail(problem.requestId(), RefusalCode.HELLO_EXPECTED, "a second hello" + ONE_HELLO);
            } else if (problem.closes() || state == State.SILENT) {
                fail(problem.requestId(), problem.refusal());
            } else if (hasRoom(problem.requestId())) {
                refuse(problem.requestId(), problem.refusal());
            }
        }
    }

    private void take(Request request) {
        boolean hello = request instanceof Request.Hello;
        if (hello != (state == State.SILENT)) {
            String found = hello ? "a second hello" : "no hello first";
            fail(request.id(), RefusalCode.HELLO_EXPECTED, found + ONE_HELLO);
        } else if (network.connections().isClosing()) {
            refuseWhileClosing(request.id());
        } else if (hasRoom(request.id())) {
            if (hello) {
                greet(request.id());
            }
            pass(request);
        }
    }

    private void refuseWhileClosing(long requestId) {
        Refusal refusal =
                new Refusal(RefusalCode.SHUTTING_DOWN, "the server is going down; reconnect later and repeat");
        if (state == State.SILENT) {
            fail(requestId, refusal);
        } else if (hasRoom(requestId)) {
            refuse(requestId, refusal);
        }
    }

    private void greet(long requestId) {
        state = State.GREETED;
        known = true;
        if (helloDeadline != null) {
            helloDeadline.cancel(false);
        }
        if (connection != null) {
            connection.greeted(requestId);
        }
    }

    private boolean hasRoom(long requestId) {
        int max = network.limits().maxOutstanding();
        int outstanding = connection == null ? 0 : connection.begin();
        if (outstanding <= max) {
            return true;
        }
        Refusal refusal = new Refusal(
                RefusalCode.TOO_MANY_OUTSTANDING,
                outstanding + " requests without an answer (expected: at most " + max + ")");
        if (outstanding > 2L * max) {
            fail(requestId, refusal);
        } else {
            refuse(requestId, refusal);
        }
        return false;
    }

    private void pass(Request request) {
        if (connection == null) {
            return;
        }
        network.counters().requests.increment();
        try {
            network.desk().request(connection, request);
        } catch (RuntimeException | Error e) { // nobody else would answer it, and the client can repeat it elsewhere
            network.log().connection(connection.id(), "a request failed: " + e);
            fail(request.id(), RefusalCode.UNAVAILABLE, "the server failed; reconnect and repeat");
        }
    }

    private void refuse(long requestId, Refusal refusal) {
        if (connection != null) {
            network.counters().refused(refusal.code());
            connection.answer(requestId, new Response.Refused(refusal));
        }
    }

    private void fail(long requestId, RefusalCode code, String reason) {
        fail(requestId, new Refusal(code, reason));
    }

    private void fail(long requestId, Refusal refusal) {
        if (connection != null && state != State.ENDING) {
            state = State.ENDING;
            network.log().connection(connection.id(), refusal.code() + ", " + refusal.reason());
            connection.end(requestId, refusal);
        }
    }

    private void tooLarge(String found) {
        int max = network.limits().maxFrameBytes();
        fail(0, RefusalCode.FRAME_TOO_LARGE, "message: " + found + " (expected: at most " + max + " bytes)");
    }

    /** Stops reading from a peer that does not read, so that its answers cannot pile up. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        boolean writable = context.channel().isWritable();
        context.channel().config().setAutoRead(writable || state == State.ENDING);
        if (writable && connection != null) {
            connection.settle();
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        state = State.ENDING;
        if (helloDeadline != null) {
            helloDeadline.cancel(false);
        }
        if (connection != null) {
            connection.gone();
            network.connections().remove(connection);
            if (known) {
                network.desk().closed(connection);
            }
        }
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException corrupted
                && !corrupted.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG)) {
            fail(0, RefusalCode.MALFORMED, "no WebSocket message: " + corrupted.getMessage());
        } else if (cause instanceof TooLongFrameException || cause instanceof CorruptedWebSocketFrameException) {
            tooLarge("a longer one");
        } else {
            network.log().connection(connection == null ? 0 : connection.id(), "closed after " + cause);
            ChannelFuture unused = context.close();
        }
    }
}
