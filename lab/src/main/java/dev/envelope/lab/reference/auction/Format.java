package dev.envelope.lab.reference.auction;

/** The rules of payment, open formats being the sealed ones that they are strategically equal to. */
public enum Format {
    /** The winner pays its bid. */
    FIRST_PRICE,
    /** The winner pays the highest other bid or the reserve. */
    SECOND_PRICE,
    /** The winner pays the third-highest bid. */
    THIRD_PRICE,
    /** Everybody pays its bid. */
    ALL_PAY,
    /** The seller's best mechanism. */
    OPTIMAL;

    /** The format that a file calls {@code text}, in small letters; what is in brackets behind the name is a remark. */
    public static Format parse(String text) {
        String name = text.replaceAll("\\(.*\\)", "")
                .trim()
                .replaceAll("[ -]+", "_")
                .replaceAll("_?(auction|mechanism)$", "");
        return switch (name) {
            case "first_price", "first_price_sealed_bid", "fpa", "dutch", "descending" -> FIRST_PRICE;
            case "second_price", "second_price_sealed_bid", "spa", "vickrey", "english", "ascending", "japanese" ->
                SECOND_PRICE;
            case "third_price" -> THIRD_PRICE;
            case "all_pay" -> ALL_PAY;
            case "optimal", "myerson", "optimal_myerson", "optimal_ironed", "revenue_maximal" -> OPTIMAL;
            default ->
                throw new IllegalArgumentException("setting.mechanism: " + text
                        + " (expected: first_price, second_price, dutch, english, all_pay, third_price or optimal)");
        };
    }
}
