package dev.envelope.server.net.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What an HTTP request is answered with. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and never written to
record Page(HttpResponseStatus status, String type, byte[] body) {

    static Page text(HttpResponseStatus status, String text) {
        return new Page(status, "text/plain; charset=utf-8", (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static Page html(String html) {
        return new Page(HttpResponseStatus.OK, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    static Page json(HttpResponseStatus status, String json) {
        return new Page(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** The text file {@code path} of the classpath. */
    static Page resource(String path) {
        try (InputStream in = Page.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("classpath: no " + path + " (expected: part of this build)");
            }
            return new Page(HttpResponseStatus.OK, "text/plain; charset=utf-8", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("classpath: " + path, e);
        }
    }
}
