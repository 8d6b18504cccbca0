package dev.envelope.server.net.http;

import dev.envelope.server.export.ExportDoor;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.StoredSession;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exports over HTTP: a few are made at a time, on threads of their own; as many more may wait, and others are told to come back.
 * An export is made whole before its first byte is sent, so that what arrives is never cut short by what goes wrong here.
 */
public final class Exports implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);
    private static final Pattern PATH = Pattern.compile("/sessions/([A-Za-z0-9]{1,40})/export\\.zip(?:\\?(.*))?");
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([^\\s]{1,200}) *");
    private static final String NAMES = "names=1";
    private static final long END_MILLIS = 1_000;

    private final ExportDoor door;
    private final long stallMillis;
    private final ThreadPoolExecutor threads;

    /**
     * The exports behind {@code door}.
     *
     * @param atOnce how many are made and sent at a time
     * @param stallMillis how long one who is sent an export may read nothing of it
     */
    public Exports(ExportDoor door, int atOnce, long stallMillis) {
        this.door = door;
        this.stallMillis = stallMillis;
        threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(atOnce),
                new DefaultThreadFactory("export", true));
        threads.allowCoreThreadTimeOut(true);
    }

    /** What a request asks for. */
    private record Asked(String joinCode, boolean withNames, String token, boolean head) {}

    /** Whether {@code uri} is that of an export. */
    static boolean isAsked(String uri) {
        return PATH.matcher(uri).matches();
    }

    /** Takes a GET or HEAD of an export; gives the page that answers it at once, if one does. */
    Optional<Page> take(ChannelHandlerContext context, FullHttpRequest request) {
        Matcher path = PATH.matcher(request.uri());
        String header = String.valueOf(request.headers().get(HttpHeaderNames.AUTHORIZATION));
        Matcher bearer = BEARER.matcher(header);
        if (!path.matches() || !bearer.matches()) {
            return Optional.of(unauthorized());
        }
        String query = path.group(2) == null ? "" : path.group(2);
        if (!query.isEmpty() && !query.equals(NAMES)) {
            return Optional.of(Page.text(
                    HttpResponseStatus.BAD_REQUEST, "query: other than ?" + NAMES + " (expected: that, or none)"));
        }
        Asked asked = new Asked(
                path.group(1),
                query.equals(NAMES),
                bearer.group(1),
                request.method().equals(HttpMethod.HEAD));
        try {
            Sending sending = new Sending(context, asked.head(), stallMillis);
            threads.execute(() -> answer(asked, sending));
            return Optional.empty();
        } catch (RejectedExecutionException busy) {
            return Optional.of(Page.text(
                    HttpResponseStatus.SERVICE_UNAVAILABLE,
                    "exports: as many as are made at a time; try again in a minute"));
        }
    }

    private static Page unauthorized() {
        return Page.text(
                HttpResponseStatus.UNAUTHORIZED,
                "Authorization: expected Bearer and the instructor's token, which was printed when the session was opened");
    }

    private void answer(Asked asked, Sending sending) {
        try {
            Optional<StoredSession> session = door.find(asked.joinCode());
            if (session.isEmpty()) {
                sending.page(Page.text(
                        HttpResponseStatus.NOT_FOUND,
                        "join code: " + asked.joinCode() + " (expected: that of a session on this server)"));
            } else if (!door.admits(session.get(), asked.token())) {
                sending.page(unauthorized());
            } else {
                export(session.get(), asked, sending);
            }
        } catch (JournalException | IOException e) {
            LOG.warn("session {}: could not be exported: {}", asked.joinCode(), e.getMessage());
            sending.page(Page.text(
                    HttpResponseStatus.INTERNAL_SERVER_ERROR, "the session could not be exported: " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            sending.abandon();
        } catch (RuntimeException e) {
            LOG.error("session {}: could not be exported", asked.joinCode(), e);
            sending.abandon();
        }
    }

    private void export(StoredSession session, Asked asked, Sending sending) throws IOException, InterruptedException {
        String name = session.joinCode() + ".zip";
        if (asked.head()) {
            sending.head(name);
            return;
        }
        Path file = Files.createTempFile("envelope-export", ".zip");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                door.export(session, asked.withNames()).writeTo(out);
            }
            sending.file(name, file);
            LOG.info("session {}: exported, {} bytes", session.joinCode(), Files.size(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(END_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("an export is still being made while the server ends");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
