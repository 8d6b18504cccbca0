package dev.envelope.lab.reference.profile;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a buyer and a seller trade, such as {@code buyer bids 0.9*v, seller truthful}; {@code v} or {@code c} is the own type. */
public final class TradeWords {

    private static final Pattern CLAUSE =
            Pattern.compile("(?<who>(?:the )?buyer|(?:the )?seller|both(?: sides| traders)?|all(?: traders)?|everybody)"
                    + " (?:(?:is|are|bids?|asks?|reports?|offers?|plays?|uses?|follows?) )?(?<what>.+)");
    private static final Pattern TRUTH = Pattern.compile("truthful(ly)?(?: reports?)?|truth|the truth");

    private TradeWords() {}

    /**
     * The bid and the ask, in this order.
     *
     * @param types the distributions of values and of costs
     * @param equilibrium the bid, 0, or the ask, 1, in equilibrium, asked for only where the words name it
     * @throws IllegalArgumentException quoting what is not understood
     */
    public static List<BidFunction> parse(
            String words, List<ValueDistribution> types, IntFunction<BidFunction> equilibrium) {
        String plain =
                words.trim().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll("\\.$", "");
        @Nullable BidFunction[] found = new BidFunction[2];
        if (TRUTH.matcher(plain).matches()) {
            plain = "both " + plain;
        }
        for (String clause : ProfileWords.clauses(plain)) {
            Matcher parts = CLAUSE.matcher(clause);
            if (!parts.matches()) {
                throw wrong(words, clause, "buyer bids WHAT, seller asks WHAT, or both truthful");
            }
            String who = parts.group("who");
            for (int side = 0; side < 2; side++) {
                if (!who.contains(side == 0 ? "seller" : "buyer")) {
                    if (found[side] != null) {
                        throw wrong(words, clause, "one strategy for each side");
                    }
                    found[side] = strategy(parts.group("what"), side, types.get(side), equilibrium);
                }
            }
        }
        BidFunction bid = found[0];
        BidFunction ask = found[1];
        if (bid == null || ask == null) {
            throw wrong(words, bid == null ? "no buyer" : "no seller", "a strategy for each side");
        }
        return List.of(bid, ask);
    }

    private static BidFunction strategy(
            String what, int side, ValueDistribution type, IntFunction<BidFunction> equilibrium) {
        return new BidWords(2, type, () -> equilibrium.apply(side))
                .function(what.replaceAll(side == 0 ? "\\bv\\b" : "\\bc\\b", "x"));
    }

    private static IllegalArgumentException wrong(String words, String found, String expected) {
        return new IllegalArgumentException(
                "setting.profile: \"" + words + "\": " + found + " (expected: " + expected + ")");
    }
}
