package dev.envelope.lab.command.option;

/** How this program was called, for commands that a person will copy. */
public final class CommandName {
    private CommandName() {}

    /** What was typed, if the launcher says so; {@code envelope} otherwise. */
    public static String typed() {
        return System.getProperty("envelope.command", "envelope");
    }
}
