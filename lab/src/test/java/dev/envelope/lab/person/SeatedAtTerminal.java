package dev.envelope.lab.person;

import dev.envelope.lab.terminal.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;

/** A seat that the test moves, and a terminal with a keyboard that the test types on. */
abstract class SeatedAtTerminal {

    final FakeSeat seat = new FakeSeat();
    final StringWriter shown = new StringWriter();
    private final PipedWriter keyboard = new PipedWriter();

    /** The terminal of a person. */
    Terminal keyboard() throws IOException {
        return new Terminal(new BufferedReader(new PipedReader(keyboard)), new PrintWriter(shown), true);
    }

    /** The terminal of nobody: {@code lines} come out of a pipe. */
    Terminal pipe(String lines) {
        return new Terminal(new BufferedReader(new StringReader(lines)), new PrintWriter(shown), false);
    }

    void type(String line) throws IOException {
        keyboard.write(line + "\n");
        keyboard.flush();
    }
}
