package dev.envelope.theory.efficient;

/**
 * An outside option that is linear in the type, so that W_i − IR_i stays convex.
 *
 * @param constant its part that does not depend on the type
 * @param slope what it grows by per unit of the type
 */
public record LinearOption(double constant, double slope) implements OutsideOption {

    /** Checks the numbers. */
    public LinearOption {
        Require.finite("constant", constant);
        Require.finite("slope", slope);
    }

    @Override
    public double at(double type) {
        return constant + slope * type;
    }
}
