package dev.envelope.bots;

import dev.envelope.client.ClientRuntime;
import dev.envelope.client.EnvelopeClient;
import dev.envelope.client.JoinRequest;
import dev.envelope.client.PlayReport;
import dev.envelope.client.SeatClient;
import dev.envelope.client.StrategyRunner;
import dev.envelope.client.api.Endpoint;
import dev.envelope.client.api.Rejected;
import dev.envelope.game.session.command.RefusalCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Bots that fill seats of one session and play it to its end. They join a few at a time. When the session takes no more,
 * those who are seated play on.
 */
public final class BotCrew implements AutoCloseable {

    /** How many joins are under way at once. */
    private static final int AT_ONCE = 16;

    private static final Set<RefusalCode> TAKES_NO_MORE = EnumSet.of(RefusalCode.SESSION_FULL, RefusalCode.DOOR_CLOSED);

    private final EnvelopeClient server;
    private final CrewSettings settings;
    private final IntConsumer progress;
    private final List<SeatClient> seats = new ArrayList<>();
    private final List<PlayReport> reports = new ArrayList<>();
    private final CompletableFuture<Seating> seated = new CompletableFuture<>();
    private final CompletableFuture<List<PlayReport>> finished = new CompletableFuture<>();
    private int begun;
    private int underWay;
    private @Nullable Rejected refusal;
    private boolean over;

    private BotCrew(EnvelopeClient server, CrewSettings settings, IntConsumer progress) {
        this.server = server;
        this.settings = settings;
        this.progress = progress;
    }

    /** Starts a crew. */
    public static BotCrew start(ClientRuntime runtime, Endpoint endpoint, CrewSettings settings) {
        return start(runtime, endpoint, settings, joined -> {});
    }

    /**
     * Starts a crew.
     *
     * @param progress hears how many bots are seated, after each; must not block
     */
    public static BotCrew start(ClientRuntime runtime, Endpoint endpoint, CrewSettings settings, IntConsumer progress) {
        BotCrew crew = new BotCrew(EnvelopeClient.of(runtime, endpoint), settings, progress);
        for (int i = 0; i < AT_ONCE; i++) {
            crew.joinNext();
        }
        return crew;
    }

    /**
     * Completes when every bot has its seat, or the session takes no more and at least one is seated; fails with the first
     * failure, after which the crew has hung up.
     */
    public CompletionStage<Seating> whenSeated() {
        return seated.minimalCompletionStage();
    }

    /**
     * Completes when every bot that got a seat has played the session to its end, with a report of each in the order of their ends; fails
     * with the first failure, after which the crew has hung up.
     */
    public CompletionStage<List<PlayReport>> whenFinished() {
        return finished.minimalCompletionStage();
    }

    /** Hangs up every bot, without waiting; their seats stay taken. */
    @Override
    public void close() {
        fail(new IllegalStateException("the crew was closed"));
    }

    private void joinNext() {
        int index;
        synchronized (this) {
            if (over || refusal != null || begun == settings.count()) {
                return;
            }
            index = begun++;
            underWay++;
        }
        JoinRequest request = new JoinRequest(
                settings.code(),
                settings.name() + " " + (index + 1),
                settings.keys().apply(index),
                JoinRequest.Kind.PROGRAM);
        server.takeSeat(request).whenComplete((seat, failure) -> {
            if (seat != null) {
                joined(seat);
            } else if (cause(failure) instanceof Rejected rejected && TAKES_NO_MORE.contains(rejected.code())) {
                refused(rejected);
            } else {
                fail(failure);
            }
        });
    }

    private void refused(Rejected why) {
        synchronized (this) {
            underWay--;
            if (refusal == null) {
                refusal = why;
            }
        }
        seatedOrNot();
    }

    private void joined(SeatClient seat) {
        int count;
        synchronized (this) {
            underWay--;
            seats.add(seat);
            count = seats.size();
            if (over) {
                seat.close();
                return;
            }
        }
        StrategyRunner runner = StrategyRunner.start(seat, settings.strategy().get(), settings.strategySeed());
        runner.whenFinished().whenComplete((report, failure) -> {
            if (report != null) {
                finished(report);
            } else {
                fail(failure);
            }
        });
        progress.accept(count);
        joinNext();
        seatedOrNot();
    }

    /** Every join has been answered, perhaps: then those who are seated are the crew. */
    private void seatedOrNot() {
        Seating seating;
        synchronized (this) {
            if (!allAnswered()) {
                return;
            }
            seating = new Seating(seats.size(), settings.count(), Optional.ofNullable(refusal));
        }
        if (seating.taken() == 0) {
            fail(refusal);
        } else {
            seated.complete(seating);
            finishedOrNot();
        }
    }

    private boolean allAnswered() {
        return underWay == 0 && (begun == settings.count() || refusal != null);
    }

    private void finished(PlayReport report) {
        synchronized (this) {
            reports.add(report);
        }
        finishedOrNot();
    }

    private void finishedOrNot() {
        List<PlayReport> all;
        synchronized (this) {
            if (!allAnswered() || reports.size() < seats.size()) {
                return;
            }
            all = List.copyOf(reports);
        }
        finished.complete(all);
        close();
    }

    private void fail(@Nullable Throwable failure) {
        Throwable cause = cause(failure);
        List<SeatClient> left;
        synchronized (this) {
            over = true;
            left = List.copyOf(seats);
        }
        seated.completeExceptionally(cause);
        finished.completeExceptionally(cause);
        left.forEach(SeatClient::close);
    }

    private static Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure == null ? new IllegalStateException("no reason given") : failure;
    }
}
