package dev.envelope.lab.person;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a person typed, before it is known whether it is possible now. */
sealed interface TypedLine {
    /** Long enough for every amount a plan can admit, short enough to be exact and quick. */
    Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,15}(\\.\\d{0,9})?|\\.\\d{1,9})");

    /** An amount in points. */
    record Points(BigDecimal amount) implements TypedLine {}

    /** Takes no part in the round. */
    record Pass() implements TypedLine {}

    /** Asks what can be typed. */
    record Help() implements TypedLine {}

    /** Leaves; the seat stays. */
    record Quit() implements TypedLine {}

    /** An empty line: asks where things stand. */
    record Look() implements TypedLine {}

    /** Anything else. */
    record Unclear(String text) implements TypedLine {}

    /** What {@code line} means. */
    static TypedLine of(String line) {
        String text = line.strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> new Look();
            case "pass", "p", "放弃" -> new Pass();
            case "help", "h", "?", "帮助" -> new Help();
            case "quit", "q", "exit", "退出" -> new Quit();
            default -> NUMBER.matcher(text).matches() ? new Points(new BigDecimal(text)) : new Unclear(text);
        };
    }
}
