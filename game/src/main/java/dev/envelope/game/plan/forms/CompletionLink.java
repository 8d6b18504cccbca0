package dev.envelope.game.plan.forms;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where people go when they are done: a web address with places that are filled for each of them.
 *
 * @param template the address; {@code {seat}} stands for the seat's number and {@code {session}} for the join code, letters and
 *     digits which an address holds as they are
 */
public record CompletionLink(String template) {

    /** What the places are called. */
    public static final Set<String> PLACES = Set.of("seat", "session");

    /** What an address looks like. */
    public static final String EXPECTED =
            "an address that begins with http:// or https://, without blanks; {seat} and {session} are filled in";

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9\\[][!-z|~]*");

    /** Checks the address. */
    public CompletionLink {
        if (!isAddress(template)) {
            throw new IllegalArgumentException("template: " + template + " (expected: " + EXPECTED + ")");
        }
    }

    /** Whether {@code text} is an address whose places are known. */
    public static boolean isAddress(String text) {
        String filled = PLACE.matcher(text).replaceAll(place -> PLACES.contains(place.group(1)) ? "x" : " ");
        return ADDRESS.matcher(filled).matches() && filled.chars().noneMatch(c -> "\"<>\\^`".indexOf(c) >= 0);
    }

    /** The address for {@code seat} of the session with {@code joinCode}. */
    public String filled(int seat, String joinCode) {
        Matcher places = PLACE.matcher(template);
        return places.replaceAll(
                place -> Matcher.quoteReplacement(place.group(1).equals("seat") ? Integer.toString(seat) : joinCode));
    }
}
