package dev.envelope.lab.command.record;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code envelope transcript}: what anybody can do with a session's records. */
@Command(
        name = "transcript",
        mixinStandardHelpOptions = true,
        description = "Checks and replays the records of sessions.",
        subcommands = {TranscriptCheckCommand.class, TranscriptReplayCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  envelope transcript check friday.zip",
            "  envelope transcript replay friday.zip --under second_price"
        })
public final class TranscriptCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is expected: check or replay");
    }
}
