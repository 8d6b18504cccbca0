package dev.envelope.lab.reference.file;

import java.util.List;
import java.util.Optional;

/**
 * One case of a reference file: a game, a number that is asked of it, and, where it is known, what the number is.
 *
 * @param id what the case is called; evaluation never looks at it
 * @param block the family of games
 * @param setting the game
 * @param quantity what is asked
 * @param at for which value, bidder or profile; without fields where nothing is said
 * @param value the reference, where the file has one
 * @param tolerance how closely the reference is itself known, in its unit
 * @param problems what is wrong with how it is written; such a case is refused with them
 */
public record ReferenceCase(
        String id,
        String block,
        Setting setting,
        Quantity quantity,
        Setting at,
        Optional<Value> value,
        double tolerance,
        List<String> problems) {

    /** The accuracy that is asked of any result, relative to the reference. */
    private static final double RELATIVE = 1e-8;

    /** Copies the list. */
    public ReferenceCase {
        problems = List.copyOf(problems);
    }

    /** A case that is written as it should be. */
    public ReferenceCase(
            String id,
            String block,
            Setting setting,
            Quantity quantity,
            Setting at,
            Optional<Value> value,
            double tolerance) {
        this(id, block, setting, quantity, at, value, tolerance, List.of());
    }

    /** How far a result may be from {@code reference}. */
    public double allowed(Value reference) {
        return Math.max(tolerance, RELATIVE * reference.magnitude());
    }

    /** The same quantity of the same game elsewhere. */
    ReferenceCase at(Setting other) {
        return new ReferenceCase(id, block, setting, quantity, other, value, tolerance);
    }

    /** The refusal of a quantity that is not known in this block. */
    public IllegalArgumentException unknownQuantity(Iterable<String> known) {
        return new IllegalArgumentException("quantity: " + quantity + " (expected in block " + block + ": one of "
                + String.join(", ", known) + ")");
    }
}
