package dev.envelope.lab.reference.callmarket;

import dev.envelope.lab.reference.file.ReferenceCase;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whose gains a quantity of a market with several traders on a side is about. */
final class TraderWords {

    private static final Pattern OF_ONE = Pattern.compile("(profit|payoff|utility)");
    private static final Pattern SAID = Pattern.compile("total|aggregate|per_|buyers|sellers|traders|ex_ante|interim");

    private TraderWords() {}

    /**
     * Refuses what might be the gains of one or of all: a {@code buyer_profit} among several buyers. A {@code buyer_surplus}, like a
     * consumer surplus, is that of all.
     */
    static void checkSide(ReferenceCase reference, int buyers, int sellers) {
        String name = reference.quantity().text().toLowerCase(Locale.ROOT);
        int side = name.contains("buyer") ? buyers : name.contains("seller") ? sellers : 1;
        if (side > 1 && OF_ONE.matcher(name).find() && !SAID.matcher(name).find()) {
            throw new IllegalArgumentException("quantity: " + reference.quantity() + " (expected: of all " + side
                    + ", such as total_buyer_profit, or of one, such as profit_per_buyer)");
        }
    }
}
