package dev.envelope.lab.reference.words;

import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import java.util.List;
import java.util.OptionalInt;

/** Whom of several agents a case is about. */
public final class NamedAgent {

    private static final List<String> NAMES = List.of("bidder", "agent", "firm", "partner", "player");

    private NamedAgent() {}

    /** The agent, from 0, whose number {@code at} or the quantity names, of {@code agents}. */
    public static OptionalInt of(ReferenceCase reference, int agents) {
        Setting at = reference.at();
        for (String name : NAMES) {
            if (at.has(name)) {
                int number = at.count(name);
                if (number < 1 || number > agents) {
                    throw at.wrong(name, "1 to " + agents);
                }
                return OptionalInt.of(number - 1);
            }
        }
        OptionalInt named = reference.quantity().agent();
        if (named.isPresent() && named.getAsInt() >= agents) {
            throw new IllegalArgumentException(
                    "quantity: " + reference.quantity() + " (expected: a number from 1 to " + agents + ")");
        }
        return named;
    }
}
