package dev.envelope.lab.command.plan;

import dev.envelope.game.plan.file.PlanSchema;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code envelope plan schema}. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema of plan files, for editors.",
        footerHeading = "%nExamples:%n",
        footer = {"  envelope plan schema > plan.schema.json", "  envelope plan schema --games > game.schema.json"})
final class PlanSchemaCommand extends PrintingCommand {
    @Option(names = "--games", description = "Of game files, which solve, audit and clear read.")
    private boolean games;

    @Override
    void print(PrintWriter out) {
        out.print((games ? PlanSchema.ofGames() : PlanSchema.schema()).json() + "\n");
    }
}
