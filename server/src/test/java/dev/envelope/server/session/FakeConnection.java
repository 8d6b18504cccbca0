package dev.envelope.server.session;

import static org.awaitility.Awaitility.await;

import dev.envelope.game.session.command.Refusal;
import dev.envelope.server.request.Connection;
import dev.envelope.server.request.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A connection that remembers what it was sent. */
final class FakeConnection implements Connection {

    private static final AtomicLong IDS = new AtomicLong();

    private final long id = IDS.incrementAndGet();
    private final List<Sent> sent = new ArrayList<>();
    private boolean closed;

    /** Something sent; request id 0 for a push. */
    record Sent(long requestId, Response response) {}

    @Override
    public long id() {
        return id;
    }

    @Override
    public synchronized void answer(long requestId, Response response) {
        sent.add(new Sent(requestId, response));
    }

    @Override
    public synchronized void push(Response response) {
        sent.add(new Sent(0, response));
    }

    @Override
    public synchronized void end(Refusal reason) {
        sent.add(new Sent(0, new Response.Refused(reason)));
        closed = true;
    }

    /** Forgets what it was sent, so that the same request may be answered again. */
    synchronized void forget() {
        sent.clear();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    synchronized <T extends Response> List<T> sent(Class<T> type) {
        return sent.stream()
                .map(Sent::response)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    synchronized Optional<Response> answerTo(long requestId) {
        return sent.stream()
                .filter(s -> s.requestId() == requestId)
                .map(Sent::response)
                .reduce((first, second) -> {
                    throw new AssertionError("two answers to request " + requestId + ": " + first + ", " + second);
                });
    }

    Response awaitAnswer(long requestId) {
        await().until(() -> answerTo(requestId).isPresent());
        return answerTo(requestId).orElseThrow();
    }

    <T extends Response> T awaitSent(Class<T> type) {
        await().until(() -> !sent(type).isEmpty());
        List<T> found = sent(type);
        return found.get(found.size() - 1);
    }
}
