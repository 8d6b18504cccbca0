package dev.envelope.lab.terminal;

/**
 * Whether a person is at this process's input and output. The launcher knows and says so in system properties; without it
 * the Java runtime is asked, which knows only of both together.
 */
public final class Attached {
    private Attached() {}

    /** Whether standard input is a terminal. */
    public static boolean input() {
        return isTerminal("envelope.terminal.input");
    }

    /** Whether standard output is a terminal. */
    public static boolean output() {
        return isTerminal("envelope.terminal.output");
    }

    /** Whether standard error is a terminal. */
    public static boolean error() {
        return isTerminal("envelope.terminal.error");
    }

    @SuppressWarnings("SystemConsoleNull") // only where the launcher has not said it
    private static boolean isTerminal(String property) {
        String told = System.getProperty(property);
        return told == null ? System.console() != null : Boolean.parseBoolean(told);
    }
}
