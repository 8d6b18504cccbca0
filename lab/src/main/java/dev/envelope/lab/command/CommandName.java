package dev.envelope.lab.command;

/** How this program was called, for commands that a person will copy. */
final class CommandName {
    private CommandName() {}

    /** What was typed, if the launcher says so; {@code envelope} otherwise. */
    static String typed() {
        return System.getProperty("envelope.command", "envelope");
    }
}
