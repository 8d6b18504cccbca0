package dev.envelope.lab.command.plan;

import dev.envelope.game.plan.file.PlanSchema;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** {@code envelope plan schema}. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema of plan files, for editors.",
        footerHeading = "%nExample:%n",
        footer = "  envelope plan schema > plan.schema.json")
final class PlanSchemaCommand extends PrintingCommand {
    @Override
    void print(PrintWriter out) {
        out.print(PlanSchema.schema().json() + "\n");
    }
}
