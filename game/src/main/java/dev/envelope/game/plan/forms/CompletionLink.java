package dev.envelope.game.plan.forms;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where people go when they are done: a web address with places that are filled for each of them.
 *
 * @param template the address; {@code {seat}} stands for the seat's number and {@code {session}} for the join code, letters and
 *     digits which an address holds as they are, and {@code {label}} for what the person is called, which stands beside the
 *     records and is filled in where it is known
 */
public record CompletionLink(String template) {

    /** What the places are called. */
    public static final Set<String> PLACES = Set.of("seat", "session", "label");

    /** What an address looks like. */
    public static final String EXPECTED =
            "an address that begins with http:// or https://, without blanks; {seat}, {session} and {label} are filled in";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~-]");
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

    /** The address for {@code seat} of the session with {@code joinCode}; its label is still to be filled in. */
    public String filled(int seat, String joinCode) {
        return template.replace("{seat}", Integer.toString(seat)).replace("{session}", joinCode);
    }

    /** The address {@code filled} for one who is called {@code label}, spelled as addresses spell any text. */
    public static String labelled(String filled, String label) {
        return filled.replace("{label}", spelled(label));
    }

    /** Letters, digits and {@code -._~} as they are, every other byte as a percent sign and two digits: RFC 3986, section 2. */
    private static String spelled(String label) {
        StringBuilder spelled = new StringBuilder();
        for (byte each : label.getBytes(StandardCharsets.UTF_8)) {
            if (each > 0 && PLAIN.matcher(Character.toString((char) each)).matches()) {
                spelled.append((char) each);
            } else {
                spelled.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
            }
        }
        return spelled.toString();
    }
}
