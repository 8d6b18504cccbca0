package dev.envelope.lab.reference;

import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleBiFunction;

/**
 * The quantities that are known of a kind of game, each under the names that files may give it.
 *
 * @param <G> what is known of the game
 */
final class Quantities<G> {

    private final Map<String, BiFunction<G, ReferenceCase, Value>> known = new LinkedHashMap<>();

    /** Adds a quantity; the first name is the one that messages use. */
    Quantities<G> with(BiFunction<G, ReferenceCase, Value> quantity, String... names) {
        for (String name : names) {
            if (known.put(name, quantity) != null) {
                throw new IllegalArgumentException("quantity: " + name + " (expected: to be named once)");
            }
        }
        return this;
    }

    /** Adds a quantity that is one number. */
    Quantities<G> number(ToDoubleBiFunction<G, ReferenceCase> quantity, String... names) {
        return with((game, reference) -> Value.of(quantity.applyAsDouble(game, reference)), names);
    }

    /** Whether the quantity of {@code reference} is one of these. */
    boolean know(ReferenceCase reference) {
        return known.containsKey(reference.quantity().name());
    }

    /** The quantity of {@code reference}. */
    Value of(G game, ReferenceCase reference) {
        return Optional.ofNullable(known.get(reference.quantity().name()))
                .orElseThrow(() -> reference.unknownQuantity(known.keySet()))
                .apply(game, reference);
    }

    /** Every name. */
    List<String> names() {
        return List.copyOf(known.keySet());
    }
}
