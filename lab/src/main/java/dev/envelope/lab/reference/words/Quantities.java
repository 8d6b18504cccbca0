package dev.envelope.lab.reference.words;

import dev.envelope.lab.reference.file.Quantity;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Value;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToDoubleBiFunction;

/**
 * The quantities that are known of a kind of game, each under the names that files may give it.
 *
 * @param <G> what is known of the game
 */
public final class Quantities<G> {

    private final Map<String, BiFunction<G, ReferenceCase, Value>> known = new LinkedHashMap<>();

    /** Adds a quantity; the first name is the one that messages use. */
    public Quantities<G> with(BiFunction<G, ReferenceCase, Value> quantity, String... names) {
        for (String name : names) {
            if (known.put(name, quantity) != null) {
                throw new IllegalArgumentException("quantity: " + name + " (expected: to be named once)");
            }
        }
        return this;
    }

    /** Adds a quantity that is one number. */
    public Quantities<G> number(ToDoubleBiFunction<G, ReferenceCase> quantity, String... names) {
        return with((game, reference) -> Value.of(quantity.applyAsDouble(game, reference)), names);
    }

    /** Whether the quantity of {@code reference} is one of these. */
    public boolean know(ReferenceCase reference) {
        return known.containsKey(reference.quantity().name());
    }

    /**
     * The same case with the name by which one of {@code groups} knows its quantity, where only order, synonyms or
     * number of words, or that an agent or an average is meant, keep it from being known; the closest that is the only one.
     */
    public static ReferenceCase understood(ReferenceCase reference, Quantities<?>... groups) {
        if (Arrays.stream(groups).anyMatch(group -> group.know(reference))) {
            return reference;
        }
        for (QuantityWords.Freedom freedom : QuantityWords.Freedom.values()) {
            IdentityHashMap<Object, String> found = new IdentityHashMap<>();
            Set<String> words = QuantityWords.of(reference.quantity().name(), freedom);
            for (Quantities<?> group : groups) {
                group.known.forEach((name, quantity) -> {
                    if (QuantityWords.of(name, freedom).equals(words)) {
                        found.put(quantity, name);
                    }
                });
            }
            if (!found.isEmpty()) {
                return found.size() == 1
                        ? renamed(reference, found.values().iterator().next())
                        : reference;
            }
        }
        return reference;
    }

    private static ReferenceCase renamed(ReferenceCase c, String name) {
        Quantity quantity = new Quantity(c.quantity().text(), name, c.quantity().agent());
        return new ReferenceCase(c.id(), c.block(), c.setting(), quantity, c.at(), c.value(), c.tolerance());
    }

    /** The quantity of {@code asked}. */
    public Value of(G game, ReferenceCase asked) {
        ReferenceCase reference = understood(asked, this);
        return Optional.ofNullable(known.get(reference.quantity().name()))
                .orElseThrow(() -> reference.unknownQuantity(known.keySet()))
                .apply(game, reference);
    }

    /** Every name. */
    public List<String> names() {
        return List.copyOf(known.keySet());
    }
}
