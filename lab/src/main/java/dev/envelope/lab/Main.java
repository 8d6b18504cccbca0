package dev.envelope.lab;

import dev.envelope.lab.command.EnvelopeCommand;

/** Where the program starts. */
public final class Main {
    private Main() {}

    /** Runs the command line and leaves with its exit status. */
    public static void main(String[] arguments) {
        System.exit(EnvelopeCommand.commandLine().execute(arguments));
    }
}
