package dev.envelope.lab.terminal;

import java.util.List;
import java.util.regex.Pattern;

/** Markdown as plain lines: without the marks of headings and emphasis, with the addresses of links behind their words. */
public final class PlainMarkdown {

    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+|^>\\s?");
    private static final Pattern LINK = Pattern.compile("!?\\[([^]]*)]\\(([^)\\s]+)\\)");
    private static final Pattern EMPHASIS = Pattern.compile("(\\*\\*|__|\\*|`)(?=\\S)(.+?)(?<=\\S)\\1");

    private PlainMarkdown() {}

    /** The lines of {@code text}. */
    public static List<String> lines(String text) {
        return text.lines().map(PlainMarkdown::line).toList();
    }

    private static String line(String line) {
        String words = LINK.matcher(HEADING.matcher(line).replaceFirst("")).replaceAll("$1 ($2)");
        String plain = EMPHASIS.matcher(words).replaceAll("$2");
        return EMPHASIS.matcher(plain).replaceAll("$2");
    }
}
