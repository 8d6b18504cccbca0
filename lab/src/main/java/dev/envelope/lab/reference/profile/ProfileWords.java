package dev.envelope.lab.reference.profile;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A profile such as {@code bidder 1 bids 0.85*x, rivals bid (n-1)x/n}: clauses of who and what, each bidder in one of them.
 * What is not understood is refused with the words.
 */
public final class ProfileWords {

    private static final Pattern CLAUSE = Pattern.compile(
            "(?<who>.+?)\\s+(bids?|plays?|submits?|offers?|uses?|follows?|shades?(?= [0-9.]+ ?% below))\\s+(?<what>.+)");
    private static final Pattern ALL = Pattern.compile(
            "(all|both|every|each|everybody|everyone)( (of the )?(bidders?|players?|agents?))?|bidders|players|agents");
    private static final Pattern REST = Pattern.compile("((all )?(the |its )?(rivals?|others?|opponents?|rest)"
            + "|(all )?(the )?other (bidders?|players?|agents?))");
    private static final Pattern ONE = Pattern.compile("(bidder|player|agent) (?<number>[0-9]{1,4})");
    private static final Pattern TRUTHFUL = Pattern.compile(
            " (?:(?:is|are|be|stays?|remains?) )?(?:truthful|honest)$| (?:reports?|tells?) (?:truthfully|the truth)$");

    /** A bid function by itself, such as {@code b(x) = 0.4*x}. */
    private static final Pattern FUNCTION = Pattern.compile(
            "(?:symmetric(?: profile| strateg(?:y|ies))?:? ?)?(?:b|beta|β) ?\\( ?[xv] ?\\) ?= ?(?<what>.+)");

    private static final Pattern TRUTH = Pattern.compile("truth|truthful|truthful (?:bidding|bids|reports|reporting)");

    private ProfileWords() {}

    /**
     * The bid function of each bidder; the same object for those of one clause.
     *
     * @param equilibrium the bid function of a bidder, from 0, in equilibrium, asked for only where the words name it
     * @throws IllegalArgumentException quoting what is not understood
     */
    public static List<BidFunction> parse(
            String words, List<ValueDistribution> types, IntFunction<BidFunction> equilibrium) {
        @Nullable BidFunction[] profile = new BidFunction[types.size()];
        for (String clause : clauses(spelledOut(words))) {
            Matcher parts = CLAUSE.matcher(TRUTHFUL.matcher(clause).replaceAll(" bids truthfully"));
            if (!parts.matches()) {
                throw wrong(words, clause, "WHO bids WHAT, such as all bidders bid 0.5*x");
            }
            List<Integer> who = who(words, parts.group("who"), profile);
            BidFunction bid = what(parts.group("what"), types, who, equilibrium);
            for (int bidder : who) {
                if (profile[bidder] != null) {
                    throw wrong(words, clause, "one bid function for bidder " + (bidder + 1));
                }
                profile[bidder] = bid;
            }
        }
        List<BidFunction> complete = new ArrayList<>();
        for (BidFunction bid : profile) {
            if (bid == null) {
                throw wrong(words, "bidder " + (complete.size() + 1), "a bid function for each bidder");
            }
            complete.add(bid);
        }
        return complete;
    }

    /** With all bidders named, where a function or truth is all that is said. */
    private static String spelledOut(String words) {
        String plain = words.trim().toLowerCase(Locale.ROOT);
        Matcher function = FUNCTION.matcher(plain);
        return function.matches()
                ? "all bidders bid " + function.group("what")
                : TRUTH.matcher(plain).matches() ? "all bidders bid truthfully" : words;
    }

    /** The parts between commas, semicolons and words that join, outside brackets. */
    static List<String> clauses(String words) {
        List<String> clauses = new ArrayList<>();
        int depth = 0;
        StringBuilder clause = new StringBuilder();
        String plain =
                words.trim().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll("\\.$", "");
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && (c == ',' || c == ';')) {
                clauses.add(clause.toString());
                clause.setLength(0);
            } else {
                clause.append(c);
            }
        }
        clauses.add(clause.toString());
        return clauses.stream()
                .flatMap(part -> Arrays.stream(part.split(" (?:and|while|whereas) (?=[a-z])", -1)))
                .map(part -> part.trim().replaceAll("^(and|while|whereas) ", ""))
                .toList();
    }

    private static List<Integer> who(String words, String who, @Nullable BidFunction[] profile) {
        List<Integer> everybody = new ArrayList<>();
        List<Integer> rest = new ArrayList<>();
        for (int i = 0; i < profile.length; i++) {
            everybody.add(i);
            if (profile[i] == null) {
                rest.add(i);
            }
        }
        String plain = who.trim().replaceAll("^the (?=bidder|player|agent)", "");
        Matcher one = ONE.matcher(plain);
        if (one.matches()) {
            int bidder = Integer.parseInt(one.group("number"));
            if (bidder < 1 || bidder > profile.length) {
                throw wrong(words, who, "bidders 1 to " + profile.length);
            }
            return List.of(bidder - 1);
        }
        if (ALL.matcher(plain).matches()) {
            if (plain.startsWith("both") && profile.length != 2) {
                throw wrong(words, who, "two bidders, not " + profile.length);
            }
            return everybody;
        }
        if (REST.matcher(plain).matches() && rest.size() < everybody.size() && !rest.isEmpty()) {
            return rest;
        }
        throw wrong(words, who, "all bidders, both, bidder NUMBER, or rivals after a bidder");
    }

    private static BidFunction what(
            String what, List<ValueDistribution> types, List<Integer> who, IntFunction<BidFunction> equilibrium) {
        ValueDistribution type = types.get(who.get(0));
        boolean isOfType = what.matches(".*(\\bf\\s*\\(|equilibrium|beta|β).*");
        if (isOfType && !who.stream().map(types::get).allMatch(type::equals)) {
            throw new IllegalArgumentException("bid function: \"" + what
                    + "\" (expected: neither F nor an equilibrium bid where the bidders' distributions differ)");
        }
        return new BidWords(types.size(), type, () -> equilibrium.apply(who.get(0))).function(what);
    }

    private static IllegalArgumentException wrong(String words, String found, String expected) {
        return new IllegalArgumentException(
                "setting.profile: \"" + words + "\": " + found + " (expected: " + expected + ")");
    }
}
