package dev.envelope.client.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Matches the answers on one link with their requests. Everything else goes to its owner. */
final class Calls implements LinkListener {

    /** Who hears what is no answer. */
    interface Owner {

        /** Something came in, answer or push: the peer is alive. */
        void heard();

        /** A push came in. */
        void pushed(long sequence, Incoming push);

        /** The link is closed; every unanswered call has failed with {@link LinkClosed}. */
        void closed(Throwable cause);
    }

    private final Map<Long, CompletableFuture<Incoming>> unanswered = new LinkedHashMap<>();
    private final Owner owner;
    private @Nullable Link link;
    private @Nullable Throwable whyAborted;
    private boolean over;

    Calls(Owner owner) {
        this.owner = owner;
    }

    /** Begins on {@code opened}. */
    void attach(Link opened) {
        link = opened;
        if (over) {
            opened.close();
        }
    }

    /** The answer to {@code request}; fails with {@link LinkClosed} when the link closes first. */
    CompletionStage<Incoming> call(long id, Outgoing request) {
        if (over || link == null) {
            return CompletableFuture.failedFuture(new LinkClosed("not connected"));
        }
        CompletableFuture<Incoming> answer = new CompletableFuture<>();
        unanswered.put(id, answer);
        try {
            link.send(id, request);
        } catch (RuntimeException e) {
            unanswered.remove(id);
            answer.completeExceptionally(e);
        }
        return answer;
    }

    /** Closes the link; its owner hears {@code cause}. */
    void abort(Throwable cause) {
        whyAborted = cause;
        if (link != null) {
            link.close();
        } else {
            closed(cause);
        }
    }

    @Override
    public void received(long requestId, long pushSequence, Incoming message) {
        if (over) {
            return;
        }
        owner.heard();
        if (requestId == 0) {
            owner.pushed(pushSequence, message);
            return;
        }
        CompletableFuture<Incoming> answer = unanswered.remove(requestId);
        if (answer != null) {
            answer.complete(message);
        }
    }

    @Override
    public void closed(Throwable cause) {
        if (over) {
            return;
        }
        over = true;
        Throwable why = whyAborted != null ? whyAborted : cause;
        List<CompletableFuture<Incoming>> left = new ArrayList<>(unanswered.values());
        unanswered.clear();
        for (CompletableFuture<Incoming> answer : left) {
            answer.completeExceptionally(new LinkClosed("the connection closed: " + why.getMessage()));
        }
        owner.closed(why);
    }
}
