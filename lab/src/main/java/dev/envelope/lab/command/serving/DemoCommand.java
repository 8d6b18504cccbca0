package dev.envelope.lab.command.serving;

import dev.envelope.bots.BotCrew;
import dev.envelope.bots.CrewSettings;
import dev.envelope.bots.StrategyNames;
import dev.envelope.client.ClientRuntime;
import dev.envelope.client.api.Endpoint;
import dev.envelope.game.plan.Plan;
import dev.envelope.lab.command.option.BotOptions;
import dev.envelope.lab.command.option.CommandName;
import dev.envelope.lab.command.option.OnStop;
import dev.envelope.lab.command.option.PlanFile;
import dev.envelope.lab.demo.Demonstration;
import dev.envelope.lab.terminal.Attached;
import dev.envelope.lab.verification.Finding;
import dev.envelope.lab.verification.FindingsTable;
import dev.envelope.server.EnvelopeServer;
import dev.envelope.server.session.OpenOptions;
import dev.envelope.server.session.OpenedSession;
import dev.envelope.server.settings.ServerSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code envelope demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a server, seats sixty house bots over TCP, plays four treatments in turn, and prints what was "
                    + "observed beside what the theory predicts. Then it stays up with a session for you to join.",
            "",
            "The figures come from the session's stored records. They repeat with the same seed and strategy."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:Played with --once, whatever the verdicts.",
            "1:It failed, or with --check a treatment does not agree.",
            "2:Wrong usage.",
            "130, 143:Told to stop, by Ctrl-C or by SIGTERM."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  envelope demo",
            "  envelope demo --once --check",
            "  envelope demo --once --strategy truthful",
            "  envelope demo --once --rounds-scale 0.1 --seed 7"
        })
public final class DemoCommand implements Callable<Integer> {
    private static final String JOINABLE = "second-price-12";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final BotOptions bots = new BotOptions();

    @Option(
            names = "--rounds-scale",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "Play so many times the usual rounds (${DEFAULT-VALUE}).")
    private double roundsScale;

    @Mixin
    private final BindOption bind = new BindOption();

    @Option(names = "--port", defaultValue = "0", description = "The port to listen on (a free one).")
    private int port;

    @Option(names = "--db", paramLabel = "FILE", description = "Keep everything in FILE (a temporary one).")
    private @Nullable Path database;

    @Option(names = "--once", description = "Exit after the table.")
    private boolean once;

    @Option(names = "--check", description = "Count a treatment that does not agree as a failure.")
    private boolean check;

    @Override
    public Integer call() throws InterruptedException {
        if (!(roundsScale > 0 && roundsScale <= 100)) {
            throw new ParameterException(
                    spec.commandLine(), "--rounds-scale: " + roundsScale + " (expected: above 0, at most 100)");
        }
        ServerSettings settings = bind.settings(port);
        Plan plan = PlanFile.builtIn("demo", roundsScale);
        bots.requirePlayable(plan.games());
        JournalPlace place = JournalPlace.of(Optional.ofNullable(database));
        EnvelopeServer server = start(settings, place);
        try (OnStop end = OnStop.run(() -> stop(server, place))) {
            boolean agrees = play(server, plan);
            if (!once) {
                stay(server, end);
            }
            return agrees || !check ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private static EnvelopeServer start(ServerSettings settings, JournalPlace place) {
        try {
            return Serving.start(settings.withJournal(place.file()));
        } catch (RuntimeException refused) {
            place.putAway();
            throw refused;
        }
    }

    private static void stop(EnvelopeServer server, JournalPlace place) {
        server.close();
        place.putAway();
    }

    private boolean play(EnvelopeServer server, Plan plan) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Endpoint endpoint = bind.local(server.port());
        out.printf(
                "%d %s bots play %,d rounds over %s, seed %s%n",
                plan.seats().wanted(), bots.strategyName(), plan.rounds(), endpoint, bots.seed());
        out.flush();
        long start = System.nanoTime();
        List<Finding> findings =
                new Demonstration(server, endpoint, out, Attached.output()).play(plan, bots.strategies(), bots.seed());
        out.printf("%n%.1f s, every bid on disk before it was acknowledged%n%n", (System.nanoTime() - start) / 1e9);
        FindingsTable.lines(findings).forEach(out::println);
        out.flush();
        return findings.stream().allMatch(Finding::agrees);
    }

    /** Keeps a session open that waits for one person; when it is over, opens the next. */
    private void stay(EnvelopeServer server, OnStop end) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Plan plan = PlanFile.builtIn(JOINABLE, 1);
        Thread host = new Thread(() -> host(server, plan, out), "host");
        host.setDaemon(true);
        host.start();
        end.await();
    }

    private void host(EnvelopeServer server, Plan plan, PrintWriter out) {
        Endpoint endpoint = bind.local(server.port());
        try (ClientRuntime runtime = ClientRuntime.create()) {
            while (true) {
                OpenedSession session = server.sessions().open(plan, OpenOptions.RANDOM);
                CrewSettings crew = CrewSettings.of(
                        session.joinCode(), plan.seats().wanted() - 1, StrategyNames.parse("equilibrium"), 1);
                try (BotCrew others = BotCrew.start(runtime, endpoint, crew)) {
                    out.printf("%nYour turn: \"%s\" waits for you. In another terminal:%n%n", plan.title());
                    for (String address : bind.reachable(server.port())) {
                        out.printf("  %s join %s %s --name Ann%n", CommandName.typed(), address, session.joinCode());
                    }
                    out.printf("%nCtrl-C stops the server.%n");
                    out.flush();
                    others.whenFinished().toCompletableFuture().join();
                }
            }
        }
    }
}
