package dev.envelope.lab.demo;

import dev.envelope.bots.BotCrew;
import dev.envelope.bots.CrewSettings;
import dev.envelope.client.ClientRuntime;
import dev.envelope.client.PlayReport;
import dev.envelope.client.api.Endpoint;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.game.view.Phase;
import dev.envelope.lab.verification.Finding;
import dev.envelope.lab.verification.RecordedRounds;
import dev.envelope.lab.verification.Verification;
import dev.envelope.server.EnvelopeServer;
import dev.envelope.server.journal.event.EventCodec;
import dev.envelope.server.session.OpenOptions;
import dev.envelope.server.session.OpenedSession;
import dev.envelope.server.session.SessionStatus;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A plan played by house bots over TCP on a running server, and what its records say beside the theory. */
public final class Demonstration {
    private static final long LOOK_MILLIS = 200;

    private final EnvelopeServer server;
    private final Endpoint endpoint;
    private final PrintWriter out;
    private final boolean live;

    /**
     * A demonstration on {@code server}.
     *
     * @param endpoint where bots reach it
     * @param out where progress is shown
     * @param live whether a line may be written over
     */
    public Demonstration(EnvelopeServer server, Endpoint endpoint, PrintWriter out, boolean live) {
        this.server = server;
        this.endpoint = endpoint;
        this.out = out;
        this.live = live;
    }

    /**
     * Plays {@code plan} to its end with every seat held by a bot.
     *
     * @param strategy makes each bot's strategy
     * @param seed of the session and, its hash, of the bots
     * @throws IllegalStateException when bots failed, naming the first reason
     */
    public List<Finding> play(Plan plan, Supplier<Strategy> strategy, String seed) throws InterruptedException {
        OpenedSession session = server.sessions().open(plan, OpenOptions.seeded(seed));
        CrewSettings crewSettings =
                CrewSettings.of(session.joinCode(), plan.seats().wanted(), strategy, strategySeed(seed));
        try (ClientRuntime runtime = ClientRuntime.create();
                BotCrew crew = BotCrew.start(runtime, endpoint, crewSettings)) {
            watch(plan, session.joinCode(), crew.whenFinished().toCompletableFuture());
        }
        return findings(plan, session.joinCode());
    }

    /** The seed of the strategies' randomness in a run with {@code seed}. */
    public static long strategySeed(String seed) {
        return seed.hashCode();
    }

    private void watch(Plan plan, String code, CompletableFuture<List<PlayReport>> finished)
            throws InterruptedException {
        Progress progress = new Progress(plan, out, live);
        while (true) {
            try {
                List<PlayReport> reports = finished.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                progress.show(plan.rounds());
                check(reports);
                return;
            } catch (TimeoutException notYet) {
                server.sessions().find(code).ifPresent(status -> progress.show(settled(status)));
            } catch (ExecutionException failed) {
                throw new IllegalStateException("a bot gave up: " + failed.getCause(), failed);
            }
        }
    }

    private static int settled(SessionStatus status) {
        boolean current = status.phase() == Phase.SETTLED || status.phase() == Phase.FINISHED;
        return current ? status.round() : Math.max(0, status.round() - 1);
    }

    private static void check(List<PlayReport> reports) {
        int failures = reports.stream().mapToInt(PlayReport::failures).sum();
        if (failures > 0) {
            String first = reports.stream()
                    .flatMap(report -> report.firstFailure().stream())
                    .findFirst()
                    .map(Throwable::toString)
                    .orElse("no reason given");
            throw new IllegalStateException(failures + " times a bot failed, first: " + first);
        }
    }

    /** What the stored records of the session {@code code}, which played {@code plan}, say beside the theory. */
    public List<Finding> findings(Plan plan, String code) {
        Verification verification = new Verification(plan);
        RecordedRounds rounds = new RecordedRounds(plan, verification::add);
        EventCodec codec = EventCodec.ofPlanFiles();
        server.sessions().transcript(code, stored -> rounds.accept(codec.decode(stored.bytes())));
        return verification.findings();
    }
}
