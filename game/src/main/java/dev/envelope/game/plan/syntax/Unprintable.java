package dev.envelope.game.plan.syntax;

import java.util.OptionalInt;

/**
 * Characters that change how the text around them looks on a terminal or a page, or that not every database stores: controls other
 * than line break and tab, separators of lines, marks that turn the direction of writing, and halves of pairs.
 */
public final class Unprintable {

    private Unprintable() {}

    /** The first one of {@code text}. */
    public static OptionalInt first(String text) {
        return text.codePoints().filter(Unprintable::is).findFirst();
    }

    /** What people may read of it: its number. */
    public static String named(int codePoint) {
        return String.format("the character U+%04X", codePoint);
    }

    private static boolean is(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint != '\n' && codePoint != '\t';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> turnsDirection(codePoint);
        };
    }

    private static boolean turnsDirection(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
