package dev.envelope.lab.command.game;

import dev.envelope.lab.command.option.PlotOption;
import dev.envelope.lab.game.SolutionJson;
import dev.envelope.lab.game.SolutionText;
import dev.envelope.lab.game.SolvedGame;
import dev.envelope.lab.plot.Sheet;
import dev.envelope.lab.plot.game.GamePicture;
import dev.envelope.lab.plot.game.SolutionPlot;
import dev.envelope.theory.equilibrium.Equilibrium;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code envelope solve}. */
@Command(
        name = "solve",
        mixinStandardHelpOptions = true,
        description = "Names the equilibrium of every game in a file, how it is known, and what it predicts.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:Every game has an equilibrium that is known or verified.",
            "1:One has none, or the file cannot be read.",
            "2:Wrong usage."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  envelope solve game.yaml",
            "  envelope solve plan.yaml --json",
            "  envelope solve game.yaml --plot game.svg --picture bids,payoff"
        })
public final class SolveCommand implements Callable<Integer> {
    @Mixin
    private final GamesQuestion question = new GamesQuestion();

    @Mixin
    private final PlotOption plot = new PlotOption();

    @Option(
            names = "--picture",
            paramLabel = "NAME",
            split = ",",
            description = {
                "Of what to draw, only this; all that make sense otherwise:",
                "bids: bid functions with the 45° line",
                "trade: which values and costs trade, and which should",
                "virtual: virtual values, reserves and what a winner pays",
                "demand: demand, marginal revenue and the monopoly price",
                "payoff: interim payoff as the upper envelope of lines",
                "payments: expected payments of equivalent auctions",
                "revelation: types to bids to outcome, and directly"
            })
    private Set<GamePicture> pictures = EnumSet.noneOf(GamePicture.class);

    @Override
    public Integer call() {
        plot.checkNeeded(pictures);
        List<SolvedGame> games = question.answers(
                SolvedGame::of,
                SolutionJson::of,
                game -> SolutionText.lines(game).stream(),
                "solving " + question.file() + "; a bound on the gains from all deviations can take a while");
        if (plot.isGiven()) {
            draw(games);
        }
        return games.stream().allMatch(game -> game.solution() instanceof Equilibrium)
                ? ExitCode.OK
                : ExitCode.SOFTWARE;
    }

    private void draw(List<SolvedGame> games) {
        Set<GamePicture> shown = pictures.isEmpty() ? EnumSet.allOf(GamePicture.class) : pictures;
        Sheet sheet = new Sheet(
                games.stream().map(game -> SolutionPlot.of(game, shown)).toList());
        plot.draw(
                sheet,
                question.file() + ": nothing to draw of " + shown + " (expected: a game that has such a picture)");
    }
}
