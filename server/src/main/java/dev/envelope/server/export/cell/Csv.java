package dev.envelope.server.export.cell;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * Writes comma-separated values by RFC 4180 in UTF-8, with a line feed at the end of each line. Text that somebody typed and that a
 * spreadsheet would take for a formula gets an apostrophe in front. The stream stays open.
 */
public final class Csv {

    private static final int BUFFER = 1 << 16;

    private final Writer out;
    private boolean begun;

    /** Writes to {@code out}. */
    public Csv(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    }

    /** A cell of the program's own words or figures, which need no quotes. */
    public Csv plain(String cell) throws IOException {
        if (begun) {
            out.write(',');
        }
        begun = true;
        out.write(cell);
        return this;
    }

    /** A whole number. */
    public Csv number(long cell) throws IOException {
        return plain(Long.toString(cell));
    }

    /** A whole number, or an empty cell. */
    public Csv number(OptionalLong cell) throws IOException {
        return cell.isPresent() ? number(cell.getAsLong()) : plain("");
    }

    /** 1 or 0. */
    public Csv yesNo(boolean cell) throws IOException {
        return plain(cell ? "1" : "0");
    }

    /** So many empty cells. */
    public Csv empty(int cells) throws IOException {
        for (int i = 0; i < cells; i++) {
            plain("");
        }
        return this;
    }

    /** A cell of words that somebody else chose. */
    public Csv text(String cell) throws IOException {
        return plain(quoted(harmless(cell)));
    }

    /** Ends the line. */
    public void endLine() throws IOException {
        out.write('\n');
        begun = false;
    }

    /** Hands what was written on to the stream. */
    public void flush() throws IOException {
        out.flush();
    }

    private static String harmless(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
