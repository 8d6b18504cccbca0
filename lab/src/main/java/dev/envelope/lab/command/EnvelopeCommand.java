package dev.envelope.lab.command;

import dev.envelope.lab.command.game.AuditCommand;
import dev.envelope.lab.command.game.ClearCommand;
import dev.envelope.lab.command.game.ReferenceCommand;
import dev.envelope.lab.command.game.SimulateCommand;
import dev.envelope.lab.command.game.SolveCommand;
import dev.envelope.lab.command.plan.PlanCommand;
import dev.envelope.lab.command.record.DatabaseCommand;
import dev.envelope.lab.command.record.ExportCommand;
import dev.envelope.lab.command.record.ForgetCommand;
import dev.envelope.lab.command.record.TranscriptCommand;
import dev.envelope.lab.command.seat.BotsCommand;
import dev.envelope.lab.command.seat.InstructorCommand;
import dev.envelope.lab.command.seat.JoinCommand;
import dev.envelope.lab.command.serving.DemoCommand;
import dev.envelope.lab.command.serving.ServeCommand;
import dev.envelope.lab.terminal.LogConfigurator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code envelope} itself: it only knows its subcommands and what all of them share. */
@Command(
        name = "envelope",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Live sealed-bid games with people and bots, and the theory to check them by.",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            JoinCommand.class,
            BotsCommand.class,
            InstructorCommand.class,
            SimulateCommand.class,
            PlanCommand.class,
            SolveCommand.class,
            AuditCommand.class,
            ClearCommand.class,
            ReferenceCommand.class,
            TranscriptCommand.class,
            ExportCommand.class,
            ForgetCommand.class,
            DatabaseCommand.class,
            VersionCommand.class,
            CommandLine.HelpCommand.class
        },
        scope = ScopeType.LOCAL,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:Done.", "1:It failed; the message says why.", "2:The command line was wrong."},
        footerHeading = "%nExamples:%n",
        footer = {
            "  envelope demo                  watch bots play, beside the predictions",
            "  envelope serve --plan FILE     host a plan",
            "  envelope join 192.168.1.20:7777 CODE --name Ann",
            "  envelope help COMMAND          everything about a command"
        })
public final class EnvelopeCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    EnvelopeCommand() {}

    /** The whole command line, ready to execute. */
    public static CommandLine commandLine() {
        return new CommandLine(new EnvelopeCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageMessage())
                .setExecutionExceptionHandler(new FailureMessage());
    }

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Log what happens to standard error, not only warnings.")
    void verbose(boolean verbose) {
        if (verbose) {
            System.setProperty(LogConfigurator.LEVEL, "INFO"); // read when the first logger is made
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is expected");
    }
}
