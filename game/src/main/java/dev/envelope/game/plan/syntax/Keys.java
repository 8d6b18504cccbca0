package dev.envelope.game.plan.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys a mapping can have.
 *
 * @param known the keys that are read, in the order they are listed to people
 * @param unplayed keys of the schema that this version refuses by name
 */
public record Keys(List<String> known, List<String> unplayed) {

    /** Copies the lists. */
    public Keys {
        known = List.copyOf(known);
        unplayed = List.copyOf(unplayed);
    }

    /** Keys that are all read. */
    public static Keys of(String... known) {
        return new Keys(List.of(known), List.of());
    }

    /** The same with keys that are refused by name. */
    public Keys refusing(String... more) {
        return new Keys(known, List.of(more));
    }

    /** The same with more keys that are read. */
    public Keys and(String... more) {
        return and(of(more));
    }

    /** These keys and {@code others}. */
    public Keys and(Keys others) {
        return new Keys(joined(known, others.known), joined(unplayed, others.unplayed));
    }

    /** All keys, those that are read first. */
    public List<String> all() {
        return joined(known, unplayed);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
