package dev.envelope.lab.command.plan;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code envelope plan}: what can be done with a plan without playing it. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Checks plan files, and has some for classes.",
        subcommands = {PlanCheckCommand.class, PlanListCommand.class, PlanShowCommand.class, PlanSchemaCommand.class},
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
}
