package dev.envelope.server.session;

import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Join codes: five letters that are not easily mistaken for another or read as a word. */
final class JoinCodes {

    private static final String LETTERS = "CDFGHJKMNPRSTWXY";
    private static final int LENGTH = 5;

    private JoinCodes() {}

    /** A code that is not among {@code taken}. */
    static String next(RandomGenerator random, Set<String> taken) {
        String code = draw(random);
        while (taken.contains(code)) {
            code = draw(random);
        }
        return code;
    }

    private static String draw(RandomGenerator random) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** The code that someone typed: without blanks, in upper case. */
    static String typed(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }
}
