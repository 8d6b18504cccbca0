package dev.envelope.theory.equilibrium;

import java.util.OptionalDouble;

/**
 * How an equilibrium is known to be one.
 *
 * @param kind a formula from the literature, or numbers
 * @param source where the formula is from, or how the numbers were found
 * @param largestGain the largest interim gain from any deviation that an independent search found, in the unit of the
 *     types; absent where no search was made
 * @param gainBound an upper bound on the gain over all types and deviations, in the unit of the types; absent where none
 *     was derived; 0 for a proof
 */
public record Certificate(Kind kind, String source, OptionalDouble largestGain, OptionalDouble gainBound) {

    /** What a certificate rests on. */
    public enum Kind {
        /** A closed form, or a quadrature of one, with a proof in the source. */
        CLOSED_FORM,
        /** A numeric solution; its error is measured. */
        NUMERIC
    }

    /** The certificate of a formula with a proof in {@code source}. */
    public static Certificate closedForm(String source) {
        return new Certificate(Kind.CLOSED_FORM, source, OptionalDouble.empty(), OptionalDouble.of(0));
    }
}
