package dev.envelope.server.net.http;

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
import java.util.Map;
import java.util.Optional;

/** The answers to HTTP requests, and the door to the WebSocket. */
public final class HttpPages extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final Site site;
    private boolean exporting;

    /** The pages of {@code site}. */
    public HttpPages(Site site) {
        this.site = site;
    }

    /**
     * Reads the pages that are the same for everybody, so that no event loop waits for them.
     *
     * @throws IllegalStateException when one is missing from this build
     */
    public static void load() {
        SitePages.check();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (exporting) {
            return; // the connection is closed after the export
        }
        if (request.decoderResult().isFailure()) {
            answer(context, request, malformed(request.decoderResult().cause()), false);
        } else if (isUpgrade(request)) {
            upgrade(context, request);
        } else if (isExport(request)) {
            export(context, request);
        } else {
            answer(context, request, page(request), HttpUtil.isKeepAlive(request));
        }
    }

    private boolean isUpgrade(FullHttpRequest request) {
        return request.uri().equals(site.webSocketPath())
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
        site.speakWebSocket(context.pipeline());
        context.fireChannelRead(request.retain());
        context.pipeline().remove(this);
    }

    private boolean isExport(FullHttpRequest request) {
        boolean reads =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        return reads && site.exports().isPresent() && Exports.isAsked(request.uri());
    }

    /** Answers at once, or leaves the connection to a thread that may wait, and takes no other request on it. */
    private void export(ChannelHandlerContext context, FullHttpRequest request) {
        Optional<Page> page = site.exports().orElseThrow().take(context, request);
        if (page.isPresent()) {
            answer(context, request, page.get(), HttpUtil.isKeepAlive(request));
        } else {
            exporting = true;
            site.sendLong(context.pipeline());
        }
    }

    private Page page(FullHttpRequest request) {
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            return Page.text(HttpResponseStatus.METHOD_NOT_ALLOWED, "method: expected GET or HEAD");
        }
        String path = request.uri().split("[?#]", 2)[0];
        if (path.equals(site.webSocketPath())) {
            return Page.text(HttpResponseStatus.UPGRADE_REQUIRED, "This is a WebSocket: connect with one.");
        }
        if (path.equals("/health")) {
            return health();
        }
        return SitePages.find(path, String.valueOf(request.headers().get(HttpHeaderNames.HOST)));
    }

    private Page health() {
        boolean closing = site.isClosing();
        return Page.json(
                closing ? HttpResponseStatus.SERVICE_UNAVAILABLE : HttpResponseStatus.OK,
                "{\"status\":\"" + (closing ? "closing" : "up") + "\",\"connections\":" + site.connections() + "}");
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
        context.writeAndFlush(response(page, head, keepAlive))
                .addListener(keepAlive ? ChannelFutureListener.CLOSE_ON_FAILURE : ChannelFutureListener.CLOSE);
    }

    /** The answer with {@code page}, of which a HEAD gets the headers only. */
    static FullHttpResponse response(Page page, boolean head, boolean keepAlive) {
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
        header(page.status()).ifPresent(header -> response.headers().set(header.getKey(), header.getValue()));
        HttpUtil.setKeepAlive(response, keepAlive);
        return response;
    }

    /** What a status is to be explained by. */
    private static Optional<Map.Entry<CharSequence, String>> header(HttpResponseStatus status) {
        return switch (status.code()) {
            case 401 -> Optional.of(Map.entry(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer"));
            case 405 -> Optional.of(Map.entry(HttpHeaderNames.ALLOW, "GET, HEAD"));
            case 426 -> Optional.of(Map.entry(HttpHeaderNames.UPGRADE, "websocket"));
            case 503 -> Optional.of(Map.entry(HttpHeaderNames.RETRY_AFTER, "60"));
            default -> Optional.empty();
        };
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
        site.log("closed after " + cause);
        ChannelFuture unused = context.close();
    }
}
