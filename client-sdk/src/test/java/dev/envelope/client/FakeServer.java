package dev.envelope.client;

import dev.envelope.client.link.Dialer;
import dev.envelope.client.link.Incoming;
import dev.envelope.client.link.Link;
import dev.envelope.client.link.LinkClosed;
import dev.envelope.client.link.LinkListener;
import dev.envelope.client.link.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A scripted server at the other end of a link: keeps what it was asked; the test says what it answers. */
final class FakeServer implements Dialer {

    /** A request with its id. */
    record Asked(long id, Outgoing request) {}

    final List<Asked> asked = new ArrayList<>();
    boolean refusesConnections;
    boolean answersPings = true;
    int dials;
    private @Nullable LinkListener peer;
    private long pushes;

    @Override
    public CompletionStage<Link> dial(LinkListener listener) {
        dials++;
        if (refusesConnections) {
            return CompletableFuture.failedFuture(new LinkClosed("refused"));
        }
        peer = listener;
        pushes = 0;
        return CompletableFuture.completedFuture(new FakeLink(listener));
    }

    /** Answers the latest request. */
    void answer(Incoming answer) {
        answer(asked.get(asked.size() - 1).id(), answer);
    }

    void answer(long id, Incoming answer) {
        listener().received(id, 0, answer);
    }

    void push(Incoming push) {
        listener().received(0, ++pushes, push);
    }

    /** A push that never arrives. */
    void losePush() {
        pushes++;
    }

    /** Cuts the connection. */
    void cut() {
        LinkListener gone = listener();
        peer = null;
        gone.closed(new LinkClosed("cut"));
    }

    boolean isConnected() {
        return peer != null;
    }

    /** The requests of kind {@code kind}. */
    List<Asked> asked(Class<? extends Outgoing> kind) {
        return asked.stream().filter(a -> kind.isInstance(a.request())).toList();
    }

    private LinkListener listener() {
        if (peer == null) {
            throw new AssertionError("nobody is connected");
        }
        return peer;
    }

    private final class FakeLink implements Link {
        private final LinkListener listener;

        FakeLink(LinkListener listener) {
            this.listener = listener;
        }

        @Override
        public void send(long requestId, Outgoing request) {
            asked.add(new Asked(requestId, request));
            if (request instanceof Outgoing.Ping ping && answersPings) {
                listener.received(requestId, 0, new Incoming.Pong(ping.nonce()));
            }
        }

        @Override
        public void close() {
            if (peer == listener) {
                cut();
            }
        }
    }
}
