package dev.envelope.lab.plot.draw;

import java.util.ArrayList;
import java.util.List;

/** Texts made to fit a width. */
final class Words {

    private static final String CUT = "…";

    private Words() {}

    /** {@code text} in lines of at most {@code width}, broken between words; a word that is too long is cut. */
    static List<String> lines(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && TextWidth.of(longer, size) > width) {
                lines.add(cut(line, size, width));
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(cut(line, size, width));
        return lines;
    }

    /** The beginning of {@code text} that fits {@code width}, with a sign that there was more. */
    static String cut(String text, double size, double width) {
        if (TextWidth.of(text, size) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && TextWidth.of(text.substring(0, end) + CUT, size) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + CUT;
    }
}
