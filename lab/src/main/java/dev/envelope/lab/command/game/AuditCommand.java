package dev.envelope.lab.command.game;

import dev.envelope.game.plan.Treatment;
import dev.envelope.lab.command.option.Failure;
import dev.envelope.lab.command.option.PlotOption;
import dev.envelope.lab.game.AuditedGame;
import dev.envelope.lab.plot.Sheet;
import dev.envelope.lab.plot.audit.AuditPlot;
import dev.envelope.theory.audit.Ruling;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin
    private final GamesQuestion question = new GamesQuestion();

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

    @Mixin
    private final PlotOption plot = new PlotOption();

    @Override
    public Integer call() {
        List<AuditedGame> games = question.answers(
                this::audit,
                AuditedGame::json,
                game -> game.lines().stream(),
                "auditing " + question.file() + "; many types, messages and profiles can take a while");
        if (plot.isGiven()) {
            plot.draw(
                    new Sheet(games.stream().map(AuditPlot::of).toList()),
                    question.file()
                            + ": nothing to draw (expected: a game of one private number per risk-neutral agent, whose"
                            + " audit neither plays it out nor goes through all profiles)");
        }
        boolean fails = games.stream()
                .flatMap(game -> game.report().verdicts().stream())
                .anyMatch(verdict -> verdict.ruling() == Ruling.FAILS);
        return check && fails ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private AuditedGame audit(Treatment treatment) {
        RandomGenerator random = GENERATORS.create(seed);
        try {
            return truth ? AuditedGame.ofTruth(treatment, random) : AuditedGame.ofEquilibrium(treatment, random);
        } catch (IllegalArgumentException refused) {
            throw new Failure(question.file() + ": " + refused.getMessage());
        }
    }
}
