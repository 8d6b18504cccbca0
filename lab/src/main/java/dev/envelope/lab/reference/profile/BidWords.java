package dev.envelope.lab.reference.profile;

import dev.envelope.lab.reference.formula.Expression;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What somebody bids, in words and signs: {@code 0.9*x}, {@code truthfully}, {@code 90% of its value}, {@code 10% below the
 * equilibrium bid}, {@code beta(x) + 0.1}.
 *
 * @param bidders what {@code n} stands for
 * @param type what {@code F} stands for
 * @param equilibrium what {@code beta} and the equilibrium stand for, asked for only where they are named
 */
record BidWords(int bidders, ValueDistribution type, Supplier<BidFunction> equilibrium) {

    private static final String OWN = "(?:(?:its|his|her|their|the|one's) )?(?:own )?(?:true )?";
    private static final String SHARE = "([0-9.]+) ?(?:%|percent) ";

    /** Words and the signs that they stand for, in this order. */
    private static final List<Map.Entry<Pattern, String>> WORDS = List.of(
            entry("^truthful(?:ly)?(?: reports?)?$|^(?:the )?truth$", "x"),
            entry(
                    "(?:(?:the|its|his|her|their|a) )?(?:(?:symmetric|linear|risk[- ]neutral|bayes(?:ian)?[- ]nash|nash|bne"
                            + "|standard) )*equilibrium(?: (?:bids?|bidding|asks?|offers?|strateg(?:y|ies)|function))*"
                            + "(?: (?:beta|b) ?\\(x\\))?",
                    "beta"),
            entry("\\b(?:beta|β)\\*? ?\\(x\\)|β", "beta"),
            entry(OWN + "(?:values?|valuations?|costs?|types?)\\b", "x"),
            entry(SHARE + "of ", "$1/100*"),
            entry(SHARE + "(?:below|under|less than|lower than) ", "(1-$1/100)*"),
            entry(SHARE + "(?:above|over|more than|higher than) ", "(1+$1/100)*"),
            entry("\\bhalf (?:of )?", "0.5*"),
            entry("\\b(?:twice|double) ", "2*"),
            entry("([0-9)]) times ", "$1*"),
            entry("^(?:nothing|zero)$", "0"));

    private static Map.Entry<Pattern, String> entry(String words, String signs) {
        return Map.entry(Pattern.compile(words), signs);
    }

    /**
     * The bid function that {@code text} says.
     *
     * @throws IllegalArgumentException saying where it is not understood
     */
    BidFunction function(String text) {
        String signs = text.trim();
        for (Map.Entry<Pattern, String> word : WORDS) {
            signs = word.getKey().matcher(signs).replaceAll(word.getValue());
        }
        if (signs.equals("x")) {
            return x -> x;
        }
        return bid(signs)::applyAsDouble;
    }

    private DoubleUnaryOperator bid(String signs) {
        try {
            return Expression.parse(
                    signs,
                    Map.of("n", () -> x -> bidders, "beta", () -> equilibrium.get()::message),
                    Map.of("f", type::cdf));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("bid " + wrong.getMessage(), wrong);
        }
    }
}
