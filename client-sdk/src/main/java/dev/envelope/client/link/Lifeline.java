package dev.envelope.client.link;

import dev.envelope.client.api.ClientLimits;
import dev.envelope.client.api.NotSent;
import dev.envelope.client.api.OutcomeUnknown;
import dev.envelope.client.api.Rejected;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A greeted connection that is made again whenever it is lost. Used on the client's loop only.
 *
 * <p>The first connection is tried once, so that a wrong address is reported at once; after a first welcome it is made
 * again until the limits say enough, or the server says something that another attempt cannot change, such as that newer
 * connections of the seat have taken the place of this one.
 */
public final class Lifeline {

    /** Who holds the line. */
    public interface Owner {

        /** A connection is up. */
        void welcomed(Incoming.Welcome welcome);

        /** A push came in. */
        void pushed(long sequence, Incoming push);

        /** The connection is lost; the next attempt comes after {@code retryIn}. */
        void lost(Throwable cause, Duration retryIn);

        /** There will be no more: closed on purpose (empty), or given up. Called once, last. */
        void ended(Optional<Throwable> cause);

        /** Whether a lost connection is worth making again. */
        boolean wantsMore();
    }

    private static final Set<RefusalCode> PASSING = EnumSet.of(
            RefusalCode.TIMEOUT,
            RefusalCode.TOO_MANY_CONNECTIONS,
            RefusalCode.TOO_MANY_OUTSTANDING,
            RefusalCode.UNAVAILABLE,
            RefusalCode.SHUTTING_DOWN);

    private final Loop loop;
    private final Dialer dialer;
    private final ClientLimits limits;
    private final Outgoing.Hello hello;
    private final LongSupplier ids;
    private final Owner owner;
    private final Backoff backoff;

    private @Nullable Attempt current;
    private Runnable cancelRetry = () -> {};
    private boolean everUp;
    private boolean over;

    /** A line of {@code owner}, not yet made. */
    public Lifeline(Wiring wiring, Outgoing.Hello hello, Owner owner) {
        this.loop = wiring.loop();
        this.dialer = wiring.dialer();
        this.limits = wiring.limits();
        this.ids = wiring.ids();
        this.backoff = new Backoff(limits, wiring.jitter());
        this.hello = hello;
        this.owner = owner;
    }

    /**
     * What a line is made of.
     *
     * @param loop where everything happens
     * @param dialer makes connections
     * @param limits the bounds
     * @param ids request ids, never 0 and never one twice
     * @param jitter spreads out attempts to reconnect
     */
    public record Wiring(Loop loop, Dialer dialer, ClientLimits limits, LongSupplier ids, RandomGenerator jitter) {}

    /** Makes the first connection. */
    public void start() {
        if (over) {
            return;
        }
        Attempt attempt = new Attempt();
        current = attempt;
        dialer.dial(attempt.calls).whenComplete((link, failure) -> {
            if (link == null) {
                attempt.closed(new NotSent("cannot connect: " + describe(failure), failure));
            } else {
                attempt.greet(link);
            }
        });
    }

    /** Whether a welcomed connection stands. */
    public boolean isUp() {
        return current != null && current.up;
    }

    /** The answer to a request; fails with {@link LinkClosed} when there is no connection, or it is lost first. */
    public CompletionStage<Incoming> call(long id, Outgoing request) {
        return current != null && current.up
                ? current.calls.call(id, request)
                : CompletableFuture.failedFuture(new LinkClosed("not connected"));
    }

    /** Hangs up for good. */
    public void close() {
        end(Optional.empty());
    }

    /** Hangs up for good, because of {@code cause}. */
    public void giveUp(Throwable cause) {
        end(Optional.of(cause));
    }

    private void end(Optional<Throwable> cause) {
        if (over) {
            return;
        }
        over = true;
        cancelRetry.run();
        Attempt last = current;
        current = null;
        if (last != null) {
            last.calls.abort(new LinkClosed("the client was closed"));
        }
        owner.ended(cause);
    }

    private void lost(Throwable cause) {
        current = null;
        if (everUp && !owner.wantsMore()) {
            end(Optional.empty());
        } else if (!everUp || !backoff.hasNext() || cause instanceof Unreadable) {
            end(Optional.of(cause));
        } else {
            Duration wait = backoff.next();
            cancelRetry = loop.schedule(wait, this::start);
            owner.lost(cause, wait);
        }
    }

    private static String describe(@Nullable Throwable failure) {
        if (failure == null) {
            return "no reason given";
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    /** One connection from dialling to its end. */
    private final class Attempt implements Calls.Owner, Heartbeat.Pulse {

        private final Calls calls = new Calls(this);
        private @Nullable Heartbeat heartbeat;
        private boolean up;

        void greet(Link link) {
            calls.attach(link);
            Runnable cancel = loop.schedule(
                    limits.helloTimeout(),
                    () -> calls.abort(new OutcomeUnknown("the server did not answer within "
                            + limits.helloTimeout().toMillis() + " ms")));
            calls.call(ids.getAsLong(), hello).whenComplete((answer, failure) -> {
                cancel.run();
                if (answer != null) {
                    answered(answer);
                }
            });
        }

        private void answered(Incoming answer) {
            if (answer instanceof Incoming.Welcome welcome) {
                up = true;
                everUp = true;
                beatFor(welcome);
                owner.welcomed(welcome);
            } else if (answer instanceof Incoming.Refused refused) {
                refused(refused.refusal());
            } else {
                calls.abort(new Unreadable("hello was answered by " + answer));
            }
        }

        private void refused(Refusal refusal) {
            Rejected why = new Rejected(refusal);
            // To come back where newer connections of the seat are would push out one of them, in turn, for ever.
            boolean displaced = up && refusal.code() == RefusalCode.TOO_MANY_CONNECTIONS;
            if (PASSING.contains(refusal.code()) && !displaced) {
                calls.abort(why);
            } else {
                end(Optional.of(why));
            }
        }

        private void beatFor(Incoming.Welcome welcome) {
            long idle = welcome.idleMillis();
            Duration third = Duration.ofMillis(idle > 0 ? Math.max(1, idle / 3) : Long.MAX_VALUE / 4_000_000);
            Duration period = limits.heartbeat().compareTo(third) < 0 ? limits.heartbeat() : third;
            heartbeat = new Heartbeat(loop, period, this);
            heartbeat.start();
        }

        @Override
        public void beat() {
            backoff.reset();
            calls.call(ids.getAsLong(), new Outgoing.Ping(0));
        }

        @Override
        public void silent(Duration period) {
            calls.abort(new LinkClosed("nothing was heard for " + period.toMillis() + " ms"));
        }

        @Override
        public void heard() {
            if (heartbeat != null) {
                heartbeat.heard();
            }
        }

        @Override
        public void pushed(long sequence, Incoming push) {
            if (current != this) {
                return;
            }
            if (push instanceof Incoming.Refused refused) {
                refused(refused.refusal());
            } else if (up) {
                owner.pushed(sequence, push);
            }
        }

        @Override
        public void closed(Throwable cause) {
            up = false;
            if (heartbeat != null) {
                heartbeat.stop();
            }
            if (current == this) {
                lost(everUp || cause instanceof NotSent || cause instanceof Rejected ? cause : unknown(cause));
            }
        }

        private Throwable unknown(Throwable cause) {
            return cause instanceof OutcomeUnknown || cause instanceof Unreadable
                    ? cause
                    : new OutcomeUnknown("the connection closed before the server answered: " + describe(cause), cause);
        }
    }
}
