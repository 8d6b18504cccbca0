package dev.envelope.lab.command.seat;

import dev.envelope.bots.BotCrew;
import dev.envelope.bots.CrewSettings;
import dev.envelope.bots.Seating;
import dev.envelope.client.ClientRuntime;
import dev.envelope.client.EnvelopeClient;
import dev.envelope.client.PlayReport;
import dev.envelope.client.SpectatorClient;
import dev.envelope.client.api.Endpoint;
import dev.envelope.client.api.Rejected;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.lab.command.option.Arguments;
import dev.envelope.lab.command.option.BotOptions;
import dev.envelope.lab.command.option.Failure;
import dev.envelope.lab.command.option.ServerAddress;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code envelope bots}. */
@Command(
        name = "bots",
        mixinStandardHelpOptions = true,
        description = "Fills seats of a session with house bots and plays them to the session's end.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:The session is over and every bot played it.",
            "1:Fewer seats could be had than asked for (those who are seated play on), the connection was lost for "
                    + "good, or a bot failed in a round.",
            "2:Wrong usage."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  envelope bots localhost:7777 KWXRT --strategy equilibrium --count 30",
            "  envelope bots localhost:7777 KWXRT --strategy shading:0.2 --seed 7",
            "  envelope bots tls://localhost:7777 KWXRT --ca cert.pem --count 3"
        })
public final class BotsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ServerAddress server = new ServerAddress();

    @Parameters(index = "1", paramLabel = "CODE", description = "The session's join code.")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Mixin
    private final BotOptions bots = new BotOptions();

    @Option(names = "--count", defaultValue = "1", description = "How many seats to fill (${DEFAULT-VALUE}).")
    private int count;

    @Override
    public Integer call() throws InterruptedException {
        if (count < 1) {
            throw new ParameterException(spec.commandLine(), "--count: " + count + " (expected: at least 1)");
        }
        Endpoint endpoint = server.endpoint();
        PrintWriter out = spec.commandLine().getOut();
        try (ClientRuntime runtime = ClientRuntime.create()) {
            bots.requirePlayable(treatments(runtime, endpoint));
        }
        CrewSettings settings = CrewSettings.of(code, count, bots.strategies(), bots.strategySeed());
        try (ClientRuntime runtime = ClientRuntime.create();
                BotCrew crew = BotCrew.start(runtime, endpoint, settings)) {
            Seating seating = await(crew.whenSeated());
            out.printf("%d seats taken by %s bots%n", seating.taken(), bots.strategyName());
            out.flush();
            seating.refusal().ifPresent(refusal -> warn(seating, refusal));
            int played = report(await(crew.whenFinished()), out);
            return seating.refusal().isEmpty() ? played : ExitCode.SOFTWARE;
        }
    }

    /** What the session plays, looked at without taking a seat in it. */
    private List<Treatment> treatments(ClientRuntime runtime, Endpoint endpoint) throws InterruptedException {
        try (SpectatorClient spectator =
                await(EnvelopeClient.of(runtime, endpoint).watch(code))) {
            return spectator.snapshot().treatments();
        }
    }

    private void warn(Seating seating, Rejected refusal) {
        String why = refusal.code() == RefusalCode.SESSION_FULL
                ? "the session is full"
                : "the session has begun and takes nobody new";
        PrintWriter err = spec.commandLine().getErr();
        err.printf("envelope: %d of %d seats taken: %s%n", seating.taken(), seating.wanted(), why);
        err.flush();
    }

    private static int report(List<PlayReport> reports, PrintWriter out) {
        int failures = reports.stream().mapToInt(PlayReport::failures).sum();
        out.printf("the session is over; mean total payoff %s points%n", mean(reports));
        reports.stream()
                .flatMap(report -> report.firstFailure().stream())
                .findFirst()
                .ifPresent(first -> out.printf("%d times a bot failed, first: %s%n", failures, first.getMessage()));
        out.flush();
        return failures == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** With the decimals of a tick, and two at least. */
    private static String mean(List<PlayReport> reports) {
        int decimals = Math.max(
                2, reports.stream().mapToInt(r -> r.tick().scale()).max().orElse(0));
        return reports.stream()
                .map(PlayReport::totalPoints)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(reports.size()), decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static <T> T await(CompletionStage<T> stage) throws InterruptedException {
        try {
            return stage.toCompletableFuture().get();
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            throw new Failure(Arguments.reason(cause == null ? failed : cause));
        }
    }
}
