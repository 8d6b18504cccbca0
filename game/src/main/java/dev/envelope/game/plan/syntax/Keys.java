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
        List<String> all = new ArrayList<>(known);
        all.addAll(List.of(more));
        return new Keys(all, unplayed);
    }

    /** All keys, those that are read first. */
    public List<String> all() {
        List<String> all = new ArrayList<>(known);
        all.addAll(unplayed);
        return all;
    }
}
