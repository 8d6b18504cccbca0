package dev.envelope.lab.reference.words;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The words of a quantity's name without their order, their synonyms and what says nothing: {@code probability_of_sale} is
 * {@code sale_probability}, {@code bidder_interim_payoff} is {@code interim_bidder_utility}.
 */
final class QuantityWords {

    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("realized", "realised"),
            Map.entry("payoff", "utility"),
            Map.entry("payoffs", "utilities"),
            Map.entry("profit", "utility"),
            Map.entry("profits", "utilities"),
            Map.entry("winning", "win"),
            Map.entry("wins", "win"),
            Map.entry("if", "given"),
            Map.entry("built", "build"),
            Map.entry("building", "build"),
            Map.entry("deadweight", "welfare"),
            Map.entry("chance", "probability"),
            Map.entry("mean", "expected"),
            Map.entry("average", "expected"),
            Map.entry("best", "optimal"),
            Map.entry("least", "min"),
            Map.entry("lowest", "min"),
            Map.entry("minimum", "min"),
            Map.entry("minimal", "min"),
            Map.entry("largest", "max"),
            Map.entry("highest", "max"),
            Map.entry("maximum", "max"),
            Map.entry("maximal", "max"),
            Map.entry("lost", "loss"),
            Map.entry("losses", "loss"));

    private static final Set<String> SILENT = Set.of("of", "the", "a", "an", "for", "from", "to", "in", "at", "that");

    /** Whom everything is about where agents are alike. */
    private static final Set<String> AGENTS = Set.of("bidder", "agent", "player", "firm", "partner", "individual");

    /** How freely names are compared; each does what the ones before do. */
    enum Freedom {
        /** Order, synonyms, and words that say nothing. */
        WORDS,
        /** Whether it is said that an agent is meant. */
        AGENT,
        /** One or several. */
        NUMBER,
        /** Whether it is said that an average is meant. */
        AVERAGE
    }

    private QuantityWords() {}

    /** The words of {@code name}, which is in small letters, as they are compared. */
    static Set<String> of(String name, Freedom freedom) {
        Set<String> words = of(name);
        if (freedom == Freedom.WORDS) {
            return words;
        }
        words.removeIf(word -> AGENTS.contains(singular(word)));
        if (freedom == Freedom.AGENT) {
            return words;
        }
        Set<String> plain = words.stream().map(QuantityWords::singular).collect(Collectors.toCollection(TreeSet::new));
        if (freedom == Freedom.AVERAGE) {
            plain.remove("expected");
        }
        return plain;
    }

    private static String singular(String word) {
        String own = word.replaceFirst("'s?$", "");
        if (own.endsWith("ies")) {
            return own.substring(0, own.length() - 3) + "y";
        }
        return own.matches(".{3,}[^su]s") ? own.substring(0, own.length() - 1) : own;
    }

    private static Set<String> of(String name) {
        List<String> words =
                Arrays.asList(name.replace("conditional_on", "given").split("[_\\s]+", -1));
        Set<String> plain = new TreeSet<>();
        for (String word : words) {
            if (!SILENT.contains(word) && !word.isEmpty()) {
                plain.add(SYNONYMS.getOrDefault(word, word));
            }
        }
        if (plain.contains("interim") || plain.contains("ante")) {
            plain.remove("expected");
        }
        return plain;
    }
}
