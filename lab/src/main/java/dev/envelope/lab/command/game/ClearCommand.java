package dev.envelope.lab.command.game;

import dev.envelope.game.plan.Treatment;
import dev.envelope.lab.command.option.Failure;
import dev.envelope.lab.command.option.GameFile;
import dev.envelope.lab.command.option.PlotOption;
import dev.envelope.lab.game.ClearedMarket;
import dev.envelope.lab.plot.Sheet;
import dev.envelope.lab.plot.game.MarketPlot;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code envelope clear}. */
@Command(
        name = "clear",
        mixinStandardHelpOptions = true,
        description =
                "Tells who gets what and who pays what at given messages, in points and before rounding to ticks. "
                        + "Ties go to whoever is named first.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:Cleared.", "1:A file cannot be read, or the mechanism refuses a message.", "2:Wrong usage."},
        footerHeading = "%nExample:%n",
        footer = "  envelope clear game.yaml messages.yaml --json")
public final class ClearCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "A plan with one treatment, or a treatment by itself.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Parameters(
            index = "1",
            paramLabel = "MESSAGES",
            description =
                    "A list of messages in YAML, one per seat in the order of the roles, or each role's own: numbers,"
                            + " and where units, packages or offers are concerned lists of bids, packages and answers.")
    @SuppressWarnings("NullAway.Init")
    private Path messages;

    @Option(names = "--json", description = "Print JSON, in full precision.")
    private boolean json;

    @Mixin
    private final PlotOption plot = new PlotOption();

    @Override
    public Integer call() {
        Treatment treatment = GameFile.treatment(file);
        ClearedMarket cleared = clear(treatment);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(cleared.json());
        } else {
            cleared.lines().forEach(out::println);
        }
        out.flush();
        if (plot.isGiven()) {
            plot.draw(
                    new Sheet(List.of(MarketPlot.of(treatment, cleared))),
                    messages + ": nothing to draw (expected: bids, asks or reports, of which one is not to abstain)");
        }
        return 0;
    }

    private ClearedMarket clear(Treatment treatment) {
        try {
            return ClearedMarket.of(treatment, GameFile.messages(messages, treatment));
        } catch (IllegalArgumentException refused) {
            throw new Failure(messages + ": " + refused.getMessage());
        }
    }
}
