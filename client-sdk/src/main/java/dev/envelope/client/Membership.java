package dev.envelope.client;

import dev.envelope.client.api.NotSent;
import dev.envelope.client.api.OutcomeUnknown;
import dev.envelope.client.api.Rejected;
import dev.envelope.client.link.Announcer;
import dev.envelope.client.link.Incoming;
import dev.envelope.client.link.Known;
import dev.envelope.client.link.Lifeline;
import dev.envelope.client.link.LinkClosed;
import dev.envelope.client.link.Outgoing;
import dev.envelope.client.link.Unreadable;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.Snapshot;
import dev.envelope.game.view.View;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What all clients of a session share: a line, what is known, and who listens. Its state lives on the client's loop. */
abstract class Membership implements SessionClient, Lifeline.Owner {

    final Lifeline.Wiring wiring;
    final Lifeline line;
    private final Announcer<SessionListener> announcer;
    private final CompletableFuture<Void> entered = new CompletableFuture<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    private volatile @Nullable Known known;
    private volatile boolean connected;
    private boolean over;
    private boolean asking;
    private int lastOpened;
    private int lastSettled;
    private long lastPush;

    Membership(Lifeline.Wiring wiring, Outgoing.Hello hello, Executor workers) {
        this.wiring = wiring;
        this.line = new Lifeline(wiring, hello, this);
        this.announcer = new Announcer<>(workers);
    }

    /** Makes the first connection; completes when the server has welcomed it. */
    final <T> CompletionStage<T> enter(T self) {
        if (!wiring.loop().execute(line::start)) {
            entered.completeExceptionally(new NotSent("the runtime was closed"));
        }
        return entered.thenApply(nothing -> self);
    }

    /** A connection is up and {@link #known} is current. */
    void resumed(Incoming.Welcome welcome) {}

    /** There will be no more connections. */
    void abandoned(String why, @Nullable Throwable cause) {}

    @Override
    public final Snapshot snapshot() {
        return known().snapshot();
    }

    @Override
    public final boolean isConnected() {
        return connected;
    }

    @Override
    public final CompletionStage<Void> whenClosed() {
        return gone.minimalCompletionStage();
    }

    @Override
    public final void close() {
        wiring.loop().execute(line::close);
    }

    @Override
    public final CompletionStage<Snapshot> refresh() {
        CompletableFuture<Snapshot> result = new CompletableFuture<>();
        if (!wiring.loop().execute(() -> refresh(result))) {
            result.completeExceptionally(new NotSent("the client was closed"));
        }
        return result;
    }

    private void refresh(CompletableFuture<Snapshot> result) {
        line.call(wiring.ids().getAsLong(), new Outgoing.GetSnapshot()).whenComplete((answer, failure) -> {
            if (answer instanceof Incoming.Current current) {
                replace(known().seat(), current);
                result.complete(snapshot());
            } else {
                result.completeExceptionally(failed(answer, failure));
            }
        });
    }

    /** Asks once; where no answer comes, nobody knows what became of it. */
    final <A> CompletionStage<A> ask(Outgoing request, Function<@Nullable Incoming, Optional<A>> expected) {
        CompletableFuture<A> result = new CompletableFuture<>();
        if (!wiring.loop().execute(() -> ask(request, expected, result))) {
            result.completeExceptionally(new NotSent("the client was closed"));
        }
        return result;
    }

    private <A> void ask(
            Outgoing request, Function<@Nullable Incoming, Optional<A>> expected, CompletableFuture<A> result) {
        if (!line.isUp()) {
            result.completeExceptionally(new NotSent("not connected"));
            return;
        }
        line.call(wiring.ids().getAsLong(), request).whenComplete((answer, failure) -> {
            Optional<A> found = expected.apply(answer);
            if (found.isPresent()) {
                result.complete(found.get());
            } else if (failure instanceof LinkClosed) {
                result.completeExceptionally(new OutcomeUnknown(String.valueOf(failure.getMessage()), failure));
            } else {
                result.completeExceptionally(failed(answer, failure));
            }
        });
    }

    /** What a request that changed nothing failed with. */
    static Throwable failed(@Nullable Incoming answer, @Nullable Throwable failure) {
        if (answer instanceof Incoming.Refused refused) {
            return new Rejected(refused.refusal());
        }
        return failure instanceof LinkClosed
                ? new NotSent(String.valueOf(failure.getMessage()), failure)
                : new OutcomeUnknown("answered by " + answer, failure);
    }

    /** What the server has just said to be all that is known. */
    final void learn(Incoming.Current current) {
        replace(known().seat(), current);
    }

    final Known known() {
        Known now = known;
        if (now == null) {
            throw new IllegalStateException("the session is not entered yet");
        }
        return now;
    }

    final boolean isOver() {
        return over;
    }

    final void setKnown(Known next) {
        known = next;
    }

    final void addListener(SessionListener listener) {
        wiring.loop().execute(() -> {
            Known now = known();
            boolean ended = over;
            announcer.add(listener, () -> {
                listener.refreshed(now.snapshot());
                if (listener instanceof SeatListener seat) {
                    now.open().ifPresent(seat::roundOpened);
                }
                if (ended) {
                    listener.closed(Optional.empty());
                }
            });
        });
    }

    @Override
    public final void welcomed(Incoming.Welcome welcome) {
        boolean first = known == null;
        lastPush = 0;
        asking = false;
        connected = true;
        if (!first) {
            announcer.tell(SessionListener::reconnected);
        }
        replace(welcome.seat(), welcome.current());
        if (!over) {
            resumed(welcome);
            entered.complete(null);
        }
    }

    @Override
    public final void pushed(long sequence, Incoming push) {
        boolean gap = sequence != 0 && sequence != lastPush + 1;
        if (sequence != 0) {
            lastPush = sequence;
        }
        if (push instanceof Incoming.Current current) {
            replace(known().seat(), current);
            return;
        }
        take(push);
        if (gap) {
            ask();
        }
    }

    private void take(Incoming push) {
        Known now = known();
        if (push instanceof Incoming.RoundOpened round) {
            now.opened(round).ifPresentOrElse(this::become, this::ask);
        } else if (push instanceof Incoming.RoundSettled settled) {
            become(now.settled(settled.result()));
        } else if (push instanceof Incoming.SessionChanged change) {
            become(now.changed(change));
            Snapshot after = snapshot();
            announcer.tell(listener -> listener.sessionChanged(after));
        } else if (push instanceof Incoming.NewsArrived news) {
            setKnown(now.told(news.news()));
            announcer.tell(listener -> listener.newsArrived(news.news()));
        }
    }

    private void replace(OptionalInt seat, Incoming.Current current) {
        Optional<Known> next = Known.of(seat, current);
        if (next.isEmpty()) {
            line.giveUp(new Unreadable("the snapshot names a treatment or a role that it does not list"));
            return;
        }
        boolean first = known == null;
        setKnown(next.get());
        Snapshot snapshot = next.get().snapshot();
        if (first) {
            lastSettled = snapshot.lastResult().map(RoundResult::round).orElse(0);
        }
        announcer.tell(listener -> listener.refreshed(snapshot));
        become(next.get());
    }

    /** Remembers {@code next} and announces the round it opens or settles, once each. */
    private void become(Known next) {
        setKnown(next);
        Optional<RoundResult> result = next.snapshot().lastResult().filter(r -> r.round() > lastSettled);
        if (result.isPresent()) {
            lastSettled = result.get().round();
            tellSeat(listener -> listener.roundSettled(result.get()));
        }
        Optional<View> view = next.open().filter(v -> v.round() > lastOpened);
        if (view.isPresent()) {
            lastOpened = view.get().round();
            tellSeat(listener -> listener.roundOpened(view.get()));
        }
    }

    private void tellSeat(Consumer<SeatListener> event) {
        announcer.tell(listener -> {
            if (listener instanceof SeatListener seat) {
                event.accept(seat);
            }
        });
    }

    private void ask() {
        if (!asking) {
            asking = true;
            refresh().whenComplete((snapshot, failure) -> asking = false);
        }
    }

    @Override
    public final void lost(Throwable cause, Duration retryIn) {
        connected = false;
        announcer.tell(listener -> listener.disconnected(cause, retryIn));
    }

    @Override
    public final boolean wantsMore() {
        Known now = known;
        return now == null || now.snapshot().phase() != Phase.FINISHED;
    }

    @Override
    public final void ended(Optional<Throwable> cause) {
        connected = false;
        over = true;
        abandoned(cause.map(Throwable::getMessage).orElse("the client was closed"), cause.orElse(null));
        Throwable why = cause.orElseGet(() -> new NotSent("the client was closed"));
        entered.completeExceptionally(why);
        announcer.tell(listener -> listener.closed(cause));
        cause.ifPresentOrElse(gone::completeExceptionally, () -> gone.complete(null));
    }
}
