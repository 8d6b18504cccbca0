package dev.envelope.lab.command.game;

import dev.envelope.game.matching.Feasibility;
import dev.envelope.game.plan.Matching;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.PlanReading;
import dev.envelope.lab.command.option.PlanFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code envelope plan}: what can be done with a plan without playing it. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Checks plan files.",
        subcommands = PlanCommand.Check.class,
        footerHeading = "%nExample:%n",
        footer = "  envelope plan check class.yaml")
public final class PlanCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is expected: check");
    }

    /** {@code envelope plan check}. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Names everything that is wrong with a plan file, each problem with its line and column.",
            exitCodeListHeading = "%nExit status:%n",
            exitCodeList = {"0:The plan can be played.", "1:It has problems, or cannot be read.", "2:Wrong usage."},
            footerHeading = "%nExample:%n",
            footer = "  envelope plan check class.yaml")
    static final class Check implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "The plan file.")
        @SuppressWarnings("NullAway.Init")
        private Path file;

        @Override
        public Integer call() {
            PlanReading reading = PlanFile.reading(file);
            PrintWriter out = spec.commandLine().getOut();
            if (reading.plan().isEmpty()) {
                out.println(PlanFile.problems(reading, file.toString()));
                out.flush();
                return ExitCode.SOFTWARE;
            }
            Plan plan = PlanFile.hostable(file);
            out.printf(
                    "%s: \"%s\" can be played: %d rounds, %d seats, treatments: %s%n",
                    file,
                    plan.title(),
                    plan.rounds(),
                    plan.seats().wanted(),
                    plan.treatments().stream().map(Treatment::id).collect(Collectors.joining(", ")));
            strangers(plan).forEach(out::println);
            out.flush();
            return ExitCode.OK;
        }

        /** How long blocks of perfect strangers could be. */
        private static List<String> strangers(Plan plan) {
            int seats = plan.seats().wanted();
            return plan.blocks().stream()
                    .filter(block -> block.treatment().matching() == Matching.PERFECT_STRANGERS)
                    .map(block -> String.format(
                            "perfect strangers in %s: %d rounds of a possible %d for %d seats in groups of %d",
                            block.treatment().id(),
                            block.rounds(),
                            Feasibility.rounds(block, seats),
                            seats,
                            block.treatment().marketSize()))
                    .distinct()
                    .toList();
        }
    }
}
