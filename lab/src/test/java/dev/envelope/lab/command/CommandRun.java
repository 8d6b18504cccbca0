package dev.envelope.lab.command;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A terminal at which commands are typed, and what they print there. */
public abstract class CommandRun {

    /** Their answers. */
    protected final StringWriter out = new StringWriter();

    /** What they complain of. */
    protected final StringWriter err = new StringWriter();

    /** Runs {@code envelope} with {@code arguments}, and returns its status. */
    protected final int run(String... arguments) {
        return EnvelopeCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
