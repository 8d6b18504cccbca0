package dev.envelope.lab.command.plan;

import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.PlanReading;
import dev.envelope.lab.command.option.PlanFile;
import dev.envelope.lab.standin.HouseStandIns;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code envelope plan check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Names everything that is wrong with a plan file, each problem with its line and column.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:The plan can be played.", "1:It has problems, or cannot be read.", "2:Wrong usage."},
        footerHeading = "%nExample:%n",
        footer = "  envelope plan check class.yaml")
final class PlanCheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The plan file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    public Integer call() {
        PlanReading reading = PlanFile.reading(file, new HouseStandIns());
        PrintWriter out = spec.commandLine().getOut();
        if (reading.plan().isEmpty()) {
            out.println(PlanFile.problems(reading, file.toString()));
            out.flush();
            return ExitCode.SOFTWARE;
        }
        Plan plan = PlanFile.hostable(reading, file);
        out.printf(
                "%s: \"%s\" can be played: %d rounds, %d seats, treatments: %s%n",
                file,
                plan.title(),
                plan.rounds(),
                plan.seats().wanted(),
                plan.treatments().stream().map(Treatment::id).collect(Collectors.joining(", ")));
        new PlanNotes(plan).lines().forEach(out::println);
        out.flush();
        return ExitCode.OK;
    }
}
