package dev.envelope.theory.equilibrium;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How an equilibrium is known to be one.
 *
 * <p>A bound on the gain over all types and deviations takes longer than a solution, so it may be computed when it is first
 * asked for; it is kept then.
 */
public final class Certificate {

    /** What a certificate rests on. */
    public enum Kind {
        /** A closed form, or a quadrature of one, with a proof in the source. */
        CLOSED_FORM,
        /** A numeric solution; its error is measured. */
        NUMERIC
    }

    private final Kind kind;
    private final String source;
    private final OptionalDouble largestGain;
    private final boolean isApproximate;
    private @Nullable Supplier<OptionalDouble> pending;
    private OptionalDouble gainBound = OptionalDouble.empty();

    private Certificate(
            Kind kind,
            String source,
            OptionalDouble largestGain,
            boolean isApproximate,
            Supplier<OptionalDouble> bound) {
        this.kind = Objects.requireNonNull(kind);
        this.source = Objects.requireNonNull(source);
        this.largestGain = Objects.requireNonNull(largestGain);
        this.isApproximate = isApproximate;
        this.pending = bound;
    }

    /** A certificate of which both numbers are known; see {@link #largestGain} and {@link #gainBound}. */
    public Certificate(Kind kind, String source, OptionalDouble largestGain, OptionalDouble gainBound) {
        this(kind, source, largestGain, false, () -> gainBound);
    }

    /** The certificate of a formula with a proof in {@code source}. */
    public static Certificate closedForm(String source) {
        return new Certificate(Kind.CLOSED_FORM, source, OptionalDouble.empty(), OptionalDouble.of(0));
    }

    /**
     * The certificate of a numeric solution.
     *
     * @param gain the largest gain found
     * @param bound computes the bound when it is first asked for; empty where there is none
     */
    public static Certificate numeric(String source, double gain, Supplier<OptionalDouble> bound) {
        return new Certificate(Kind.NUMERIC, source, OptionalDouble.of(gain), false, bound);
    }

    /** The certificate of the same gain and bound from another source. */
    public Certificate withSource(String other) {
        return new Certificate(kind, other, largestGain, isApproximate, this::gainBound);
    }

    /** The same certificate of an approximate equilibrium: the largest gain found is more than rounding. */
    public Certificate approximately() {
        return new Certificate(kind, source, largestGain, true, this::gainBound);
    }

    /** A formula from the literature, or numbers. */
    public Kind kind() {
        return kind;
    }

    /** Where the formula is from, or how the numbers were found. */
    public String source() {
        return source;
    }

    /**
     * The largest interim gain from any deviation that an independent search found, in the unit of the types; absent where no
     * search was made.
     */
    public OptionalDouble largestGain() {
        return largestGain;
    }

    /** Whether the equilibrium is approximate: a deviation from it gains more than rounding does, {@link #largestGain}, if little. */
    public boolean isApproximate() {
        return isApproximate;
    }

    /**
     * An upper bound on the gain over all types and deviations, in the unit of the types; absent where none was derived; 0 for a
     * proof. Computed at the first call where it takes long, which is up to a few seconds.
     */
    public synchronized OptionalDouble gainBound() {
        if (pending != null) {
            gainBound = pending.get();
            pending = null;
        }
        return gainBound;
    }

    @Override
    public String toString() {
        return "Certificate[" + kind + ", " + source + ", largest gain found " + largestGain + "]";
    }
}
