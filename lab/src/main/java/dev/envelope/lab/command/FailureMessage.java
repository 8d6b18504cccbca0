package dev.envelope.lab.command;

import dev.envelope.lab.command.option.Failure;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints a {@link Failure} as one line, beside JSON where that was asked for, and anything unforeseen with its stack trace; both end with status 1. */
final class FailureMessage implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        boolean isAnswered = failure instanceof Failure known && known.isAfterAnswer();
        if (!isAnswered && isJson(arguments)) {
            ErrorJson.print(command.getOut(), failure.getMessage(), ExitCode.SOFTWARE);
        }
        if (failure instanceof Failure) {
            command.getErr().println("envelope: " + failure.getMessage());
        } else {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return ExitCode.SOFTWARE;
    }

    private static boolean isJson(ParseResult arguments) {
        ParseResult last = arguments;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last.hasMatchedOption(ErrorJson.ASKED_FOR);
    }
}
