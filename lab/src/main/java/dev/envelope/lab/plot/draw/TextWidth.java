package dev.envelope.lab.plot.draw;

/**
 * How wide a text is, roughly and rather too wide: the same on every machine, whatever fonts it has.
 */
final class TextWidth {

    private static final String NARROW = "iljt.,:;'|!()[]fI/ ";
    private static final String WIDE = "mwMW@%";
    private static final int FIRST_SQUARE = 0x2E80;

    /** How much wider than plain letters bold ones are. */
    static final double BOLD = 1.1;

    private TextWidth() {}

    /** The width of {@code text} in a type of size {@code size}, in the same unit. */
    static double of(String text, double size) {
        return size * text.codePoints().mapToDouble(TextWidth::ofLetter).sum();
    }

    private static double ofLetter(int letter) {
        if (letter >= FIRST_SQUARE) {
            return 1;
        }
        if (NARROW.indexOf(letter) >= 0) {
            return 0.37;
        }
        if (WIDE.indexOf(letter) >= 0) {
            return 0.95;
        }
        return Character.isUpperCase(letter) ? 0.72 : 0.62;
    }
}
