package dev.envelope.lab.command.game;

import dev.envelope.game.plan.Treatment;
import dev.envelope.lab.command.option.Failure;
import dev.envelope.lab.command.option.GameFile;
import dev.envelope.lab.command.option.PlotOption;
import dev.envelope.lab.game.AuditedGame;
import dev.envelope.lab.plot.Sheet;
import dev.envelope.lab.plot.audit.AuditPlot;
import dev.envelope.lab.terminal.Attached;
import dev.envelope.lab.terminal.SlowNotice;
import dev.envelope.theory.audit.Ruling;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code envelope audit}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Says of every game in a file whether truth and the equilibrium are best replies, whether anybody"
                + " loses by taking part, whether the budget balances and the outcome is efficient; what fails is"
                + " shown with a witness.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:Audited; with --check nothing was found to fail.",
            "1:A game has no equilibrium, a file cannot be read, or with --check something fails.",
            "2:Wrong usage."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  envelope audit game.yaml",
            "  envelope audit game.yaml --truth --json",
            "  envelope audit game.yaml --truth --plot regret.svg"
        })
public final class AuditCommand implements Callable<Integer> {

    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A plan, or one treatment of a plan by itself.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--truth", description = "Audit telling the truth rather than the equilibrium.")
    private boolean truth;

    @Option(names = "--check", description = "Count a property that fails as a failure.")
    private boolean check;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "The seed of what is drawn where nothing can be integrated (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Print JSON, in full precision.")
    private boolean json;

    @Mixin
    private final PlotOption plot = new PlotOption();

    @Override
    public Integer call() {
        List<AuditedGame> games;
        String answer;
        SlowNotice notice = SlowNotice.after(
                SlowNotice.SOON,
                spec.commandLine().getErr(),
                !json && Attached.error(),
                "envelope: auditing " + file + "; many types, messages and profiles can take a while");
        try {
            games = GameFile.treatments(file).stream().map(this::audit).toList();
            answer = json ? AuditedGame.json(games) : text(games);
        } finally {
            notice.close();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(answer);
        out.flush();
        if (plot.isGiven()) {
            plot.draw(
                    new Sheet(games.stream().map(AuditPlot::of).toList()),
                    file + ": nothing to draw (expected: a game of one private number per risk-neutral agent, whose"
                            + " audit is not played out)");
        }
        boolean fails = games.stream()
                .flatMap(game -> game.report().verdicts().stream())
                .anyMatch(verdict -> verdict.ruling() == Ruling.FAILS);
        return check && fails ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private static String text(List<AuditedGame> games) {
        return games.stream()
                .flatMap(game -> game.lines().stream())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private AuditedGame audit(Treatment treatment) {
        RandomGenerator random = GENERATORS.create(seed);
        try {
            return truth ? AuditedGame.ofTruth(treatment, random) : AuditedGame.ofEquilibrium(treatment, random);
        } catch (IllegalArgumentException refused) {
            throw new Failure(file + ": " + refused.getMessage());
        }
    }
}
