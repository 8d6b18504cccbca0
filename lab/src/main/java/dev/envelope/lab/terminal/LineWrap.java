package dev.envelope.lab.terminal;

import java.text.BreakIterator;
import java.util.Locale;

/** Breaks lines for a terminal between words, and in Chinese between characters, where a line may break. */
final class LineWrap {
    private LineWrap() {}

    /**
     * The text with line ends put in, so that no line takes more than {@code columns} columns; a word longer than that
     * stays whole. East Asian characters take two columns.
     */
    static String wrap(String text, int columns) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        StringBuilder wrapped = new StringBuilder();
        int used = 0;
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String piece = text.substring(start, end);
            if (used > 0 && used + width(piece.stripTrailing()) > columns) {
                wrapped.setLength(wrapped.length() - trailingSpaces(wrapped));
                wrapped.append('\n');
                used = 0;
            }
            wrapped.append(piece);
            used = piece.endsWith("\n") ? 0 : used + width(piece);
            start = end;
        }
        return wrapped.toString();
    }

    private static int trailingSpaces(StringBuilder text) {
        int spaces = 0;
        while (spaces < text.length() && text.charAt(text.length() - 1 - spaces) == ' ') {
            spaces++;
        }
        return spaces;
    }

    private static int width(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }
}
