package dev.envelope.server.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.timeout.IdleStateEvent;

/** The answers to HTTP requests, and the door to the WebSocket. */
final class HttpPages extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final Network network;
    private final Pipelines pipelines;

    HttpPages(Network network, Pipelines pipelines) {
        this.network = network;
        this.pipelines = pipelines;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (request.decoderResult().isFailure()) {
            answer(context, request, malformed(request.decoderResult().cause()), false);
        } else if (isUpgrade(request)) {
            upgrade(context, request);
        } else {
            answer(context, request, page(request), HttpUtil.isKeepAlive(request));
        }
    }

    private static boolean isUpgrade(FullHttpRequest request) {
        return request.uri().equals(Pipelines.WEB_SOCKET_PATH)
                && request.method().equals(HttpMethod.GET)
                && request.headers().containsValue(HttpHeaderNames.UPGRADE, "websocket", true);
    }

    private void upgrade(ChannelHandlerContext context, FullHttpRequest request) {
        String origin = request.headers().get(HttpHeaderNames.ORIGIN);
        if (!OriginPolicy.admits(origin, request.headers().get(HttpHeaderNames.HOST))) {
            Page refusal = Page.text(
                    HttpResponseStatus.FORBIDDEN,
                    "Origin: a page from elsewhere (expected: one of this server, or none)");
            answer(context, request, refusal, false);
            return;
        }
        pipelines.speakWebSocket(context.pipeline());
        context.fireChannelRead(request.retain());
        context.pipeline().remove(this);
    }

    private Page page(FullHttpRequest request) {
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            return Page.text(HttpResponseStatus.METHOD_NOT_ALLOWED, "method: expected GET or HEAD");
        }
        String path = request.uri().split("[?#]", 2)[0];
        if (path.equals(Pipelines.WEB_SOCKET_PATH)) {
            return Page.text(HttpResponseStatus.UPGRADE_REQUIRED, "This is a WebSocket: connect with one.");
        }
        if (path.equals("/health")) {
            return health();
        }
        return SitePages.find(path, String.valueOf(request.headers().get(HttpHeaderNames.HOST)));
    }

    private Page health() {
        boolean closing = network.connections().isClosing();
        return Page.json(
                closing ? HttpResponseStatus.SERVICE_UNAVAILABLE : HttpResponseStatus.OK,
                "{\"status\":\"" + (closing ? "closing" : "up") + "\",\"connections\":"
                        + network.connections().open() + "}");
    }

    private static Page malformed(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return Page.text(HttpResponseStatus.REQUEST_URI_TOO_LONG, "the request's first line is too long");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return Page.text(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "the request's headers are too long");
        }
        return Page.text(HttpResponseStatus.BAD_REQUEST, "no HTTP request");
    }

    private static void answer(ChannelHandlerContext context, FullHttpRequest request, Page page, boolean keepAlive) {
        boolean head = request.method().equals(HttpMethod.HEAD);
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                page.status(),
                head ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(page.body()));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, page.type())
                .set(HttpHeaderNames.CONTENT_LENGTH, page.body().length)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.CONTENT_SECURITY_POLICY, POLICY)
                .set("x-content-type-options", "nosniff")
                .set("referrer-policy", "no-referrer");
        if (page.status().equals(HttpResponseStatus.METHOD_NOT_ALLOWED)) {
            response.headers().set(HttpHeaderNames.ALLOW, "GET, HEAD");
        }
        if (page.status().equals(HttpResponseStatus.UPGRADE_REQUIRED)) {
            response.headers().set(HttpHeaderNames.UPGRADE, "websocket");
        }
        HttpUtil.setKeepAlive(response, keepAlive);
        context.writeAndFlush(response)
                .addListener(keepAlive ? ChannelFutureListener.CLOSE_ON_FAILURE : ChannelFutureListener.CLOSE);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent) {
            ChannelFuture unused = context.close();
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        network.log().connection(0, "closed after " + cause);
        ChannelFuture unused = context.close();
    }
}
