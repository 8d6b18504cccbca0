package dev.envelope.lab.command.game;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessRun;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.plan.Plan;
import dev.envelope.lab.command.option.BotOptions;
import dev.envelope.lab.command.option.PlanFile;
import dev.envelope.lab.verification.Finding;
import dev.envelope.lab.verification.FindingsTable;
import dev.envelope.lab.verification.Verification;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code envelope simulate}. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description =
                "Plays a plan among bots without a server or a clock, and sets what was played beside the theory, "
                        + "practice rounds left out. "
                        + "The same plan, strategy and seed give the same outcomes as on a server.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:Played.", "1:It failed, or with --check a treatment does not agree.", "2:Wrong usage."},
        footerHeading = "%nExamples:%n",
        footer = {
            "  envelope simulate --plan class.yaml",
            "  envelope simulate --plan class.yaml --strategy truthful --seed 7"
        })
public final class SimulateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--plan", required = true, paramLabel = "FILE", description = "The plan to play.")
    @SuppressWarnings("NullAway.Init")
    private Path planFile;

    @Mixin
    private final BotOptions bots = new BotOptions();

    @Option(names = "--check", description = "Count a treatment that does not agree as a failure.")
    private boolean check;

    @Override
    public Integer call() {
        Plan plan = PlanFile.plan(planFile);
        bots.requirePlayable(plan.games());
        Verification verification = new Verification(plan);
        HeadlessRun run = HeadlessSession.play(
                plan,
                SessionSeed.of(bots.seed()),
                seat -> bots.strategies().get(),
                bots.strategySeed(),
                verification::add);
        PrintWriter out = spec.commandLine().getOut();
        List<Finding> findings = verification.findings();
        FindingsTable.lines(findings).forEach(out::println);
        run.refusals().stream()
                .findFirst()
                .ifPresent(first -> out.printf(
                        "%d messages were refused, first: %s%n", run.refusals().size(), first.reason()));
        out.flush();
        boolean fine = run.refusals().isEmpty() && (!check || findings.stream().allMatch(Finding::agrees));
        return fine ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
