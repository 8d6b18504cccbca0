package dev.envelope.lab.command;

import dev.envelope.lab.game.SolutionJson;
import dev.envelope.lab.game.SolutionText;
import dev.envelope.lab.game.SolvedGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
        footer = {"  envelope solve game.yaml", "  envelope solve plan.yaml --json"})
final class SolveCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A plan, or one treatment of a plan by itself.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--json", description = "Print JSON, in full precision.")
    private boolean json;

    @Override
    public Integer call() {
        List<SolvedGame> games =
                GameFile.treatments(file).stream().map(SolvedGame::of).toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(SolutionJson.of(games));
        } else {
            games.forEach(game -> SolutionText.lines(game).forEach(out::println));
        }
        out.flush();
        return games.stream().allMatch(game -> game.solution() instanceof Equilibrium)
                ? ExitCode.OK
                : ExitCode.SOFTWARE;
    }
}
