package dev.envelope.lab.command.plan;

import dev.envelope.lab.gallery.Gallery;
import dev.envelope.lab.terminal.Columns;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;

/** {@code envelope plan list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists plans for classes, each with the point it makes.",
        footerHeading = "%nExample:%n",
        footer = "  envelope plan list")
final class PlanListCommand extends PrintingCommand {
    @Override
    void print(PrintWriter out) {
        List<List<String>> rows = Gallery.all().stream()
                .map(entry -> List.of(entry.name(), entry.point()))
                .toList();
        Columns.aligned(rows, Set.of(0, 1)).forEach(out::println);
    }
}
