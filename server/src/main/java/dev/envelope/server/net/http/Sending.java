package dev.envelope.server.net.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The answer to one request from a thread that may wait; the connection is closed after it. */
final class Sending {

    private static final int PART_BYTES = 64 * 1024;

    private final ChannelHandlerContext context;
    private final boolean head;
    private final long stallMillis;
    private boolean begun;

    /** The answer to the request read in {@code context}; {@code stallMillis} is how long the peer may read nothing. */
    Sending(ChannelHandlerContext context, boolean head, long stallMillis) {
        this.context = context;
        this.head = head;
        this.stallMillis = stallMillis;
    }

    /** Answers with {@code page}; too late where a file has begun, whose end is then missing. */
    void page(Page page) {
        if (begun) {
            abandon();
            return;
        }
        context.writeAndFlush(HttpPages.response(page, head, false)).addListener(ChannelFutureListener.CLOSE);
    }

    /** The head of an answer with a file called {@code name}, and no file. */
    void head(String name) {
        context.write(response(name)).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT).addListener(ChannelFutureListener.CLOSE);
    }

    /** Sends {@code file} as {@code name}: a part when the one before has left. */
    void file(String name, Path file) throws IOException, InterruptedException {
        HttpResponse response = response(name);
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, Files.size(file));
        try (InputStream in = Files.newInputStream(file)) {
            begun = true;
            boolean going = left(context.writeAndFlush(response));
            byte[] part = in.readNBytes(PART_BYTES);
            while (going && part.length > 0) {
                ByteBuf bytes = Unpooled.wrappedBuffer(part);
                going = left(context.writeAndFlush(new DefaultHttpContent(bytes)));
                part = in.readNBytes(PART_BYTES);
            }
        }
        context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT).addListener(ChannelFutureListener.CLOSE);
    }

    /** Whether what was {@code written} went out in time; else the connection is closed. */
    private boolean left(ChannelFuture written) throws InterruptedException {
        boolean left = written.await(stallMillis) && written.isSuccess();
        if (!left) {
            abandon();
        }
        return left;
    }

    void abandon() {
        ChannelFuture unused = context.close();
    }

    private static HttpResponse response(String name) {
        HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/zip")
                .set(HttpHeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set("x-content-type-options", "nosniff");
        return response;
    }
}
