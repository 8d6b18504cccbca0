package dev.envelope.lab.command.plan;

import dev.envelope.lab.command.option.Failure;
import dev.envelope.lab.gallery.Gallery;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code envelope plan show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Prints a plan for a class, which begins with a paragraph for the teacher.",
        footerHeading = "%nExample:%n",
        footer = "  envelope plan show shading > class.yaml")
final class PlanShowCommand extends PrintingCommand {
    @Parameters(paramLabel = "NAME", description = "Its name, as envelope plan list has it.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Override
    void print(PrintWriter out) {
        Gallery.Entry entry = Gallery.find(name)
                .orElseThrow(() -> new Failure("plan: " + name + " (expected: one of "
                        + Gallery.all().stream().map(Gallery.Entry::name).collect(Collectors.joining(", ")) + ")"));
        out.print(entry.text());
    }
}
