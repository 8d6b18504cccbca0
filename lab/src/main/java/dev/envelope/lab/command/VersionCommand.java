package dev.envelope.lab.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code envelope version}. */
@Command(
        name = "version",
        mixinStandardHelpOptions = true,
        description = "Prints the version of this program and of the Java it runs on.",
        footerHeading = "%nExample:%n",
        footer = "  envelope version")
final class VersionCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine()
                .getOut()
                .printf(
                        "envelope %s, Java %s (%s)%n",
                        Version.current(), System.getProperty("java.version"), System.getProperty("java.vendor"));
    }
}
