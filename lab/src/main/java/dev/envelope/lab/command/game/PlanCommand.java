package dev.envelope.lab.command.game;

import dev.envelope.bots.EquilibriumStrategy;
import dev.envelope.bots.NoEquilibriumException;
import dev.envelope.game.matching.Feasibility;
import dev.envelope.game.plan.Matching;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Seats;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.PlanReading;
import dev.envelope.game.plan.file.PlanSchema;
import dev.envelope.game.plan.forms.Forms;
import dev.envelope.lab.command.option.Failure;
import dev.envelope.lab.command.option.PlanFile;
import dev.envelope.lab.gallery.Gallery;
import dev.envelope.lab.standin.HouseStandIns;
import dev.envelope.lab.terminal.Columns;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        description = "Checks plan files, and has some for classes.",
        subcommands = {
            PlanCommand.Check.class,
            PlanCommand.Listing.class,
            PlanCommand.Show.class,
            PlanCommand.SchemaOfPlans.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  envelope plan check class.yaml",
            "  envelope plan list",
            "  envelope plan show shading > class.yaml"
        })
public final class PlanCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is expected: check, list, schema or show");
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
            strangers(plan).forEach(out::println);
            tooFew(plan).forEach(out::println);
            patience(plan).ifPresent(out::println);
            plan.games().forEach(game -> note(game, out));
            out.flush();
            return ExitCode.OK;
        }

        /** How long blocks of perfect strangers could be. */
        private static List<String> strangers(Plan plan) {
            int seats = plan.seats().wanted();
            return plan.blocks().stream()
                    .filter(block -> block.treatment().matching() == Matching.PERFECT_STRANGERS)
                    .map(block ->
                            "perfect strangers in " + block.treatment().id() + ": " + Feasibility.rounds(block, seats))
                    .distinct()
                    .toList();
        }

        /** With which head-counts from the minimum on the instructor could not begin; none where stand-ins fill seats. */
        private static List<String> tooFew(Plan plan) {
            if (plan.staffing().fills()) {
                return List.of();
            }
            int largest = plan.treatments().stream()
                    .mapToInt(Treatment::marketSize)
                    .max()
                    .orElseThrow();
            int least = Math.max(plan.seats().minimum(), largest);
            return plan.blocks().stream()
                    .flatMap(block ->
                            Feasibility.tooFew(block, least, plan.seats().wanted())
                                    .map(seats -> "note: perfect strangers in "
                                            + block.treatment().id() + " cannot begin with " + seats)
                                    .stream())
                    .distinct()
                    .toList();
        }

        /** What is read before the first round is waited for only so long, where the rounds do not wait for the instructor. */
        private static Optional<String> patience(Plan plan) {
            List<String> read = new ArrayList<>();
            plan.forms().consent().ifPresent(text -> read.add("consent"));
            plan.forms().comprehension().ifPresent(questions -> read.add("comprehension"));
            return read.isEmpty() || plan.seats().start() == Seats.Start.INSTRUCTOR
                    ? Optional.empty()
                    : Optional.of("note: " + String.join(", ", read)
                            + ": the first round begins " + Forms.PATIENCE_MILLIS / 60_000
                            + " minutes after the last has joined, whoever still reads (start: instructor waits)");
        }

        /** That house bots cannot play the equilibrium of a treatment is worth knowing before it is played. */
        private static void note(Treatment treatment, PrintWriter out) {
            try {
                new EquilibriumStrategy().prepare(List.of(treatment));
            } catch (NoEquilibriumException none) {
                out.println("note: " + none.getMessage() + "; equilibrium bots cannot play it");
            }
        }
    }

    /** {@code envelope plan list}. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists plans for classes, each with the point it makes.",
            footerHeading = "%nExample:%n",
            footer = "  envelope plan list")
    static final class Listing implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            List<List<String>> rows = Gallery.all().stream()
                    .map(entry -> List.of(entry.name(), entry.point()))
                    .toList();
            Columns.aligned(rows, Set.of(0, 1)).forEach(out::println);
            out.flush();
            return ExitCode.OK;
        }
    }

    /** {@code envelope plan show}. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Prints a plan for a class, which begins with a paragraph for the teacher.",
            footerHeading = "%nExample:%n",
            footer = "  envelope plan show shading > class.yaml")
    static final class Show implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "Its name, as envelope plan list has it.")
        @SuppressWarnings("NullAway.Init")
        private String name;

        @Override
        public Integer call() {
            Gallery.Entry entry = Gallery.find(name)
                    .orElseThrow(() -> new Failure("plan: " + name + " (expected: one of "
                            + Gallery.all().stream().map(Gallery.Entry::name).collect(Collectors.joining(", ")) + ")"));
            PrintWriter out = spec.commandLine().getOut();
            out.print(entry.text());
            out.flush();
            return ExitCode.OK;
        }
    }

    /** {@code envelope plan schema}. */
    @Command(
            name = "schema",
            mixinStandardHelpOptions = true,
            description = "Prints the JSON Schema of plan files, for editors.",
            footerHeading = "%nExample:%n",
            footer = "  envelope plan schema > plan.schema.json")
    static final class SchemaOfPlans implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            out.print(PlanSchema.schema().json() + "\n");
            out.flush();
            return ExitCode.OK;
        }
    }
}
