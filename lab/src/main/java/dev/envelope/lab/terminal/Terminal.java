package dev.envelope.lab.terminal;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/**
 * Where a person reads and types.
 *
 * @param in what is typed
 * @param out what is shown
 * @param interactive whether a person types; otherwise each line that is sent is for one round, and read when it opens
 */
public record Terminal(BufferedReader in, PrintWriter out, boolean interactive) {

    /** What every terminal has room for. */
    private static final int COLUMNS = 80;

    /** The terminal, or the pipes, this process was started on. */
    public static Terminal ofProcess() {
        Charset charset = charset();
        return new Terminal(
                new BufferedReader(new InputStreamReader(new FileInputStream(FileDescriptor.in), charset)),
                new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), charset), true),
                Attached.input());
    }

    /** The terminal's own character set, if it has Chinese characters; UTF-8 otherwise. */
    private static Charset charset() {
        try {
            Charset own = Charset.forName(System.getProperty("sun.stdout.encoding", "UTF-8"));
            return own.newEncoder().canEncode('中') ? own : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Shows a line, broken between words where a person reads it. */
    public void say(String line) {
        synchronized (out) {
            out.println(interactive ? LineWrap.wrap(line, COLUMNS) : line);
            out.flush();
        }
    }

    /** The next typed line; empty at the end of the input, or when it cannot be read. */
    public Optional<String> read() {
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
