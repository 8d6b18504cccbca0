package dev.envelope.lab.command;

import java.io.PrintWriter;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints what is wrong with a command line, how the command is written, and where more is said; ends with status 2. */
final class UsageMessage implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        if (Arrays.asList(arguments).contains(ErrorJson.ASKED_FOR)) {
            ErrorJson.print(command.getOut(), wrong.getMessage(), ExitCode.USAGE);
        }
        err.println("envelope: " + wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, err);
        CommandLine.Help help = new CommandLine.Help(command.getCommandSpec());
        err.print("Usage: " + help.synopsis("Usage: ".length()));
        if (!command.getSubcommands().isEmpty()) {
            err.println(
                    "Commands: " + String.join(", ", command.getSubcommands().keySet()));
        }
        err.println("More: " + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return ExitCode.USAGE;
    }
}
